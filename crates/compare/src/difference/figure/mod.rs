//! Differences of figures: the same thing counted or measured, with another result.
//!
//! Figures are brought together by what they count and by the clause around them; equal ones first, so that in
//! two sentences with several figures each the differing ones meet only what is left.

mod age;
mod relate;
mod slot;
mod subject;
mod sum;
mod toll;

use super::later::rows;
use super::phrase::Phrases;
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::Place;
use crate::align::{Term, TermClass};
use crate::lexicon;
use crate::story::Story;
use corroborate_extract::EntityKind;
use corroborate_quantity::{Quantity, QuantityKind, Relation, relation};
use corroborate_temporal::{Civil, Precision};
use corroborate_text::{Span, TokenKind, fold, stem, tokens};
use relate::{difference, shown, sides};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::LazyLock;
use subject::subject;
use sum::Sum;

/// A figure with what is around it.
struct Figure<'a> {
    quantity: &'a Quantity,
    place: Place,
    /// It stands above the running text, and its clause is that text's first.
    title: bool,
    /// Where a headline or a standfirst of its account gives it too.
    echoes: Vec<Place>,
    clause: usize,
    /// What is counted: the key of the name it holds, or the stem of its head.
    counted: Option<String>,
    /// The length of time that it is for: the stem of `day` in `2 tons a day`, `over` for `over ten years`.
    rate: Option<String>,
    /// What the other figures of its clause count.
    beside: Vec<String>,
    /// Terms of the clause that are no figures.
    context: Vec<Term>,
    /// Stems of the clause's terms.
    words: Vec<String>,
}

/// Finds differing figures for the same thing.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let flat = flat(story);
    let figures = figures(story, &flat);
    let slots = slot::slots(story, &figures);
    let mut sums = sum::find(&figures);
    sums.retain(|sum| sum.accounts(&figures).is_some_and(|(a, b)| story.units.one_event(a, b)));
    let added = |x: usize, y: usize| sums.iter().any(|sum| sum.explains(&figures, x, y));
    let mut found = sums.iter().filter_map(|sum| summed(story, &figures, sum)).fold(Vec::new(), merge);
    for slot in &slots.groups {
        let sides = sides(&figures, slot);
        for (index, first) in sides.iter().enumerate() {
            for second in sides.iter().skip(index + 1) {
                let second: Vec<usize> =
                    second.iter().copied().filter(|&y| !first.iter().any(|&x| added(x, y))).collect();
                if !second.is_empty() {
                    found.extend(difference(story, &figures, first, &second));
                }
            }
        }
    }
    found.extend(told_apart(story, &figures, &slots));
    found.extend(relate::disputes(story, &figures));
    found.extend(age::find(story));
    found
}

/// Figures that seem to be for the same thing, of which one account gives both.
fn told_apart(story: &Story, figures: &[Figure], slots: &slot::Slots) -> Vec<Difference> {
    let slot = |index: usize| -> Vec<usize> {
        let slot = slots.groups.iter().find(|slot| slot.contains(&index));
        slot.cloned().unwrap_or_else(|| vec![index])
    };
    let side = |index: usize| -> Vec<usize> {
        let sides = sides(figures, &slot(index));
        sides.into_iter().find(|side| side.contains(&index)).unwrap_or_default()
    };
    let mut found: BTreeMap<(Vec<usize>, Vec<usize>), Difference> = BTreeMap::new();
    for &(a, b) in &slots.told_apart {
        let key = (side(a), side(b));
        if !found.contains_key(&key)
            && let Some(mut difference) = difference(story, figures, &key.0, &key.1)
        {
            // Values that agree but for rounding or bounds are one value told twice.
            if difference.relation != DifferenceRelation::Compatible {
                relate::tell_apart(story, figures, &mut difference, &slot(a), &slot(b));
                found.insert(key, difference);
            }
        }
    }
    found.into_values().collect()
}

/// Adds a sum to those found, or its words to the finding of the same values.
fn merge(mut found: Vec<Difference>, next: Difference) -> Vec<Difference> {
    let values = |difference: &Difference| -> Vec<String> {
        difference.sides.iter().map(|side| digits(&side.value)).collect()
    };
    let same = found.iter_mut().find(|other| other.rule == next.rule && values(other) == values(&next));
    match same {
        Some(other) => {
            for (side, more) in other.sides.iter_mut().zip(next.sides) {
                side.evidence.extend(more.evidence);
                side.evidence.sort_unstable();
                side.evidence.dedup();
            }
        }
        None => found.push(next),
    }
    found
}

