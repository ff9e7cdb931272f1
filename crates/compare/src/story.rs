//! A story as the rules see it: the accounts, what was found in each, and how their clauses are linked.

use crate::align::{Clause, Link, Term, Unit, Units};
use crate::claim::Grouped;
use crate::difference::spaced;
use crate::pairs::pairs;
use crate::{Account, Entity, Place, entity};
use corroborate_extract::Statement;
use corroborate_quantity::Quantity;
use corroborate_temporal::{Civil, TimeExpression};
use corroborate_text::{Span, fold, single_spaced, stem};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A term in more clauses than this brings no candidates.
const MOST_POSTINGS: usize = 600;

/// Everything that the rules for differences look at.
pub(crate) struct Story<'a> {
    pub(crate) accounts: &'a [Account],
    pub(crate) entities: &'a [Entity],
    pub(crate) dates: &'a [Vec<TimeExpression>],
    pub(crate) units: &'a Units,
    pub(crate) groups: &'a [Grouped],
    /// Scores of linked clauses, the earlier first.
    links: BTreeMap<(usize, usize), f64>,
    /// Sentences of which any clauses are linked, each pair in both orders.
    linked_units: BTreeSet<(usize, usize)>,
    /// The words of each clause for looking up phrases.
    spaced: Vec<String>,
    /// The claim of each clause, where it has one.
    claims: Vec<Option<usize>>,
    /// Terms and synonym groups to the clauses that hold them.
    postings: FxHashMap<u64, Vec<usize>>,
    /// Account and start of a mention to its entity.
    names: BTreeMap<(usize, usize), usize>,
    /// Account and start of the words for a speaker to the entity, where another account tells.
    voices: Option<&'a BTreeMap<(usize, usize), usize>>,
}

impl<'a> Story<'a> {
    pub(crate) fn new(
        accounts: &'a [Account],
        entities: &'a [Entity],
        dates: &'a [Vec<TimeExpression>],
        units: &'a Units,
        links: &[Link],
        groups: &'a [Grouped],
    ) -> Self {
        let unit = |clause: usize| units.clauses.get(clause).map_or(usize::MAX, |clause| clause.unit);
        let mut claims = vec![None; units.clauses.len()];
        for (claim, group) in groups.iter().enumerate() {
            for &clause in &group.clauses {
                if let Some(slot) = claims.get_mut(clause) {
                    slot.get_or_insert(claim);
                }
            }
        }
        let mut postings: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        for (index, clause) in units.clauses.iter().enumerate() {
            for key in clause.terms.iter().flat_map(Term::lookups) {
                let list = postings.entry(key).or_default();
                if list.last() != Some(&index) {
                    list.push(index);
                }
            }
        }
        let words = |clause: &Clause| {
            let account = units.units.get(clause.unit).and_then(|unit| accounts.get(unit.account));
            account.map_or_else(String::new, |account| spaced(account.article.words(clause.span)))
        };
        Self {
            spaced: units.clauses.iter().map(words).collect(),
            claims,
            postings,
            accounts,
            entities,
            dates,
            units,
            groups,
            links: links.iter().map(|link| ((link.a, link.b), link.score)).collect(),
            linked_units: links
                .iter()
                .flat_map(|link| [(unit(link.a), unit(link.b)), (unit(link.b), unit(link.a))])
                .collect(),
            names: entity::starts(entities).collect(),
            voices: None,
        }
    }

    /// The same, with the speakers whom other accounts tell.
    pub(crate) fn with_voices(self, voices: &'a BTreeMap<(usize, usize), usize>) -> Self {
        Self { voices: Some(voices), ..self }
    }

    /// The entity that the words for a speaker stand for, where other accounts tell.
    pub(crate) fn voice(&self, account: usize, words: Span) -> Option<usize> {
        self.voices?.get(&(account, words.start())).copied()
    }

