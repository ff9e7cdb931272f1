//! From the annotated text of accounts to sentences and clauses with their terms.

use super::mark::Mark;
use super::term::{AMOUNTS, Terms, longest_phrase};
use super::unit::{Clause, Unit, Units};
use super::word::Words;
use super::{Term, TermClass};
use crate::lexicon::LONGEST_PHRASE;
use crate::{Account, Place};
use corroborate_extract::Quotation;
use corroborate_text::{Span, Token, TokenKind, tokens};
use rustc_hash::FxHashMap;

/// Quotations looked at before the end of a sentence: they nest a few levels deep at most.
const NEAR_QUOTATIONS: usize = 8;

/// Stories of up to so many accounts are read sentence by sentence; in larger ones a sentence that several accounts
/// print to the letter is read once.
pub(super) const EACH_SENTENCE: usize = 32;

/// What tells a sentence from another that is not printed from it: its words, its terms (a name or a date may mean
/// something else in another account), whose words they are, and where it is cut.
pub(super) type Print<'t> = (&'t str, Vec<(u32, TermClass)>, Option<usize>, Vec<Span>);

#[derive(Default)]
pub(super) struct Reader<'t> {
    pub(super) terms: Terms,
    pub(super) words: Words<'t>,
    pub(super) found: Units,
}

impl<'t> Reader<'t> {
    pub(super) fn read(
        &mut self,
        index: usize,
        account: &'t Account,
        marks: &[Mark],
        names: &FxHashMap<(usize, usize), usize>,
        mut first_told: Option<&mut FxHashMap<Print<'t>, usize>>,
    ) {
        let text = &account.article.text;
        let titles = titles(account);
        let body: Vec<(usize, Span)> = account
            .annotations
            .sentences
            .iter()
            .enumerate()
            .filter(|(_, sentence)| sentence.role.is_body())
            .map(|(number, sentence)| (number, sentence.span))
            .collect();
        let last = body.len().saturating_sub(1).max(1);
        let mut statements = account.annotations.statements.iter().enumerate().peekable();
        for (position, &(sentence, span)) in body.iter().enumerate() {
            let terms = self.terms(text, span, marks, &titles);
            while statements.next_if(|(_, statement)| statement.sentence < sentence).is_some() {}
            let mut cuts: Vec<(Span, Option<usize>)> = Vec::new();
            while let Some((number, statement)) =
                statements.next_if(|(_, statement)| statement.sentence == sentence)
            {
                cuts.push((statement.span, Some(number)));
            }
            if cuts.is_empty() {
                cuts.push((span, None));
            }
            let quotations = &account.annotations.quotations;
            let end = quotations.partition_point(|quotation| quotation.content.start() < span.end());
            let near = quotations.get(end.saturating_sub(NEAR_QUOTATIONS)..end).unwrap_or_default();
            let inside = |quotation: &&Quotation| {
                quotation.content.overlaps(span) && 3 * quotation.content.len() >= span.len()
            };
            let quoted = near.iter().find(inside);
            let voice = quoted.and_then(|quotation| {
                let speaker = quotation.speaker?;
                let mention = account.annotations.mentions.get(speaker.mention?)?;
                names.get(&(index, mention.span.start())).copied()
            });
            let unit = self.found.units.len();
            if let Some(first_told) = first_told.as_deref_mut() {
                let cuts = cuts.iter().map(|(cut, _)| {
                    Span::new(
                        cut.start().saturating_sub(span.start()),
                        cut.end().saturating_sub(span.start()),
                    )
                });
                let keys = terms.iter().map(|term| (term.key, term.class)).collect();
                let print = (span.of(text), keys, voice, cuts.collect());
                let first = *first_told.entry(print).or_insert(unit);
                // An account that repeats itself says it twice.
                if let Some(first) = self.found.units.get_mut(first).filter(|first| first.account != index) {
                    first.echoes.push(Place::new(index, span));
                    continue;
                }
            }
            let first = self.found.clauses.len();
            for (cut, statement) in cuts {
                let inside = terms.iter().filter(|term| cut.covers(term.span)).copied().collect();
                self.found.clauses.push(Clause { unit, span: cut, terms: inside, statement });
            }
            self.found.units.push(Unit {
                account: index,
                span,
                terms,
                clauses: first..self.found.clauses.len(),
                place: position as f64 / last as f64,
                voice,
                echoes: Vec::new(),
            });
        }
    }