/// The numbers of a value: two accounts may name the parts differently.
fn digits(value: &str) -> String {
    value.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn summed(story: &Story, figures: &[Figure], sum: &Sum) -> Option<Difference> {
    let (whole, first, second) =
        (figures.get(sum.whole)?, figures.get(sum.parts.0)?, figures.get(sum.parts.1)?);
    let parts = Place::new(first.place.account, first.place.span.hull(second.place.span));
    let value = shown(story, whole);
    let added = format!("{} and {}", shown(story, first), shown(story, second));
    // `396 passengers` beside `341 passengers and 55 crew`: the whole is given as one of its parts.
    let mistaken = whole.counted.is_some() && [&first.counted, &second.counted].contains(&&whole.counted);
    let (relation, rule, why) = if mistaken {
        (DifferenceRelation::Conflict, "figure.part", ", and counts the other part as the same thing")
    } else {
        (DifferenceRelation::Compatible, "figure.sum", "")
    };
    Some(Difference {
        kind: DifferenceKind::Figure,
        relation,
        subject: subject(story, whole),
        explanation: format!("“{value}” is the sum of “{added}”{why}."),
        sides: vec![Side { value, evidence: whole.places() }, Side { value: added, evidence: vec![parts] }],
        rule,
        claim: story.claim_of(whole.clause),
    })
}

impl<'a> Figure<'a> {
    /// Where its account gives it.
    fn places(&self) -> Vec<Place> {
        let mut places: Vec<Place> = self.echoes.iter().copied().chain([self.place]).collect();
        places.sort_unstable();
        places
    }

    fn new(
        story: &Story<'a>,
        quantity: &'a Quantity,
        place: Place,
        clause: usize,
        counted: Option<String>,
    ) -> Self {
        let text = story.text(place.account);
        let terms = story.clause(clause).map_or(&[][..], |clause| clause.terms.as_slice());
        let context = terms.iter().filter(|term| term.class != TermClass::Figure).copied().collect();
        let words = terms.iter().map(|term| stem(&fold(term.span.of(text)))).collect();
        Self {
            quantity,
            place,
            title: false,
            echoes: Vec::new(),
            clause,
            counted,
            rate: None,
            beside: Vec::new(),
            context,
            words,
        }
    }
}

/// Rates as what they are for each length of time, by account and place: `$3 million a year` is money, so that it can be
/// held against `$3 million`.
fn flat(story: &Story) -> BTreeMap<(usize, usize), Quantity> {
    let mut found = BTreeMap::new();
    for (account, source) in story.accounts.iter().enumerate() {
        for quantity in &source.annotations.quantities {
            let kind = match quantity.unit {
                Some(unit) if unit.currency().is_some() => QuantityKind::Money,
                Some(unit) if unit.symbol == "%" => QuantityKind::Percent,
                Some(_) => QuantityKind::Measure,
                None => QuantityKind::Count,
            };
            if quantity.kind == QuantityKind::Rate && quantity.per.is_some() {
                found.insert(
                    (account, quantity.span.start()),
                    Quantity { kind, per: None, ..quantity.clone() },
                );
            }
        }
    }
    found
}

fn figures<'a>(story: &Story<'a>, flat: &'a BTreeMap<(usize, usize), Quantity>) -> Vec<Figure<'a>> {
    let mut found = Vec::new();
    let mut titles: Vec<Title> = Vec::new();
    for (account, source) in story.accounts.iter().enumerate() {
        for quantity in &source.annotations.quantities {
            let rank = quantity.kind == QuantityKind::Ordinal && quantity.counted.is_none();
            if rank || quantity.kind == QuantityKind::Age {
                continue;
            }
            let span = quantity.counted.map_or(quantity.span, |counted| quantity.span.hull(counted));
            let counted = quantity.counted.and_then(|span| counted(story, account, span));
            let Some(clause) = story.clause_at(account, quantity.number.start()) else {
                titles.push((Place::new(account, span), quantity, counted));
                continue;
            };
            let plain = flat.get(&(account, quantity.span.start())).unwrap_or(quantity);
            let rate = rate(&source.article.text, quantity);
            let figure = Figure::new(story, plain, Place::new(account, span), clause, counted);
            found.push(Figure { rate, ..figure });
        }
    }
    let mut found = without_conversions(story, found);
    same_thing(story, &mut found);
    tolls(story, &mut found);
    beside(&mut found);
    for figure in &mut found {
        figure.echoes =
            titles.iter().filter(|title| is_echo(title, figure)).map(|(place, ..)| *place).collect();
    }
    titles.retain(|title| !found.iter().any(|figure| is_echo(title, figure)));
    found.extend(of_titles(story, titles));
    found.sort_by_key(|figure| (figure.place.account, figure.clause, figure.place));
    found
}

/// A figure of a headline, a standfirst or another line above the running text, and what it counts.
type Title<'a> = (Place, &'a Quantity, Option<String>);

