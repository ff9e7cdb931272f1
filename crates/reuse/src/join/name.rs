//! Names that are spelled alike.

use super::Scored;

/// How much each of the first four characters counts that two names share, and from what Jaro similarity on.
const PREFIX_WEIGHT: f64 = 0.1;
const PREFIX_LENGTH: usize = 4;
const BOOST_FROM: f64 = 0.7;

/// The Jaro-Winkler similarity of two names, in 0..=1, character by character (Winkler 1990).
///
/// The common start counts only where the Jaro similarity is above 0.7, as in Winkler's own program.
///
/// ```
/// use corroborate_reuse::jaro_winkler;
///
/// assert!((jaro_winkler("martha", "marhta") - 0.9611).abs() < 1e-4);
/// assert_eq!(jaro_winkler("", ""), 1.0);
/// assert_eq!(jaro_winkler("abc", ""), 0.0);
/// ```
pub fn jaro_winkler(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    score(&a, &b, &mut Scratch::default())
}

/// All pairs of a name of `a` and a name of `b` whose Jaro-Winkler similarity is at least `cutoff`, in order.
///
/// No pair is missed: a pair is passed over only where the letters that the two have in common, however placed,
/// cannot reach the cutoff. That test takes a few nanoseconds, the score itself fifty times as long.
///
/// ```
/// use corroborate_reuse::similar_names;
///
/// let found = similar_names(&["Petrova", "Lindqvist"], &["Lindquist", "Petrov", "Aalto"], 0.9);
/// assert_eq!(found.iter().map(|pair| (pair.a, pair.b)).collect::<Vec<_>>(), [(0, 1), (1, 0)]);
/// ```
pub fn similar_names(a: &[&str], b: &[&str], cutoff: f64) -> Vec<Scored> {
    let (a, b) = (Names::new(a), Names::new(b));
    let mut found = Vec::new();
    let mut scratch = Scratch::default();
    let mut common: Vec<u8> = vec![0; b.names.len()];
    for (i, (name, letters)) in a.names.iter().zip(&a.letters).enumerate() {
        // One pass without branches, which the compiler can do for several names at a time.
        for (common, other) in common.iter_mut().zip(&b.letters) {
            *common = letters.common(other);
        }
        // By length and by shared start, the fewest common letters that may reach the cutoff.
        let least: Vec<usize> =
            (0..=b.longest).map(|length| least_common(name.len(), length, cutoff)).collect();
        for (j, (&common, other)) in common.iter().zip(&b.names).enumerate() {
            let least = least.get(other.len()).copied().unwrap_or(0);
            if usize::from(common) >= least.min(usize::from(u8::MAX)) {
                let score = score(name, other, &mut scratch);
                if score >= cutoff {
                    found.push(Scored { a: i, b: j, score });
                }
            }
        }
    }
    found
}

/// The fewest characters that names of these lengths must have in common to reach the cutoff: with all of them
/// in order, and the whole start shared.
fn least_common(a: usize, b: usize, cutoff: f64) -> usize {
    // Not to lose a pair by rounding.
    let cutoff = cutoff - 1e-9;
    (0..=a.min(b))
        .find(|&common| {
            let jaro = jaro(a, b, common, 0);
            boosted(jaro, PREFIX_LENGTH.min(common)) >= cutoff
        })
        .unwrap_or(usize::MAX)
}

fn jaro(a: usize, b: usize, matched: usize, transposed: usize) -> f64 {
    if a == 0 && b == 0 {
        return 1.0;
    }
    if matched == 0 {
        return 0.0;
    }
    let m = matched as f64;
    (m / a as f64 + m / b as f64 + (matched - transposed) as f64 / m) / 3.0
}

fn boosted(jaro: f64, prefix: usize) -> f64 {
    if jaro > BOOST_FROM { jaro + prefix as f64 * PREFIX_WEIGHT * (1.0 - jaro) } else { jaro }
}

struct Names {
    names: Vec<Vec<char>>,
    letters: Vec<Letters>,
    longest: usize,
}

impl Names {
    fn new(names: &[&str]) -> Self {
        let names: Vec<Vec<char>> = names.iter().map(|name| name.chars().collect()).collect();
        let letters = names.iter().map(|name| Letters::new(name)).collect();
        let longest = names.iter().map(Vec::len).max().unwrap_or(0);
        Self { names, letters, longest }
    }
}

/// The letters of a name as a set: the n-th occurrence of a letter is an element of its own. Letters share
/// classes, so the common elements of two sets are never fewer than the letters that the names have in common.
#[derive(Clone, Copy, Debug, Default)]
struct Letters {
    set: u64,
    /// Occurrences for which there was no place.
    over: u8,
}

const CLASSES: u32 = 32;

impl Letters {
    fn new(name: &[char]) -> Self {
        let mut letters = Self::default();
        for &c in name {
            // Letters of the alphabet get a class each; others are spread over all classes.
            let class = (c as u32) % CLASSES;
            let places = [class, class + CLASSES];
            match places.into_iter().map(|place| 1_u64 << place).find(|bit| letters.set & bit == 0) {
                Some(bit) => letters.set |= bit,
                None => letters.over = letters.over.saturating_add(1),
            }
        }
        letters
    }

    /// At least the number of letters in common; 255 stands for any larger number.
    fn common(&self, other: &Self) -> u8 {
        let both = (self.set & other.set).count_ones() as u8;
        both.saturating_add(self.over.min(other.over))
    }
}

#[derive(Default)]
struct Scratch {
    taken: Vec<bool>,
    order: Vec<char>,
}

fn score(a: &[char], b: &[char], scratch: &mut Scratch) -> f64 {
    let reach = (a.len().max(b.len()) / 2).saturating_sub(1);
    scratch.taken.clear();
    scratch.taken.resize(b.len(), false);
    scratch.order.clear();
    for (i, c) in a.iter().enumerate() {
        let start = i.saturating_sub(reach);
        let near = b.iter().zip(scratch.taken.iter_mut()).skip(start).take(i + reach + 1 - start);
        for (other, taken) in near {
            if other == c && !*taken {
                *taken = true;
                scratch.order.push(*c);
                break;
            }
        }
    }
    let matched = b.iter().zip(&scratch.taken).filter(|(_, taken)| **taken).map(|(c, _)| c);
    let moved = matched.zip(&scratch.order).filter(|(x, y)| x != y).count();
    let jaro = jaro(a.len(), b.len(), scratch.order.len(), moved / 2);
    let prefix = a.iter().zip(b).take(PREFIX_LENGTH).take_while(|(x, y)| x == y).count();
    boosted(jaro, prefix)
}