    /// The terms of a sentence: its names, figures and dates, and the stems of its other content words.
    fn terms(&mut self, text: &'t str, sentence: Span, marks: &[Mark], titles: &[Span]) -> Vec<Term> {
        let first = marks.partition_point(|mark| mark.span.end() <= sentence.start());
        let marks = marks.get(first..).unwrap_or_default();
        let mut marks = marks.iter().take_while(|mark| mark.span.start() < sentence.end()).peekable();
        let tokens = tokens(sentence.of(text));
        let mut found = Vec::with_capacity(tokens.len() / 2);
        let mut words: Vec<(Token, usize)> = Vec::with_capacity(tokens.len() / 2);
        for token in tokens {
            let token = Token { span: token.span.shifted(sentence.start()), kind: token.kind };
            while let Some(mark) = marks.next_if(|mark| mark.span.start() < token.span.end()) {
                self.close(&mut words, titles, &mut found);
                let term = self.terms.term(&mark.key, mark.class, mark.span);
                match mark.amount {
                    // The hour stands beside its day.
                    Some(hour) if mark.class == TermClass::Date => {
                        let at = self.terms.term(&format!("^{}", hour.value()), mark.class, mark.span);
                        found.extend([Term { amount: Some(hour), ..at }, term]);
                    }
                    amount => found.push(Term { amount, ..term }),
                }
            }
            let marked = found.last().is_some_and(|term| term.span.end() > token.span.start());
            if !marked && matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                words.push((token, self.words.number(token.span.of(text))));
            }
        }
        self.close(&mut words, titles, &mut found);
        found
    }

    /// Turns a run of plain words into terms, longest phrases first, and empties it.
    fn close(&mut self, run: &mut Vec<(Token, usize)>, titles: &[Span], found: &mut Vec<Term>) {
        let mut at = 0;
        while let (Some((token, number)), Some(rest)) = (run.get(at), run.get(at..)) {
            let nearest = titles.partition_point(|title| title.end() <= token.span.start());
            let title = titles.get(nearest).is_some_and(|title| title.covers(token.span));
            let class = if title { TermClass::Title } else { TermClass::Word };
            let word = self.words.get(*number);
            let stems = || rest.iter().map(|(_, number)| self.words.get(*number).stem.as_str());
            let phrase =
                word.opens_phrase.then(|| longest_phrase(&stems().take(LONGEST_PHRASE).collect::<Vec<_>>()));
            if let Some((phrase, length)) = phrase.flatten() {
                let end = run.get(at + length - 1).map_or(token.span, |(token, _)| token.span);
                found.push(self.terms.term(&phrase, class, token.span.hull(end)));
                at += length;
                continue;
            }
            if !word.is_stopword {
                found.push(self.terms.term(&word.stem, class, token.span));
            }
            at += 1;
        }
        run.clear();
    }

    /// Weighs each term by how much it says in general and in this story, and marks those that have synonyms in it.
    pub(super) fn weigh(&mut self) {
        let mut met: Vec<u32> = vec![0; self.terms.keys.len()];
        for unit in &self.found.units {
            let mut keys: Vec<u32> = unit.terms.iter().map(|term| term.key).collect();
            keys.sort_unstable();
            keys.dedup();
            for key in keys {
                if let Some(met) = met.get_mut(key as usize) {
                    *met += 1;
                }
            }
        }
        let sentences = self.found.units.len() as f64;
        let kin = self.terms.kin();
        let weigh = |term: &mut Term| {
            let here = f64::from(met.get(term.key as usize).copied().unwrap_or(0));
            let story = ((sentences + 1.0) / (here + 0.5)).ln().max(0.1);
            term.weight = term.class.weight() * (story * term.weight.max(0.1)).sqrt();
            term.kin = match term.amount {
                Some(_) => AMOUNTS,
                None => kin.get(term.key as usize).copied().unwrap_or(0),
            };
            if term.kin == 0 {
                term.groups = &[];
            }
        };
        self.found.units.iter_mut().flat_map(|unit| &mut unit.terms).for_each(weigh);
        self.found.clauses.iter_mut().flat_map(|clause| &mut clause.terms).for_each(weigh);
    }
}

/// Titles and honorifics: the parts of mentions before the name itself.
fn titles(account: &Account) -> Vec<Span> {
    let mentions = account.annotations.mentions.iter();
    mentions
        .map(|mention| Span::new(mention.full.start(), mention.span.start()))
        .filter(|title| !title.is_empty())
        .collect()
}