fn is_echo((place, quantity, counted): &Title, figure: &Figure) -> bool {
    place.account == figure.place.account
        && *counted == figure.counted
        && relation(quantity, figure.quantity) == Relation::Equal
}

/// Things counted above the running text and not in it: they are of what the first sentence tells.
fn of_titles<'a>(story: &Story<'a>, titles: Vec<Title<'a>>) -> Vec<Figure<'a>> {
    let mut found: Vec<Figure> = Vec::new();
    for title in titles {
        if let Some(figure) = found.iter_mut().find(|figure| is_echo(&title, figure)) {
            figure.echoes.push(title.0);
        } else if title.2.is_some()
            && title.1.kind == QuantityKind::Count
            && let Some(lead) = story.lead(title.0.account)
        {
            let figure = Figure::new(story, title.1, title.0, lead, title.2);
            found.push(Figure { title: true, ..figure });
        }
    }
    found
}

/// Counts people by what has happened to them, where the noun says no more than that they are people.
fn tolls(story: &Story, figures: &mut [Figure]) {
    let mut numbers: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
    for figure in figures.iter() {
        numbers.entry(figure.clause).or_default().push(figure.quantity.span);
    }
    for figure in figures {
        let quantity = figure.quantity;
        let whole = quantity.nominal.is_some_and(|value| value.fract() == 0.0);
        let plain = quantity.kind == QuantityKind::Count && quantity.unit.is_none() && whole;
        let people = |counted: &str| GENERIC.contains(counted) || toll::names(counted);
        if plain && figure.counted.as_deref().is_none_or(people) {
            let clause = story.place(figure.clause);
            let within = numbers.get(&figure.clause).map_or(&[][..], Vec::as_slice);
            let number = quantity.part_of.map_or(quantity.span, |whole| whole.hull(quantity.span));
            let bare = figure.counted.is_none();
            let found = toll::of(story.text(clause.account), clause.span, number, within, bare);
            let found = found.filter(|_| !is_history(story, clause));
            figure.counted = found.or(figure.counted.take());
        }
    }
}

/// Whether a place tells of a year before the story's: `the flood of 1987 killed 64 people`.
fn is_history(story: &Story, place: Place) -> bool {
    let dates = story.dates.get(place.account).map_or(&[][..], Vec::as_slice);
    let years = |place: Place| story.published(place.account).map(Civil::year);
    let now = years(place)
        .or_else(|| (0..story.accounts.len()).filter_map(|a| years(Place::new(a, place.span))).max());
    let inside =
        dates.iter().filter(|date| place.span.covers(date.span) && date.precision <= Precision::Year);
    let mut then = inside.filter_map(|date| date.latest);
    now.is_some_and(|now| then.any(|then| then.year() < now - 1))
}

fn rate(text: &str, quantity: &Quantity) -> Option<String> {
    let per = quantity.per.map(|per| stem(&fold(per.of(text).rsplit(' ').next().unwrap_or_default())));
    let end = quantity.counted.map_or(quantity.span.end(), |counted| counted.end().max(quantity.span.end()));
    let behind = text.get(end..).unwrap_or_default().trim_start();
    per.or_else(|| per_time(behind)).or_else(|| {
        behind.starts_with("over ").then(|| "over".to_owned()).filter(|_| is_span_of_years(behind))
    })
}

/// `) a day`: the length of time behind a measure told again in brackets.
fn per_time(behind: &str) -> Option<String> {
    let mut words = behind.strip_prefix(')')?.split_whitespace();
    let article = words.next().is_some_and(|word| matches!(word, "a" | "an" | "per" | "every"));
    let word =
        words.next().map(|word| word.trim_end_matches(|c: char| !c.is_alphanumeric())).filter(|_| article)?;
    let time = matches!(word, "second" | "minute" | "hour" | "day" | "night" | "week" | "month" | "year");
    time.then(|| stem(word))
}

/// `over two years`, `over the next ten years`.
fn is_span_of_years(behind: &str) -> bool {
    behind.split_whitespace().take(5).any(|word| matches!(stem(&fold(word)).as_str(), "year" | "month"))
}

