//! What the alignment was trained on: the numbers for every pair of sentences, for programs that fit the weights.

use super::features::{self, FIRST, NAMES, Pair, SECOND};
use super::link::candidates;
use super::model::{FIRST_LOOK, Logistic, SECOND_LOOK};
use super::second::second;
use super::{Unit, Units};
use crate::{Account, Place, dates, entity};
use corroborate_text::Span;

/// All pairs of sentences of a story that share enough to be looked at, with the numbers of the first look.
#[derive(Clone, Debug)]
pub struct Looked {
    units: Units,
    pairs: Vec<Pair>,
    first: Vec<[f64; FIRST]>,
}

impl Looked {
    /// Looks at the accounts of a story.
    pub fn at(accounts: &[Account]) -> Self {
        let dates = dates::resolve(accounts);
        let entities = entity::resolve(accounts);
        let units = Units::new(accounts, &entities, &dates);
        let pairs = candidates(&units);
        let first = features::first(&units, &pairs);
        Self { units, pairs, first }
    }

    /// Every sentence of the running text, in story order.
    pub fn sentences(&self) -> Vec<Place> {
        self.units.units.iter().map(|unit| self.place(unit)).collect()
    }

    fn place(&self, unit: &Unit) -> Place {
        let clauses = self.units.clauses.get(unit.clauses.clone()).unwrap_or_default();
        let span = clauses.iter().map(|clause| clause.span).reduce(Span::hull);
        Place::new(unit.account, span.unwrap_or(Span::empty(0)))
    }

    /// The pairs, as indices into [`Looked::sentences`].
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        self.pairs.iter().map(|pair| (pair.a, pair.b)).collect()
    }

    /// The numbers of the first look, a row for each pair, in the order of [`first_names`].
    pub fn first(&self) -> Vec<Vec<f64>> {
        self.first.iter().map(|row| row.to_vec()).collect()
    }

    /// The numbers of the second look, in the order of [`second_names`], from how likely each pair seemed after the
    /// first, in 0..=1.
    pub fn second(&self, likely: &[f64]) -> Vec<Vec<f64>> {
        let rows = second(&self.units, &self.pairs, likely, &self.first);
        rows.iter().map(|row| row.to_vec()).collect()
    }

    /// How likely the comparison holds it that the sentences of each pair state the same, in 0..=1: both looks, with
    /// the weights that it uses.
    pub fn likely(&self) -> Vec<f64> {
        let seen: Vec<f64> = self.first.iter().map(|row| FIRST_LOOK.likely(row)).collect();
        let second = second(&self.units, &self.pairs, &seen, &self.first);
        second.iter().map(|row| SECOND_LOOK.likely(row)).collect()
    }
}

/// Names of the numbers of the first look.
pub fn first_names() -> &'static [&'static str] {
    NAMES.get(SECOND - FIRST..).unwrap_or_default()
}

/// Names of the numbers of the second look.
pub fn second_names() -> &'static [&'static str] {
    &NAMES
}

/// Fits a logistic model by Newton's method: rows of numbers, whether each is of a pair that states the same, and the
/// penalty on the squared weights of the numbers scaled to unit variance.
///
/// Returns the bias and a weight for each number as it comes.
///
/// ```
/// use corroborate_compare::training::{fit, likely};
///
/// let rows = vec![vec![0.0], vec![1.0], vec![2.0], vec![3.0]];
/// let model = fit(&rows, &[false, false, true, true], 0.1);
/// assert!(likely(&model, &[3.0]) > 0.8);
/// assert!(likely(&model, &[0.0]) < 0.2);
/// ```
pub fn fit(rows: &[Vec<f64>], same: &[bool], penalty: f64) -> (f64, Vec<f64>) {
    let width = rows.first().map_or(0, Vec::len);
    let count = rows.len().max(1) as f64;
    let mean: Vec<f64> = (0..width).map(|at| column(rows, at).sum::<f64>() / count).collect();
    let scale: Vec<f64> = mean
        .iter()
        .enumerate()
        .map(|(at, mean)| (column(rows, at).map(|x| (x - mean).powi(2)).sum::<f64>() / count).sqrt())
        .map(|scale| if scale > 1e-9 { scale } else { 1.0 })
        .collect();
    let scaled: Vec<Vec<f64>> = rows
        .iter()
        .map(|row| {
            let numbers = row.iter().zip(&mean).zip(&scale).map(|((x, mean), scale)| (x - mean) / scale);
            std::iter::once(1.0).chain(numbers).collect()
        })
        .collect();
    let mut weights = vec![0.0; width + 1];
    for _ in 0..STEPS {
        let step = newton(&scaled, same, &weights, penalty);
        weights.iter_mut().zip(&step).for_each(|(weight, step)| *weight -= step);
        if step.iter().all(|step| step.abs() < 1e-9) {
            break;
        }
    }
    let raw: Vec<f64> = weights.iter().skip(1).zip(&scale).map(|(weight, scale)| weight / scale).collect();
    let shift: f64 = raw.iter().zip(&mean).map(|(weight, mean)| weight * mean).sum();
    (weights.first().copied().unwrap_or(0.0) - shift, raw)
}

