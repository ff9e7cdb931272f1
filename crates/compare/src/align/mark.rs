//! Names, figures and dates of an account: stretches of text that are one term whatever their words.

use super::TermClass;
use super::amount::Amount;
use super::word::Words;
use crate::{Account, Entity, lexicon};
use corroborate_extract::EntityKind;
use corroborate_temporal::TimeExpression;
use corroborate_text::{Span, fold, stem, tokens};
use rustc_hash::FxHashSet;

/// A stretch of text that is one term whatever its words.
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) class: TermClass,
    pub(super) key: String,
    /// What a figure, or the hour of a date, comes to.
    pub(super) amount: Option<Amount>,
    /// It may be no name at all.
    unsure: bool,
}

/// Names, titles, figures and dates of an account, in order and without overlap; names win.
pub(super) fn marks(
    named: &[(usize, Span)],
    account: &Account,
    entities: &[Entity],
    dates: &[TimeExpression],
) -> Vec<Mark> {
    let mut found = Vec::new();
    for &(number, span) in named {
        found.push(Mark {
            span,
            class: TermClass::Entity,
            key: format!("@{number}"),
            amount: None,
            unsure: entities.get(number).is_some_and(|entity| entity.kind == EntityKind::Other),
        });
    }
    for date in dates {
        found.push(Mark {
            span: date.span,
            class: TermClass::Date,
            key: format!("~{}", day(&date.value)),
            amount: Amount::hour(&date.value),
            unsure: false,
        });
    }
    for quantity in &account.annotations.quantities {
        let Some(value) = quantity.nominal.or(quantity.lower.map(|bound| bound.value)) else { continue };
        let key = match quantity.unit {
            // Rounded, so that the same measure in two systems is one term.
            Some(unit) => format!("#{:.1e}{}", value * unit.factor + unit.offset, unit.dimension),
            None => format!("#{value}"),
        };
        let amount = Amount::of(quantity);
        found.push(Mark { span: quantity.number, class: TermClass::Figure, key, amount, unsure: false });
    }
    found.sort_by_key(|mark| (mark.span.start(), mark.class, std::cmp::Reverse(mark.span.end())));
    let mut end = 0;
    found.retain(|mark| {
        let free = mark.span.start() >= end;
        if free {
            end = mark.span.end();
        }
        free
    });
    found
}

/// A time of day by its day: what is told by the hour in one account is told by the day in another.
fn day(value: &str) -> &str {
    value.split_once('T').map_or(value, |(day, _)| if day.len() == "2000-01-01".len() { day } else { value })
}

/// The stems of all words that any account writes small.
pub(super) fn common_words<'t>(accounts: &'t [Account], words: &mut Words<'t>) -> FxHashSet<String> {
    let small = |word: &&str| word.starts_with(char::is_lowercase);
    let mut numbers: Vec<usize> = Vec::new();
    for text in accounts.iter().map(|account| account.article.text.as_str()) {
        let written = tokens(text).into_iter().map(|token| token.span.of(text)).filter(small);
        numbers.extend(written.map(|written| words.number(written)));
    }
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().map(|number| words.get(number).stem.clone()).collect()
}

/// Whether a name of no known kind is a word that opens a sentence: the story writes it small elsewhere, or it has
/// synonyms.
pub(super) fn is_common(account: &Account, mark: &Mark, common: &FxHashSet<String>) -> bool {
    let word = || stem(&fold(mark.span.of(&account.article.text)));
    mark.unsure && (common.contains(&word()) || !lexicon::groups(&word()).is_empty())
}
