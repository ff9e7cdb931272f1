//! Sentences and clauses with their terms.

use super::term::{kin, longest_phrase};
use super::{Term, TermClass, event};
use crate::lexicon;
use crate::{Account, Entity, Place};
use corroborate_extract::{EntityKind, Quotation};
use corroborate_temporal::TimeExpression;
use corroborate_text::{Span, Token, TokenKind, fold, stem, tokens};

use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// Quotations looked at before the end of a sentence: they nest a few levels deep at most.
const NEAR_QUOTATIONS: usize = 8;

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
        let mut reader = Reader { keys: FxHashMap::default(), found: Self::default() };
        let mut first_told = (accounts.len() > EACH_SENTENCE).then(FxHashMap::default);
        let common = common_words(accounts);
        let mut named: Vec<Vec<(usize, Span)>> = vec![Vec::new(); accounts.len()];
        for (number, entity) in entities.iter().enumerate() {
            for mention in &entity.mentions {
                if let Some(named) = named.get_mut(mention.place.account) {
                    named.push((number, mention.place.span));
                }
            }
        }
        let names: FxHashMap<(usize, usize), usize> = entities
            .iter()
            .enumerate()
            .flat_map(|(number, entity)| {
                entity.mentions.iter().map(move |m| ((m.place.account, m.place.span.start()), number))
            })
            .collect();
        for (index, account) in accounts.iter().enumerate() {
            let named = named.get(index).map_or(&[][..], Vec::as_slice);
            let mut marks = marks(named, account, entities, dates.get(index).map_or(&[], Vec::as_slice));
            marks.retain(|mark| !is_common(account, mark, &common));
            reader.read(index, account, &marks, &names, first_told.as_mut());
        }
        reader.weigh();
        let mut keys: Vec<(String, u32)> = reader.keys.into_iter().collect();
        keys.sort_unstable_by_key(|(_, number)| *number);
        reader.found.keys = keys.into_iter().map(|(key, _)| key).collect();
        reader.found.events = event::events(&reader.found, accounts.len());
        reader.found
    }

    /// Whether two accounts tell of one event.
    pub(crate) fn one_event(&self, a: usize, b: usize) -> bool {
        self.events.get(a) == self.events.get(b)
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

/// Stories of up to so many accounts are read sentence by sentence; in larger ones a sentence that several accounts
/// print to the letter is read once.
const EACH_SENTENCE: usize = 32;

/// What tells a sentence from another that is not printed from it: its words, its terms (a name or a date may mean
/// something else in another account), whose words they are, and where it is cut.
type Print<'t> = (&'t str, Vec<(u32, TermClass)>, Option<usize>, Vec<Span>);

/// A stretch of text that is one term whatever its words.
struct Mark {
    span: Span,
    class: TermClass,
    key: String,
    /// It may be no name at all.
    unsure: bool,
}