/// How likely a fitted model makes a row, in 0..=1.
pub fn likely(model: &(f64, Vec<f64>), row: &[f64]) -> f64 {
    Logistic { bias: model.0, weights: model.1.clone() }.likely(row)
}

/// Most steps of Newton's method; it settles in about ten.
const STEPS: usize = 50;

fn column(rows: &[Vec<f64>], at: usize) -> impl Iterator<Item = f64> + '_ {
    rows.iter().map(move |row| row.get(at).copied().unwrap_or(0.0))
}

/// The step of Newton's method: the gradient under the inverse of the Hessian.
fn newton(rows: &[Vec<f64>], same: &[bool], weights: &[f64], penalty: f64) -> Vec<f64> {
    let width = weights.len();
    let mut gradient = vec![0.0; width];
    let mut hessian = vec![vec![0.0; width]; width];
    for (row, &same) in rows.iter().zip(same) {
        let odds: f64 = row.iter().zip(weights).map(|(x, weight)| x * weight).sum();
        let likely = 1.0 / (1.0 + (-odds).exp());
        let error = likely - if same { 1.0 } else { 0.0 };
        let spread = (likely * (1.0 - likely)).max(1e-9);
        for ((x, slope), line) in row.iter().zip(&mut gradient).zip(&mut hessian) {
            *slope += error * x;
            for (y, cell) in row.iter().zip(line.iter_mut()) {
                *cell += spread * x * y;
            }
        }
    }
    for (at, ((slope, line), weight)) in
        gradient.iter_mut().zip(&mut hessian).zip(weights).enumerate().skip(1)
    {
        *slope += penalty * weight;
        if let Some(cell) = line.get_mut(at) {
            *cell += penalty;
        }
    }
    solve(hessian, gradient)
}

