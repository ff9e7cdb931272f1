//! What an account says is not known: a figure, a name, a day, a cause, or whether a thing is so.

use crate::Place;
use crate::align::Term;
use crate::cues;
use crate::difference::phrase::Phrases;
use crate::story::Story;
use corroborate_text::{Span, fold, rows, stem};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// What a *not known* asks for.
pub(super) struct Words {
    /// Its terms without words of not knowing.
    pub(super) about: Vec<Term>,
    /// It asks for a figure: `the number of`, `the size of`.
    pub(super) figure: bool,
    /// It asks how many did something.
    pub(super) many: bool,
    /// It asks for a sum: `what it is worth`, `whether they will be compensated`.
    pub(super) money: bool,
    /// It asks for a name: `did not name`, `the identity of`.
    pub(super) name: bool,
    /// It asks for the names of the dead.
    pub(super) dead: bool,
    /// It asks who comes next in an office.
    pub(super) next: bool,
    /// It asks for a measure that a story gives of few things: `how fast`.
    pub(super) dimension: Option<&'static str>,
    /// It asks for a day or an hour: `gave no date for`, `did not say when`.
    pub(super) time: bool,
    /// It asks why: `the cause of`, `did not say why`.
    pub(super) cause: bool,
    /// It asks whether a thing is so.
    pub(super) whether: bool,
    /// If so, or if it asks when, the words behind the auxiliaries: `count` of `will count`.
    pub(super) verbs: Vec<Term>,
    /// The account that says so.
    pub(super) account: usize,
}

/// The terms right behind an auxiliary.
fn verbs(text: &str, terms: &[Term]) -> Vec<Term> {
    let governed = |term: &&Term| {
        let before = text.get(..term.span.start()).unwrap_or_default();
        let word = before.split_whitespace().next_back().unwrap_or_default();
        cues::AUXILIARIES.contains(&word)
    };
    terms.iter().filter(governed).copied().collect()
}

/// Whether a stem says nothing of what is asked. `Whether it will count` asks for the counting.
fn is_empty(stem: &str, whether: bool) -> bool {
    GENERIC.contains(stem) && !(whether && MEASURES.contains(stem))
}

impl Words {
    pub(super) fn of(story: &Story, account: usize, clause: usize, terms: &[Term]) -> Self {
        let key = |term: &Term| story.stem(account, term);
        let says = |asked: &str| QUESTIONS.of(story.spaced(clause)).any(|kind| kind == asked);
        let any = |table: &FxHashSet<String>| terms.iter().any(|term| table.contains(&*key(term)));
        // `Whether it will count` asks for no count.
        let whether = story.spaced(clause).contains(" whether ");
        let when = story.spaced(clause).contains(" when ");
        let silent = silent_until(story, account, clause, terms);
        let asked = terms.iter().filter(|term| term.span.start() >= silent);
        Self {
            about: asked.filter(|term| !is_empty(&key(term), whether)).copied().collect(),
            whether,
            verbs: if whether || when { verbs(story.text(account), terms) } else { Vec::new() },
            figure: !whether && (any(&MEASURES) || says("figure")),
            many: says("figure"),
            money: says("money"),
            name: any(&NAMES) || says("name") || says("dead") || says("next"),
            dead: says("dead"),
            next: says("next"),
            dimension: ["speed", "temperature"].into_iter().find(|dimension| says(dimension)),
            time: says("date"),
            cause: says("cause"),
            account,
        }
    }
}

/// Where the words that say who keeps silent end: `the company did not disclose`. What it is silent on stands behind;
/// or else before, and nothing is passed over: `what it will pay the company has not said`.
fn silent_until(story: &Story, account: usize, clause: usize, terms: &[Term]) -> usize {
    let evidence = story.statement(clause).map_or(&[][..], |statement| statement.evidence.as_slice());
    let active = |span: &&Span| {
        let words = fold(story.words(Place::new(account, **span)));
        words.rsplit(' ').next().is_some_and(|verb| cues::SILENT.contains(&verb))
    };
    let told = |end: &usize| {
        let asked = terms.iter().filter(|term| term.span.start() >= *end);
        asked.into_iter().any(|term| !GENERIC.contains(&*story.stem(account, term)))
    };
    evidence.iter().filter(active).map(|span| span.end()).find(told).unwrap_or(0)
}

fn table(text: &'static str) -> FxHashSet<String> {
    rows(text).map(stem).collect()
}

/// Words that ask for a name.
static NAMES: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| cues::NAME_QUESTIONS.iter().copied().map(stem).collect());

/// Phrases that ask for a figure or a name, with their kind.
static QUESTIONS: LazyLock<Phrases<&str>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../../data/questions.tsv")).filter_map(|row| row.split_once('\t'));
    Phrases::new(rows.map(|(kind, phrase)| (phrase, kind)))
});

/// Words that ask for a figure: `number`, `size`, `cost`.
static MEASURES: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| table(include_str!("../../../data/measures.txt")));

/// Words of not knowing, which say nothing of what is not known.
static GENERIC: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let mut words = table(include_str!("../../../data/unknowing.txt"));
    words.extend(MEASURES.iter().cloned());
    words
});