    /// The text of an account.
    pub(crate) fn text(&self, account: usize) -> &'a str {
        self.accounts.get(account).map_or("", |account| account.article.text.as_str())
    }

    /// The words at a place.
    pub(crate) fn words(&self, place: Place) -> &'a str {
        place.span.of(self.text(place.account))
    }

    /// The quantities whose number stands at a place.
    pub(crate) fn quantities(&self, place: Place) -> impl Iterator<Item = &'a Quantity> + use<'a> {
        let account = self.accounts.get(place.account);
        let all = account.map_or(&[][..], |account| account.annotations.quantities.as_slice());
        all.iter().filter(move |quantity| place.span.covers(quantity.number))
    }

    /// The words at a place as a reader is shown them, on one line.
    pub(crate) fn shown(&self, place: Place) -> String {
        single_spaced(self.words(place))
    }

    /// The first of some places, shown.
    pub(crate) fn first_shown(&self, places: &[Place]) -> String {
        places.first().map_or_else(String::new, |&place| self.shown(place))
    }

    /// What a clause says, as terms.
    pub(crate) fn terms(&self, clause: usize) -> &'a [Term] {
        self.clause(clause).map_or(&[][..], |clause| clause.terms.as_slice())
    }

    /// The stem of the words of a term.
    pub(crate) fn stem(&self, account: usize, term: &Term) -> Cow<'a, str> {
        let read = || Cow::Owned(stem(&fold(self.words(Place::new(account, term.span)))));
        self.units.stem(term).map_or_else(read, Cow::Borrowed)
    }

    /// The words of a clause, folded, with one blank between them and on either side.
    pub(crate) fn spaced(&self, clause: usize) -> &str {
        self.spaced.get(clause).map_or("", String::as_str)
    }

    pub(crate) fn clause(&self, index: usize) -> Option<&'a Clause> {
        self.units.clauses.get(index)
    }

    pub(crate) fn unit(&self, clause: usize) -> Option<&'a Unit> {
        self.units.units.get(self.clause(clause)?.unit)
    }

    /// The place of a clause.
    pub(crate) fn place(&self, clause: usize) -> Place {
        let span = self.clause(clause).map_or(Span::empty(0), |clause| clause.span);
        Place::new(self.units.account(clause), span)
    }

    /// The statement that a clause was cut as.
    pub(crate) fn statement(&self, clause: usize) -> Option<&'a Statement> {
        let number = self.clause(clause)?.statement?;
        self.accounts.get(self.units.account(clause))?.annotations.statements.get(number)
    }

    /// The clause that holds a place of an account's running text.
    pub(crate) fn clause_at(&self, account: usize, offset: usize) -> Option<usize> {
        let key =
            |index: usize| self.units.clauses.get(index).map(|c| (self.units.account(index), c.span.start()));
        let (mut low, mut high) = (0, self.units.clauses.len());
        while low < high {
            let middle = low.midpoint(high);
            if key(middle).is_some_and(|found| found <= (account, offset)) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        let index = low.checked_sub(1)?;
        let clause = self.clause(index)?;
        (self.units.account(index) == account && offset < clause.span.end().max(clause.span.start() + 1))
            .then_some(index)
    }

    /// The first clause of an account's running text.
    pub(crate) fn lead(&self, account: usize) -> Option<usize> {
        let unit = self.units.units.partition_point(|unit| unit.account < account);
        self.units.units.get(unit).filter(|unit| unit.account == account).map(|unit| unit.clauses.start)
    }

    /// Whether the sentences of two clauses are linked.
    pub(crate) fn near(&self, a: usize, b: usize) -> bool {
        let unit = |clause: usize| self.clause(clause).map_or(usize::MAX, |clause| clause.unit);
        self.linked_units.contains(&(unit(a), unit(b)))
    }

    /// The clauses of the sentences that are linked to the sentence of a clause.
    pub(crate) fn linked_clauses(&self, clause: usize) -> impl Iterator<Item = usize> + '_ {
        let unit = self.clause(clause).map_or(usize::MAX, |clause| clause.unit);
        let near = self.linked_units.range((unit, 0)..(unit.saturating_add(1), 0)).map(|(_, other)| *other);
        near.flat_map(|other| self.units.units.get(other).map_or(0..0, |unit| unit.clauses.clone()))
    }

    /// What a difference is about: its claim's own words where they are those of the side, or else the words of the
    /// clause from which the side is taken.
    pub(crate) fn subject(&self, claim: Option<usize>, side: &[Place]) -> String {
        let summary = claim.and_then(|claim| self.groups.get(claim)).map(|group| group.claim.summary.clone());
        let Some(first) = side.first() else { return summary.unwrap_or_default() };
        let clause = |place: &Place| {
            let clause = self.clause_at(place.account, place.span.start()).map(|clause| self.place(clause));
            self.shown(clause.filter(|clause| clause.span.len() > place.span.len()).unwrap_or(*place))
        };
        match summary {
            Some(summary) if side.iter().any(|place| clause(place).contains(&summary)) => summary,
            _ => clause(first),
        }
    }

    /// Clauses that state the same: those of each claim that more than one account makes, and every two linked
    /// clauses that no claim holds together; with the claim of the first.
    pub(crate) fn alignments(&self) -> Vec<(Option<usize>, Vec<usize>)> {
        let groups = self.groups.iter().enumerate().filter(|(_, group)| group.clauses.len() > 1);
        let mut found: Vec<(Option<usize>, Vec<usize>)> =
            groups.map(|(claim, group)| (Some(claim), group.clauses.clone())).collect();
        let together: BTreeSet<(usize, usize)> =
            found.iter().flat_map(|(_, clauses)| pairs(clauses.iter().copied())).collect();
        let pairs = self.links.keys().filter(|pair| !together.contains(pair));
        found.extend(pairs.map(|&(a, b)| (self.claim_of(a), vec![a, b])));
        found
    }

    /// Linked clauses and their scores, in story order.
    pub(crate) fn links(&self) -> impl Iterator<Item = (usize, usize, f64)> + '_ {
        self.links.iter().map(|(&(a, b), &score)| (a, b, score))
    }

    /// The score of the link between two clauses, if they are linked.
    pub(crate) fn link(&self, a: usize, b: usize) -> Option<f64> {
        self.links.get(&(a.min(b), a.max(b))).copied()
    }

    /// The entity of the mention that starts at an offset.
    pub(crate) fn entity(&self, account: usize, start: usize) -> Option<usize> {
        self.names.get(&(account, start)).copied()
    }

    /// The clauses that share a term, or a synonym of one, with some terms of an account, in order: of all accounts of
    /// its event. Words that stand nearly
    /// everywhere bring none.
    pub(crate) fn sharing(&self, account: usize, terms: &[Term]) -> Vec<usize> {
        let lists = terms.iter().flat_map(Term::lookups).filter_map(|key| self.postings.get(&key));
        let of_event = |clause: &usize| self.units.one_event(self.units.account(*clause), account);
        // A bit for each clause: most stand in several lists, and the bits are in order.
        let mut near = vec![0_u64; self.units.clauses.len().div_ceil(64)];
        for &clause in lists.filter(|list| list.len() <= MOST_POSTINGS).flatten() {
            if let Some(bits) = near.get_mut(clause / 64) {
                *bits |= 1 << (clause % 64);
            }
        }
        let mut found = Vec::with_capacity(near.iter().map(|bits| bits.count_ones() as usize).sum());
        for (at, mut bits) in near.into_iter().enumerate() {
            while bits != 0 {
                found.push(64 * at + bits.trailing_zeros() as usize);
                bits &= bits - 1;
            }
        }
        found.retain(of_event);
        found
    }

    /// The claim that holds a clause.
    pub(crate) fn claim_of(&self, clause: usize) -> Option<usize> {
        self.claims.get(clause).copied().flatten()
    }

    /// When an account was published, in Greenwich time where its zone is known.
    pub(crate) fn published(&self, account: usize) -> Option<Civil> {
        let published = self.accounts.get(account)?.article.metadata.published.as_ref()?;
        let offset = published.offset.unwrap_or(0);
        published.moment.plus_seconds(-i64::from(offset) * 60)
    }
}
