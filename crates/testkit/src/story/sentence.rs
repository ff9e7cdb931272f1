//! One sentence of an account, and what it says.

use super::house::{CLOSE, House, Note, OPEN};
use super::phrase;
use super::role::Manner;
use super::sheet::{Change, Fact};
use super::values::Values;
use crate::seed::{Seed, rows};
use std::collections::{BTreeMap, BTreeSet};

/// A sentence and the fact it tells.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    pub(crate) fact: String,
    /// The mode of the sheet: `says`, `unknown`, `quote`, ….
    pub(crate) mode: String,
    /// Which of the mode's ways, and which words of it.
    form: usize,
    choices: Vec<usize>,
    pub(crate) text: String,
    pub(crate) quote: Option<Quote>,
    /// The slots it gives.
    pub(crate) slots: BTreeSet<String>,
    /// Persons whom it names for the first time, and others whom it names; by slot.
    introduced: BTreeSet<String>,
    mentioned: BTreeSet<String>,
    /// The outlet that the words were said to.
    outlet: Option<String>,
    /// Whether it is from the account's source.
    pub(crate) copied: bool,
}

impl Sentence {
    /// Whether `later` names someone whom this sentence introduces.
    pub(crate) fn introduces_for(&self, later: &Self) -> bool {
        !self.introduced.is_disjoint(&later.mentioned)
    }
}

/// Words between quotation marks.
#[derive(Clone, Debug)]
pub(crate) struct Quote {
    /// What stands between each pair of marks.
    pub(crate) inside: Vec<String>,
    /// The speaker's full name, as the account has it.
    pub(crate) speaker: String,
    pub(crate) version: Version,
}

/// How a quotation relates to what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    Whole,
    /// Without its second half, or without its first.
    Truncated,
    /// The second half put right behind the first.
    Spliced,
    Altered,
    Reattributed,
}

/// The writer of one account.
pub(crate) struct Writer<'a> {
    pub(crate) values: &'a Values,
    pub(crate) house: &'a House,
    /// What is planted in this account: fact and change.
    pub(crate) planted: Vec<(&'a str, &'a Change)>,
    /// Quotations that others alter, which this account gives as they were said.
    pub(crate) whole: &'a BTreeSet<String>,
    pub(crate) paraphrase: f64,
    /// How many reporters tell each fact for themselves, in all.
    pub(crate) tellers: &'a BTreeMap<String, usize>,
    /// How many reporters told a fact before: two take different ways to tell it as far as there are enough.
    pub(crate) told: BTreeMap<String, usize>,
    pub(crate) note: Note,
}

impl<'a> Writer<'a> {
    /// Tells a fact in the account's own words.
    pub(crate) fn tell(&mut self, chance: &mut Seed, fact: &Fact) -> Option<Sentence> {
        if fact.quote {
            return self.quote(chance, fact, None);
        }
        let mode = self.mode(&fact.key).unwrap_or("says");
        let forms = fact.forms(mode);
        let far = share(chance) < self.paraphrase;
        let rank = self.told.get(&fact.key).copied().unwrap_or(0);
        let form = if far { way(&fact.key, rank, forms.len()) } else { 0 };
        let (text, choices) = phrase::drawn(chance, forms.get(form)?);
        Some(self.sentence(fact, mode, form, choices, &text))
    }

    /// Tells what a source tells.
    pub(crate) fn copy(
        &mut self,
        chance: &mut Seed,
        fact: &Fact,
        source: &Sentence,
        manner: Manner,
    ) -> Option<Sentence> {
        let planted = self.mode(&fact.key).is_some();
        let mut told = match manner {
            Manner::Verbatim => {
                for slot in &source.introduced {
                    self.note.named.extend(self.values.person(slot).map(|person| person.full()));
                }
                source.clone()
            }
            _ if fact.quote => self.quote(chance, fact, Some((source, manner)))?,
            _ => {
                let mode = if planted { self.mode(&fact.key)? } else { source.mode.as_str() };
                let forms = fact.forms(mode);
                let far = manner == Manner::Paraphrase && share(chance) < self.paraphrase;
                let same = if planted { chance.below(forms.len()) } else { source.form };
                // Not the way in which another reporter tells it.
                let tellers = self.tellers.get(&fact.key).copied().unwrap_or(0);
                let taken =
                    |form: &usize| (0..tellers).any(|rank| way(&fact.key, rank, forms.len()) == *form);
                let free: Vec<usize> = (0..forms.len()).filter(|form| !taken(form)).collect();
                let form = if far { chance.pick(&free).unwrap_or(same) } else { same };
                let text = forms.get(form)?;
                let (text, choices) = if form == source.form && !planted {
                    phrase::redrawn(chance, text, &source.choices, if manner == Manner::Near { 3 } else { 2 })
                } else {
                    phrase::drawn(chance, text)
                };
                self.sentence(fact, mode, form, choices, &text)
            }
        };
        told.copied = true;
        Some(told)
    }

