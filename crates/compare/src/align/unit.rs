//! Sentences and clauses with their terms.

use super::mark::{common_words, is_common, marks};
use super::reader::{EACH_SENTENCE, Reader};
use super::{Term, TermClass, event};
use crate::{Account, Entity, Place, entity};
use corroborate_temporal::TimeExpression;
use corroborate_text::Span;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A sentence of an account's running text.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    /// Index of the account.
    pub(crate) account: usize,
    /// Where it stands.
    pub(crate) span: Span,
    /// Its terms, in order.
    pub(crate) terms: Vec<Term>,
    /// Its clauses, as indices into [`Units::clauses`].
    pub(crate) clauses: Range<usize>,
    /// How far into the running text it stands, in 0..=1.
    pub(crate) place: f64,
    /// The entity to which the account gives what it says, as an index into the entities, where it is somebody's.
    pub(crate) voice: Option<usize>,
    /// Where other accounts print the same sentence, in their order; only in a large story.
    pub(crate) echoes: Vec<Place>,
}

impl Unit {
    /// Words of this sentence where the other accounts that print it have them.
    pub(crate) fn echoed(&self, words: Span) -> impl Iterator<Item = Place> + '_ {
        let within = self.span.covers(words).then(|| words.start() - self.span.start());
        within.into_iter().flat_map(move |offset| {
            let places = self.echoes.iter();
            places.map(move |echo| {
                let start = echo.span.start() + offset;
                Place::new(echo.account, Span::new(start, start + words.len()))
            })
        })
    }
}

/// A clause of a sentence: what is aligned in the end.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    /// Index of the sentence.
    pub(crate) unit: usize,
    /// Where it stands.
    pub(crate) span: Span,
    /// Its terms, in order.
    pub(crate) terms: Vec<Term>,
    /// The statement it was cut as, as an index into the account's statements.
    pub(crate) statement: Option<usize>,
}

/// All sentences and clauses of a story, account by account, in text order.
///
/// In a story of many accounts a sentence that several print to the letter stands here once, as the first account has
/// it: the others are its [`echoes`](Unit::echoes). What they say is what it says, and what is found of it is found
/// of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Units {
    pub(crate) units: Vec<Unit>,
    pub(crate) clauses: Vec<Clause>,
    /// The number of each account's event; the accounts of different events are not compared.
    pub(crate) events: Vec<usize>,
    /// What each key of a term stands for: of words the stem.
    keys: Vec<String>,
}

impl Units {
    /// Reads the running text of every account.
    pub(crate) fn new(accounts: &[Account], entities: &[Entity], dates: &[Vec<TimeExpression>]) -> Self {
        let mut reader = Reader::default();
        let mut first_told = (accounts.len() > EACH_SENTENCE).then(FxHashMap::default);
        let common = common_words(accounts, &mut reader.words);
        let mut named: Vec<Vec<(usize, Span)>> = vec![Vec::new(); accounts.len()];
        for (number, entity) in entities.iter().enumerate() {
            for mention in &entity.mentions {
                if let Some(named) = named.get_mut(mention.place.account) {
                    named.push((number, mention.place.span));
                }
            }
        }
        let names: FxHashMap<(usize, usize), usize> = entity::starts(entities).collect();
        for (index, account) in accounts.iter().enumerate() {
            let named = named.get(index).map_or(&[][..], Vec::as_slice);
            let mut marks = marks(named, account, entities, dates.get(index).map_or(&[], Vec::as_slice));
            marks.retain(|mark| !is_common(account, mark, &common));
            reader.read(index, account, &marks, &names, first_told.as_mut());
        }
        reader.weigh();
        let mut keys: Vec<(String, u32)> = reader.terms.keys.into_iter().collect();
        keys.sort_unstable_by_key(|(_, number)| *number);
        reader.found.keys = keys.into_iter().map(|(key, _)| key).collect();
        reader.found.events = event::events(&reader.found, accounts.len());
        reader.found
    }

    /// Whether two accounts tell of one event.
    pub(crate) fn one_event(&self, a: usize, b: usize) -> bool {
        self.events.get(a) == self.events.get(b)
    }

    /// Whether a sentence is a single clause, which holds all of its terms.
    pub(crate) fn is_one_clause(&self, unit: &Unit) -> bool {
        let clauses = self.clauses.get(unit.clauses.clone()).unwrap_or_default();
        matches!(clauses, [clause] if clause.terms.len() == unit.terms.len())
    }

    /// The stem of a term that is a word, or the stems of one that is a phrase.
    pub(crate) fn stem(&self, term: &Term) -> Option<&str> {
        let key = || self.keys.get(term.key as usize).map(String::as_str);
        matches!(term.class, TermClass::Word | TermClass::Title).then(key).flatten()
    }

    /// The account of a clause.
    pub(crate) fn account(&self, clause: usize) -> usize {
        let unit = self.clauses.get(clause).map_or(0, |clause| clause.unit);
        self.units.get(unit).map_or(0, |unit| unit.account)
    }

    /// Adds to some places, in order, those where other accounts print the same sentences.
    pub(crate) fn hear(&self, evidence: &mut Vec<Place>) {
        let of = |place: Place| self.holding(place).into_iter().flat_map(move |unit| unit.echoed(place.span));
        let echoes: Vec<Place> = evidence.iter().copied().flat_map(of).collect();
        if !echoes.is_empty() {
            evidence.extend(echoes);
            evidence.sort_unstable();
            evidence.dedup();
        }
    }

    /// The sentence that holds a place. One that only echoes another holds none.
    fn holding(&self, place: Place) -> Option<&Unit> {
        let key = |unit: &Unit| (unit.account, unit.span.start());
        let next = self.units.partition_point(|unit| key(unit) <= (place.account, place.span.start()));
        let unit = self.units.get(next.checked_sub(1)?)?;
        (unit.account == place.account && place.span.start() < unit.span.end()).then_some(unit)
    }
}