/// Solves a system of linear equations by elimination with the largest pivot.
fn solve(mut lines: Vec<Vec<f64>>, right: Vec<f64>) -> Vec<f64> {
    let width = right.len();
    for (line, value) in lines.iter_mut().zip(right) {
        line.push(value);
    }
    for at in 0..width {
        let size = |line: usize| lines.get(line).and_then(|line| line.get(at)).map_or(0.0, |cell| cell.abs());
        let pivot = (at..width).max_by(|&x, &y| size(x).total_cmp(&size(y))).unwrap_or(at);
        lines.swap(at, pivot);
        let Some(head) = lines.get(at).cloned() else { break };
        let lead = head.get(at).copied().filter(|lead| lead.abs() > 1e-12).unwrap_or(1.0);
        for (_, line) in lines.iter_mut().enumerate().filter(|(index, _)| *index != at) {
            let factor = line.get(at).copied().unwrap_or(0.0) / lead;
            line.iter_mut().zip(&head).for_each(|(cell, head)| *cell -= factor * head);
        }
    }
    let value = |(at, line): (usize, &Vec<f64>)| {
        let lead = line.get(at).copied().filter(|lead| lead.abs() > 1e-12).unwrap_or(1.0);
        line.last().copied().unwrap_or(0.0) / lead
    };
    lines.iter().enumerate().map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use corroborate_article::{Article, Block, Role};

    /// Rows of two numbers on different scales that tell the two sorts apart in part, and one that is always the same.
    fn rows() -> (Vec<Vec<f64>>, Vec<bool>) {
        let rows: Vec<Vec<f64>> =
            (0..40).map(|at| vec![f64::from(at % 7), f64::from(at * at % 11) * 100.0 + 5.0, 3.0]).collect();
        let same = (0..40).map(|at| at % 7 + at * at % 11 / 2 + at % 3 > 6).collect();
        (rows, same)
    }

    #[test]
    fn a_fitted_model_lies_where_no_step_makes_it_better() {
        let (rows, same) = rows();
        let penalty = 0.7;
        let model = fit(&rows, &same, penalty);
        let count = rows.len() as f64;
        let errors: Vec<f64> = rows
            .iter()
            .zip(&same)
            .map(|(row, &same)| likely(&model, row) - f64::from(u8::from(same)))
            .collect();
        // The bias is not penalised: the mean of what is held likely is the share of what is so.
        assert!(errors.iter().sum::<f64>().abs() < 1e-6, "{model:?}");
        for (at, weight) in model.1.iter().enumerate().take(2) {
            let mean = rows.iter().map(|row| row[at]).sum::<f64>() / count;
            let scale = (rows.iter().map(|row| (row[at] - mean).powi(2)).sum::<f64>() / count).sqrt();
            let slope: f64 =
                rows.iter().zip(&errors).map(|(row, error)| error * (row[at] - mean) / scale).sum();
            assert!((slope + penalty * weight * scale).abs() < 1e-6, "{at} {slope} {model:?}");
            assert!(weight.abs() > 1e-6);
        }
        assert!(model.1[2].abs() < 1e-9, "a number that never changes tells nothing: {model:?}");
        assert_eq!(fit(&[], &[], 1.0), (0.0, Vec::new()));
    }

    #[test]
    fn equations_are_solved_also_where_the_first_pivot_is_zero() {
        let lines = vec![vec![0.0, 2.0, 1.0], vec![4.0, 1.0, -1.0], vec![2.0, -3.0, 5.0]];
        let found = solve(lines, vec![7.0, 3.0, 11.0]);
        let right = [1.0, 2.0, 3.0];
        assert!(found.iter().zip(right).all(|(a, b)| (a - b).abs() < 1e-9), "{found:?}");
    }

    #[test]
    fn what_was_looked_at_has_a_row_for_each_pair() {
        let account = |text: &str| {
            let whole = Span::new(0, text.len());
            let blocks = vec![Block { role: Role::Paragraph, span: whole, content: whole }];
            Account::new(Article { text: text.to_owned(), blocks, ..Article::default() })
        };
        let accounts = [
            account("The mill in Harrowby burned on Friday. Nobody was hurt in the fire."),
            account("On Friday the mill in Harrowby burned. The owner wants to build another mill."),
        ];
        let looked = Looked::at(&accounts);
        let sentences: Vec<&str> = looked.sentences().iter().map(|place| place.words(&accounts)).collect();
        assert_eq!(sentences.len(), 4, "{sentences:?}");
        assert!(sentences[0].starts_with("The mill in Harrowby") && sentences[3].starts_with("The owner"));
        let pairs = looked.pairs();
        let same = pairs.iter().position(|pair| *pair == (0, 2)).expect("the pair that shares most");
        assert_eq!((looked.first().len(), first_names().len()), (pairs.len(), looked.first()[same].len()));
        let likely = looked.likely();
        assert!(likely.iter().all(|likely| *likely <= likely_of(&looked, same)), "{likely:?}");
        assert!(likely_of(&looked, same) > 0.0 && likely.len() == pairs.len());
        let seen: Vec<f64> = looked.first().iter().map(|row| FIRST_LOOK.likely(row)).collect();
        let second = looked.second(&seen);
        assert_eq!((second.len(), second_names().len()), (pairs.len(), second[same].len()));
        assert!((SECOND_LOOK.likely(&second[same]) - likely[same]).abs() < 1e-12);
    }

    fn likely_of(looked: &Looked, at: usize) -> f64 {
        looked.likely().get(at).copied().unwrap_or_default()
    }
}