    fn mode(&self, fact: &str) -> Option<&'a str> {
        self.planted.iter().find_map(|&(known, change)| match change {
            Change::Mode(mode) if known == fact => Some(mode.as_str()),
            _ => None,
        })
    }

    fn sentence(
        &mut self,
        fact: &Fact,
        mode: &str,
        form: usize,
        choices: Vec<usize>,
        text: &str,
    ) -> Sentence {
        let before = self.note.named.clone();
        self.note.slots.clear();
        let filled = self.house.fill(text, self.values, &mut self.note);
        let slots = std::mem::take(&mut self.note.slots);
        let is_new =
            |slot: &&String| self.values.person(slot).is_some_and(|person| !before.contains(&person.full()));
        let people = slots.iter().filter(|slot| self.values.person(slot).is_some());
        let (introduced, mentioned) = people.cloned().partition(|slot| is_new(&slot));
        Sentence {
            fact: fact.key.clone(),
            mode: mode.to_owned(),
            form,
            choices,
            text: self.house.marked(&filled),
            quote: self.quoted(&filled, &slots),
            slots,
            introduced,
            mentioned,
            outlet: None,
            copied: false,
        }
    }

    /// What stands between the marks of a filled text; the version is put in later.
    fn quoted(&self, filled: &str, slots: &BTreeSet<String>) -> Option<Quote> {
        let inside: Vec<String> = filled
            .split(OPEN)
            .skip(1)
            .filter_map(|rest| Some(rest.split_once(CLOSE)?.0.to_owned()))
            .collect();
        let speaker = slots.iter().find_map(|slot| self.values.person(slot))?.full();
        (!inside.is_empty()).then_some(Quote { inside, speaker, version: Version::Whole })
    }

    fn quote(
        &mut self,
        chance: &mut Seed,
        fact: &Fact,
        source: Option<(&Sentence, Manner)>,
    ) -> Option<Sentence> {
        let planted = self.mode(&fact.key).map(str::to_owned);
        let version = match planted.as_deref() {
            Some("by") => Some(Version::Reattributed),
            Some(_) => Some(Version::Altered),
            None if self.whole.contains(&fact.key)
                && source.is_none_or(|(source, _)| source.mode == "quote") =>
            {
                Some(Version::Whole)
            }
            None => version(chance, fact, source, self.paraphrase),
        };
        let Some(version) = version else {
            let forms = fact.forms("report");
            let form = chance.below(forms.len());
            let (text, choices) = phrase::drawn(chance, forms.get(form)?);
            return Some(self.sentence(fact, "report", form, choices, &text));
        };
        let same = source.filter(|(source, _)| source.quote.is_some());
        let words = match (version, planted.as_deref()) {
            (Version::Altered, Some(mode)) => (*fact.forms(mode).first()?).to_owned(),
            (Version::Spliced, _) => (*fact.forms("spliced").first()?).to_owned(),
            (Version::Truncated, _) => {
                let half = same.and_then(|(source, _)| {
                    let quote = source.quote.as_ref()?;
                    (quote.version == Version::Truncated).then(|| *source.choices.first().unwrap_or(&0))
                });
                let half = half.unwrap_or_else(|| chance.below(2));
                return self.framed(chance, fact, (version, "quote"), &half_of(fact, half)?, half, same);
            }
            _ => (*fact.forms("quote").first()?).to_owned(),
        };
        let mode = match (version, planted.as_deref()) {
            (Version::Altered, Some(mode)) => mode,
            (Version::Spliced, _) => "spliced",
            (Version::Reattributed, _) => "by",
            _ => "quote",
        };
        self.framed(chance, fact, (version, mode), &words, 0, same)
    }

    /// Words with marks around them and their speaker beside.
    fn framed(
        &mut self,
        chance: &mut Seed,
        fact: &Fact,
        (version, mode): (Version, &str),
        words: &str,
        half: usize,
        same: Option<(&Sentence, Manner)>,
    ) -> Option<Sentence> {
        let outlet = match same {
            // What was said to one outlet is said to it in a copy too, or without it.
            Some((source, _)) => source.outlet.clone().filter(|_| chance.chance(2, 3)),
            None => (is_own(fact) && chance.chance(1, 2)).then(|| self.house.name.clone()),
        };
        let parts = words.split_once(". ").filter(|_| version == Version::Whole && chance.chance(1, 3));
        let place = match (&outlet, parts) {
            (Some(_), _) => "asked",
            (None, Some(_)) => "split",
            (None, None) => "whole",
        };
        let frames = rows(include_str!("../../data/frames.tsv"));
        let fitting: Vec<&str> = frames
            .iter()
            .filter_map(|row| match row[..] {
                [known, frame] if known == place => Some(frame),
                _ => None,
            })
            .collect();
        let frame = match same {
            Some((source, Manner::Near)) => fitting.get(source.form).copied().or(fitting.first().copied())?,
            _ => chance.pick(&fitting)?,
        };
        let form = fitting.iter().position(|known| *known == frame).unwrap_or(0);
        let (q1, q2) = parts.unwrap_or((words, ""));
        let speaker = match fact.forms("by").first() {
            Some(other) if version == Version::Reattributed => other,
            _ => fact.key.as_str(),
        };
        let slot = speaker_slot(fact, speaker);
        let text = frame
            .replace("{q1}", q1)
            .replace("{q2}", q2)
            .replace("{q}", words)
            .replace("{who}", &format!("{{{slot}}}"))
            .replace("{outlet}", outlet.as_deref().unwrap_or_default());
        let mut told = self.sentence(fact, mode, form, vec![half], &text);
        told.outlet = outlet;
        if let Some(quote) = &mut told.quote {
            quote.version = version;
        }
        Some(told)
    }
}