/// Names, titles, figures and dates of an account, in order and without overlap; names win.
fn marks(
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
            unsure: entities.get(number).is_some_and(|entity| entity.kind == EntityKind::Other),
        });
    }
    for date in dates {
        found.push(Mark {
            span: date.span,
            class: TermClass::Date,
            key: format!("~{}", day(&date.value)),
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
        found.push(Mark { span: quantity.number, class: TermClass::Figure, key, unsure: false });
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
fn common_words(accounts: &[Account]) -> FxHashSet<String> {
    let words: FxHashSet<&str> = accounts
        .iter()
        .flat_map(|account| {
            let text = account.article.text.as_str();
            let small = |word: &&str| word.starts_with(char::is_lowercase);
            tokens(text).into_iter().map(move |token| token.span.of(text)).filter(small)
        })
        .collect();
    words.into_iter().map(|word| stem(&fold(word))).collect()
}

/// Whether a name of no known kind is a word that opens a sentence: the story writes it small elsewhere, or it has
/// synonyms.
fn is_common(account: &Account, mark: &Mark, common: &FxHashSet<String>) -> bool {
    let word = || stem(&fold(mark.span.of(&account.article.text)));
    mark.unsure && (common.contains(&word()) || !lexicon::groups(&word()).is_empty())
}

struct Reader {
    keys: FxHashMap<String, u32>,
    found: Units,
}

impl Reader {
    fn read<'t>(
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
    fn terms(&mut self, text: &str, sentence: Span, marks: &[Mark], titles: &[Span]) -> Vec<Term> {
        let first = marks.partition_point(|mark| mark.span.end() <= sentence.start());
        let marks = marks.get(first..).unwrap_or_default();
        let mut marks = marks.iter().take_while(|mark| mark.span.start() < sentence.end()).peekable();
        let mut found = Vec::new();
        let mut words: Vec<(Token, String)> = Vec::new();
        for token in tokens(sentence.of(text)) {
            let token = Token { span: token.span.shifted(sentence.start()), kind: token.kind };
            while let Some(mark) = marks.next_if(|mark| mark.span.start() < token.span.end()) {
                self.words(&mut words, titles, &mut found);
                found.push(self.term(&mark.key, mark.class, mark.span));
            }
            let marked = found.last().is_some_and(|term| term.span.end() > token.span.start());
            if !marked && matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                words.push((token, fold(token.span.of(text))));
            }
        }
        self.words(&mut words, titles, &mut found);
        found
    }

    /// Turns a run of plain words into terms, longest phrases first, and empties it.
    fn words(&mut self, words: &mut Vec<(Token, String)>, titles: &[Span], found: &mut Vec<Term>) {
        let stems: Vec<String> = words.iter().map(|(_, word)| stem(word)).collect();
        let mut at = 0;
        while let (Some((token, word)), Some(rest)) = (words.get(at), stems.get(at..)) {
            let nearest = titles.partition_point(|title| title.end() <= token.span.start());
            let title = titles.get(nearest).is_some_and(|title| title.covers(token.span));
            let class = if title { TermClass::Title } else { TermClass::Word };
            if let Some((phrase, length)) = longest_phrase(rest) {
                let end = words.get(at + length - 1).map_or(token.span, |(token, _)| token.span);
                found.push(self.term(&phrase, class, token.span.hull(end)));
                at += length;
                continue;
            }
            if !lexicon::is_stopword(word) {
                let key = stems.get(at).cloned().unwrap_or_default();
                found.push(self.term(&key, class, token.span));
            }
            at += 1;
        }
        words.clear();
    }

    fn term(&mut self, key: &str, class: TermClass, span: Span) -> Term {
        let next = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        let number = *self.keys.entry(key.to_owned()).or_insert(next);
        let general = match class {
            TermClass::Word | TermClass::Title => lexicon::rarity(key),
            TermClass::Entity => 6.0,
            TermClass::Figure => figure_rarity(key),
            TermClass::Date => 7.0,
        };
        let groups = lexicon::groups(key);
        Term { key: number, class, span, rarity: general, weight: general, groups, kin: kin(groups) }
    }

    /// Weighs each term by how much it says in general and in this story.
    fn weigh(&mut self) {
        let mut met: Vec<u32> = vec![0; self.keys.len()];
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
        let weigh = |term: &mut Term| {
            let here = f64::from(met.get(term.key as usize).copied().unwrap_or(0));
            let story = ((sentences + 1.0) / (here + 0.5)).ln().max(0.1);
            term.weight = term.class.weight() * (story * term.weight.max(0.1)).sqrt();
        };
        self.found.units.iter_mut().flat_map(|unit| &mut unit.terms).for_each(weigh);
        self.found.clauses.iter_mut().flat_map(|clause| &mut clause.terms).for_each(weigh);
    }
}

/// How much a figure says by itself: one of a few units or things is met everywhere, 4,217 hardly twice.
fn figure_rarity(key: &str) -> f64 {
    let digits = key.chars().filter(char::is_ascii_digit).collect::<String>();
    match digits.trim_end_matches('0').len() {
        0 | 1 => 5.0,
        2 => 7.0,
        _ => 8.5,
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
