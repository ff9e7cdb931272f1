//! The figures of a story, each with what is around it.

use super::{Figure, digits, rate, toll};
use crate::Place;
use crate::cues;
use crate::story::Story;
use corroborate_extract::EntityKind;
use corroborate_quantity::{Quantity, QuantityKind, Relation, relation};
use corroborate_temporal::TimexType;
use corroborate_text::{Span, TokenKind, fold, stem, tokens};
use std::collections::{BTreeMap, BTreeSet};

/// Rates as what they are for each length of time, by account and place: `$3 million a year` is money, so that it can be
/// held against `$3 million`.
pub(super) fn flat(story: &Story) -> BTreeMap<(usize, usize), Quantity> {
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

pub(super) fn figures<'a>(
    story: &Story<'a>,
    flat: &'a BTreeMap<(usize, usize), Quantity>,
) -> Vec<Figure<'a>> {
    let mut found = Vec::new();
    let mut titles: Vec<Title> = Vec::new();
    for (account, source) in story.accounts.iter().enumerate() {
        for quantity in &source.annotations.quantities {
            let rank = quantity.kind == QuantityKind::Ordinal && quantity.counted.is_none();
            if rank
                || quantity.kind == QuantityKind::Age
                || in_a_time(story, account, quantity)
                || is_supposed(story, account, quantity)
            {
                continue;
            }
            let span = quantity.counted.map_or(quantity.span, |counted| quantity.span.hull(counted));
            let counted = quantity.counted.and_then(|span| counted(story, account, span));
            let Some(clause) = story.clause_at(account, quantity.number.start()) else {
                titles.push((Place::new(account, span), quantity, counted));
                continue;
            };
            let plain = flat.get(&(account, quantity.span.start())).unwrap_or(quantity);
            let rate = rate::of(&source.article.text, quantity);
            let figure = Figure::new(story, plain, Place::new(account, span), clause, counted);
            found.push(Figure { rate, ..figure });
        }
    }
    let mut found = without_conversions(story, found);
    same_thing(story, &mut found);
    toll::count(story, &mut found);
    among(story, &mut found);
    toll::whole(story, &mut found);
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

/// Whether a number is one of a condition: `if one guard is still at the ford`.
fn is_supposed(story: &Story, account: usize, quantity: &Quantity) -> bool {
    let clause = story.clause_at(account, quantity.number.start());
    let condition = clause.and_then(|clause| story.statement(clause)?.condition);
    let opens = |at: Span| {
        let first = at.of(story.text(account)).split(' ').next().unwrap_or_default();
        cues::SUPPOSITIONS.iter().any(|word| first.eq_ignore_ascii_case(word))
    };
    condition.is_some_and(|at| at.covers(quantity.number) && opens(at))
}

/// Whether a number is part of an hour: `at about six on Wednesday morning`.
fn in_a_time(story: &Story, account: usize, quantity: &Quantity) -> bool {
    let dates = story.dates.get(account).map_or(&[][..], Vec::as_slice);
    let next = dates.partition_point(|date| date.span.end() < quantity.number.end());
    dates.get(next).is_some_and(|date| date.kind == TimexType::Time && date.span.covers(quantity.number))
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
                && digits::converted(last.quantity, figure.quantity)
        });
        match kept.last_mut().filter(|_| again) {
            // `3 kilograms (6.6 pounds) a day`: what it is for stands behind both.
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
        if let (Some(counted), Some(value)) = (&figure.counted, digits::particular(figure.quantity)) {
            particular.entry(value.to_bits()).or_default().insert(counted.clone());
        }
    }
    for figure in
        figures.iter_mut().filter(|figure| figure.counted.is_none() && figure.quantity.unit.is_none())
    {
        let things = digits::particular(figure.quantity).and_then(|value| particular.get(&value.to_bits()));
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

/// Gives `11 of them` the number of the larger figure before it, in the same sentence or the one before, and what that
/// counts.
fn among(story: &Story, figures: &mut [Figure]) {
    let unit = |figure: &Figure| story.clause(figure.clause).map_or(0, |clause| clause.unit);
    for index in 1..figures.len() {
        let (before, rest) = figures.split_at_mut(index);
        let Some(part) = rest.first_mut().filter(|figure| figure.part) else { continue };
        let near = |whole: &&Figure| {
            whole.place.account == part.place.account && unit(whole) + 1 >= unit(part) && !whole.part
        };
        let larger = |whole: &&Figure| {
            whole.counted.is_some()
                && whole.quantity.nominal.zip(part.quantity.nominal).is_some_and(|(whole, part)| whole > part)
        };
        let whole = before.iter().rev().take_while(near).find(larger);
        part.among = whole.and_then(|whole| whole.quantity.nominal);
        if part.counted.is_none() {
            part.counted = whole.and_then(|whole| whole.counted.clone());
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
    let of = words.iter().position(|word| cues::NOUN_PREPOSITIONS.contains(&word.of(text)));
    let head = match of {
        Some(of) if of > 0 => words.get(of - 1),
        _ => words.last(),
    }?;
    let people = story.entity(account, head.start()).filter(|&entity| {
        story.entities.get(entity).is_some_and(|e| matches!(e.kind, EntityKind::Group | EntityKind::Place))
    });
    Some(people.map_or_else(|| stem(&fold(head.of(text))), |entity| format!("@{entity}")))
}