/// The person who speaks: the one whose slot the reported forms name, or the other who is given.
fn speaker_slot(fact: &Fact, speaker: &str) -> String {
    if speaker != fact.key {
        return speaker.to_owned();
    }
    let named = fact
        .forms("report")
        .iter()
        .find_map(|text| Some(text.split_once('{')?.1.split_once('}')?.0.to_lowercase()));
    named.unwrap_or_else(|| fact.key.clone())
}

fn is_own(fact: &Fact) -> bool {
    fact.reach == super::sheet::Reach::Own
}

/// One half of the words: a sentence of two, or what stands before or behind the first comma.
fn half_of(fact: &Fact, half: usize) -> Option<String> {
    let words = *fact.forms("quote").first()?;
    let (head, tail) = words.split_once(". ").unwrap_or_else(|| {
        let head = words.split_once(", ").map_or(words, |(head, _)| head);
        (head, head)
    });
    Some(if half == 0 { head } else { tail }.to_owned())
}

/// How a quotation is given where nothing is planted in it; none where it is told without marks.
fn version(
    chance: &mut Seed,
    fact: &Fact,
    source: Option<(&Sentence, Manner)>,
    paraphrase: f64,
) -> Option<Version> {
    let spliced = !fact.forms("spliced").is_empty();
    let draw = |chance: &mut Seed, report: f64| match share(chance) {
        x if x < report => None,
        x if x < report + 0.2 => Some(Version::Truncated),
        x if x < report + 0.3 && spliced => Some(Version::Spliced),
        _ => Some(Version::Whole),
    };
    match source {
        None => draw(chance, 0.12),
        Some((source, manner)) => {
            let given = source.quote.as_ref()?.version;
            match (given, manner) {
                (Version::Whole, Manner::Paraphrase) => draw(chance, 0.4 * paraphrase),
                (Version::Whole, _) => Some(if chance.chance(1, 6) { Version::Truncated } else { given }),
                (Version::Truncated | Version::Spliced, _) => Some(given),
                _ => None,
            }
        }
    }
}

/// A number in 0..1.
#[allow(clippy::cast_precision_loss, reason = "far below 2^52")]
fn share(chance: &mut Seed) -> f64 {
    chance.below(1 << 20) as f64 / f64::from(1 << 20)
}

/// Which of so many ways to tell a fact the reporter of a rank takes: not every fact is told the first way first.
fn way(key: &str, rank: usize, ways: usize) -> usize {
    let spread = key.bytes().fold(0_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte)));
    rank.wrapping_add(spread) % ways.max(1)
}