/// Leaves out a measure told again in another unit right behind: `21 miles (34 km)`.
fn without_conversions<'a>(story: &Story, figures: Vec<Figure<'a>>) -> Vec<Figure<'a>> {
    let mut kept: Vec<Figure> = Vec::new();
    for figure in figures {
        let again = kept.last().is_some_and(|last| {
            let gap = Span::new(last.quantity.span.end(), figure.quantity.span.start());
            let between = story.text(figure.place.account).get(gap.start()..gap.end());
            last.place.account == figure.place.account
                && between.is_some_and(|between| {
                    between.chars().all(|c| !c.is_alphanumeric()) && between.contains('(')
                })
                && relate::converted(last.quantity, figure.quantity)
        });
        match kept.last_mut().filter(|_| again) {
            // `2 kilograms (4.4 pounds) a day`: what it is for stands behind both.
            Some(last) => last.rate = last.rate.take().or(figure.rate),
            None => kept.push(figure),
        }
    }
    kept
}

/// Gives a figure without a noun the thing counted by the other end of `from 31 to 35 wells`, or by the one thing of
/// which another account gives a number so particular.
fn same_thing(story: &Story, figures: &mut [Figure]) {
    let mut particular: BTreeMap<u64, BTreeSet<String>> = BTreeMap::new();
    for figure in figures.iter() {
        if let (Some(counted), Some(value)) = (&figure.counted, slot::particular(figure.quantity)) {
            particular.entry(value.to_bits()).or_default().insert(counted.clone());
        }
    }
    for figure in
        figures.iter_mut().filter(|figure| figure.counted.is_none() && figure.quantity.unit.is_none())
    {
        let things = slot::particular(figure.quantity).and_then(|value| particular.get(&value.to_bits()));
        figure.counted = things.filter(|things| things.len() == 1).and_then(|things| things.first().cloned());
    }
    for index in 1..figures.len() {
        let Some([first, second]) = figures.get_mut(index - 1..=index) else { continue };
        let gap = first.place.span.end()..second.quantity.span.start();
        let between = story.text(first.place.account).get(gap).map_or("", str::trim);
        if first.clause == second.clause && between == "to" {
            let counted = first.counted.clone().or_else(|| second.counted.clone());
            (first.counted, second.counted) = (counted.clone(), counted);
        }
    }
}

/// Notes for each figure what the others of its clause count.
fn beside(figures: &mut [Figure]) {
    let mut of_clause: BTreeMap<usize, Vec<(usize, String)>> = BTreeMap::new();
    for (index, figure) in figures.iter().enumerate() {
        let counted = figure.counted.iter().map(|counted| (index, counted.clone()));
        of_clause.entry(figure.clause).or_default().extend(counted);
    }
    for (index, figure) in figures.iter_mut().enumerate() {
        let counts = of_clause.get(&figure.clause).into_iter().flatten();
        figure.beside =
            counts.filter(|(other, _)| *other != index).map(|(_, counted)| counted.clone()).collect();
    }
}

/// The key of what is counted: the entity of a people's name (`four Danes`), or the stem of the head noun.
fn counted(story: &Story, account: usize, span: Span) -> Option<String> {
    let text = story.text(account);
    let words: Vec<Span> = tokens(span.of(text))
        .into_iter()
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| token.span.shifted(span.start()))
        .collect();
    // `heads of state`: the head stands before the preposition.
    let of = words.iter().position(|word| matches!(word.of(text), "of" | "in" | "from" | "at" | "on"));
    let head = match of {
        Some(of) if of > 0 => words.get(of - 1),
        _ => words.last(),
    }?;
    let people = story.entity(account, head.start()).filter(|&entity| {
        story.entities.get(entity).is_some_and(|e| matches!(e.kind, EntityKind::Group | EntityKind::Place))
    });
    Some(people.map_or_else(|| stem(&fold(head.of(text))), |entity| format!("@{entity}")))
}

/// Whether what is counted are people, a name of a people among them.
fn is_person(stem: &str) -> bool {
    stem.starts_with('@') || toll::is_toll(stem) || GENERIC.contains(stem) || lexicon::is_person(stem)
}

/// Stems of words that can stand for most things counted.
static GENERIC: LazyLock<HashSet<String>> =
    LazyLock::new(|| rows(include_str!("../../../data/generic-counted.txt")).map(stem).collect());

/// Phrases that say that several things are taken together, or one apart.
static SCOPES: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::new(rows(include_str!("../../../data/scopes.txt")).map(|row| (row, ()))));
