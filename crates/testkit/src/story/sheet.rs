//! The fact sheet: what happened, how it may be told, and where accounts may differ.

use std::error::Error;
use std::fmt;

/// What happened in one kind of story, read from a text that anyone can write.
///
/// A line that opens with `#` is a remark. Before the first fact stand the name of the story and its slots:
///
/// | line | a slot that is drawn |
/// | --- | --- |
/// | `story NAME` | – |
/// | `days weekdays` | where it happens on no Saturday or Sunday |
/// | `count SLOT 2..9` | a whole number |
/// | `money SLOT 3..40` | millions of euros |
/// | `part SLOT 25 33 50 75` | per cent |
/// | `clock SLOT 65..345` | a time of day, in minutes |
/// | `later SLOT 12..40` | a day, counted from the event |
/// | `person SLOT TITLE\|ROLE` | a person; `-` where there is no title |
/// | `headline TEXT` | – |
///
/// `day`, `town` and `firm` are always there. Then come the facts:
///
/// | line | meaning |
/// | --- | --- |
/// | `fact KEY lead\|core\|shared\|own [quote] \| CLAIM` | a fact, how widely it is told, and the claim in plain words |
/// | `says TEXT` | a way to tell it; each further away from the first |
/// | `MODE TEXT` | another thing told of it: `unknown`, `denies`, `may`, `if`, `scope`, `later`, `by` |
/// | `quote`, `altered`, `spliced`, `changed`, `report TEXT` | of a quotation: the words, how they are altered or told without marks |
///
/// In a text `{slot}` stands for a value, with a capital where it opens the sentence, `{slot+20}` for a greater one,
/// and `[one|another]` for words that mean the same. Last come the differences that may be planted:
/// `differs KIND RELATION FACT CHANGE | SUBJECT`, where a change is `mode=MODE` or `SLOT=HOW` with `other`, `more`, `moved`,
/// `about`, `atleast`, `words` or `spelling`.
///
/// ```
/// use corroborate_testkit::FactSheet;
///
/// let sheet = FactSheet::parse(
///     "story spill\ncount barrels 20..90\nheadline Spill off {town}\nfact start lead | Oil ran out.\n\
///      says {Barrels} barrels of oil [leaked|ran out] off {town} {day}.\ndiffers figure conflict start barrels=other | barrels",
/// )?;
/// assert_eq!(sheet.name(), "spill");
/// assert!(FactSheet::all().len() >= 6);
/// # Ok::<(), corroborate_testkit::SheetError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FactSheet {
    pub(crate) story: String,
    pub(crate) weekdays: bool,
    pub(crate) slots: Vec<(String, Slot)>,
    pub(crate) headlines: Vec<String>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) differs: Vec<Differs>,
}

/// How a slot is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    Count(u64, u64),
    Money(u64, u64),
    Part(Vec<u64>),
    Clock(u64, u64),
    Later(u64, u64),
    Person { title: String, role: String },
}

/// How widely a fact is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// It opens every account.
    Lead,
    /// Nearly everyone tells it.
    Core,
    /// Some tell it.
    Shared,
    /// One reporter has it.
    Own,
}

/// One fact and the ways to tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    pub(crate) key: String,
    pub(crate) reach: Reach,
    pub(crate) quote: bool,
    pub(crate) claim: String,
    pub(crate) forms: Vec<(String, String)>,
}

impl Fact {
    /// What the sheet has for one mode.
    pub(crate) fn forms(&self, mode: &str) -> Vec<&str> {
        self.forms.iter().filter(|(known, _)| known == mode).map(|(_, text)| text.as_str()).collect()
    }
}

/// A difference that may be planted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Differs {
    pub(crate) kind: String,
    pub(crate) relation: String,
    pub(crate) fact: String,
    pub(crate) change: Change,
    pub(crate) subject: String,
}

/// What a difference changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// What is told of the fact.
    Mode(String),
    /// The value of a slot, and how.
    Slot(String, How),
}

/// How a value is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// Another value, which cannot be true as well.
    Other,
    /// A greater one, told later.
    More,
    /// Another one, told later.
    Moved,
    /// Hedged and rounded.
    About,
    /// Given as a lower bound.
    AtLeast,
    /// In words instead of per cent.
    Words,
    /// Spelled otherwise.
    Spelling,
}

/// A line that a fact sheet cannot have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetError {
    /// Counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub message: String,
}

impl fmt::Display for SheetError {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "line {}: {}", self.line, self.message)
    }
}

impl Error for SheetError {}

const SHEETS: [&str; 7] = [
    include_str!("../../data/sheets/fire.txt"),
    include_str!("../../data/sheets/derailment.txt"),
    include_str!("../../data/sheets/trial.txt"),
    include_str!("../../data/sheets/closure.txt"),
    include_str!("../../data/sheets/election.txt"),
    include_str!("../../data/sheets/storm.txt"),
    include_str!("../../data/sheets/match.txt"),
];

impl FactSheet {
    /// The sheets that come with the crate: a fire, a derailment, a trial, a plant closure, an election, a storm and
    /// a cup final.
    pub fn all() -> Vec<Self> {
        SHEETS.iter().filter_map(|text| Self::parse(text).ok()).collect()
    }

    /// Reads a sheet.
    ///
    /// # Errors
    /// At the first line that is none of those above, or that names a slot, fact or mode that is not there.
    pub fn parse(text: &str) -> Result<Self, SheetError> {
        let mut sheet = Self::default();
        for (number, line) in text.lines().enumerate() {
            if !line.trim().is_empty() && !line.starts_with('#') {
                sheet.line(line).map_err(|message| SheetError { line: number + 1, message })?;
            }
        }
        sheet.check().map_err(|message| SheetError { line: text.lines().count(), message })?;
        Ok(sheet)
    }

    /// The name of the kind of story.
    pub fn name(&self) -> &str {
        &self.story
    }

    pub(crate) fn fact(&self, key: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.key == key)
    }

    fn line(&mut self, line: &str) -> Result<(), String> {
        let (word, rest) = line.split_once(' ').ok_or_else(|| format!("a single word: {line}"))?;
        let drawn = |make: fn(u64, u64) -> Slot| -> Result<(String, Slot), String> {
            let (slot, range) = rest.split_once(' ').ok_or("no range")?;
            let (low, high) = range.split_once("..").ok_or("a range is LOW..HIGH")?;
            let number = |text: &str| text.parse::<u64>().map_err(|_| format!("no number: {text}"));
            Ok((slot.to_owned(), make(number(low)?, number(high)?)))
        };
        match word {
            "story" => self.story = rest.to_owned(),
            "days" if rest == "weekdays" => self.weekdays = true,
            "headline" => self.headlines.push(rest.to_owned()),
            "count" => self.slots.push(drawn(Slot::Count)?),
            "money" => self.slots.push(drawn(Slot::Money)?),
            "clock" => self.slots.push(drawn(Slot::Clock)?),
            "later" if self.facts.is_empty() => self.slots.push(drawn(Slot::Later)?),
            "part" => {
                let mut words = rest.split(' ');
                let slot = words.next().unwrap_or_default().to_owned();
                let parts = words.map(str::parse).collect::<Result<Vec<u64>, _>>();
                self.slots.push((slot, Slot::Part(parts.map_err(|_| "no number")?)));
            }
            "person" => {
                let (slot, words) = rest.split_once(' ').ok_or("a person has a title and a role")?;
                let (title, role) = words.split_once('|').ok_or("a person has a title and a role")?;
                let title = if title == "-" { String::new() } else { title.to_owned() };
                self.slots.push((slot.to_owned(), Slot::Person { title, role: role.to_owned() }));
            }
            "fact" => self.facts.push(fact(rest)?),
            "differs" => self.differs.push(differs(rest)?),
            mode => {
                let fact = self.facts.last_mut().ok_or_else(|| format!("no fact before {mode}"))?;
                fact.forms.push((mode.to_owned(), rest.to_owned()));
            }
        }
        Ok(())
    }

    fn check(&self) -> Result<(), String> {
        for differs in &self.differs {
            let fact = self.fact(&differs.fact).ok_or_else(|| format!("no fact {}", differs.fact))?;
            match &differs.change {
                Change::Mode(mode) if fact.forms(mode).is_empty() => {
                    return Err(format!("{} has no {mode}", fact.key));
                }
                Change::Slot(slot, _) if !self.has(slot) => return Err(format!("no slot {slot}")),
                _ => {}
            }
        }
        for (_, text) in self.facts.iter().flat_map(|fact| &fact.forms) {
            for slot in text.split('{').skip(1).filter_map(|rest| rest.split_once('}')) {
                let name = slot.0.split('+').next().unwrap_or_default().to_lowercase();
                if !self.has(&name) {
                    return Err(format!("no slot {name} in: {text}"));
                }
            }
        }
        match self.facts.first() {
            Some(fact) if fact.reach == Reach::Lead && !self.headlines.is_empty() => Ok(()),
            _ => Err("a sheet has a headline, and its first fact is the lead".into()),
        }
    }

    fn has(&self, slot: &str) -> bool {
        matches!(slot, "day" | "town" | "firm") || self.slots.iter().any(|(known, _)| known == slot)
    }
}

fn fact(rest: &str) -> Result<Fact, String> {
    let (head, claim) = rest.split_once(" | ").ok_or("a fact has a claim behind |")?;
    let mut words = head.split(' ');
    let key = words.next().unwrap_or_default().to_owned();
    let (mut reach, mut quote) = (Reach::Shared, false);
    for word in words {
        match word {
            "lead" => reach = Reach::Lead,
            "core" => reach = Reach::Core,
            "shared" => reach = Reach::Shared,
            "own" => reach = Reach::Own,
            "quote" => quote = true,
            other => return Err(format!("a fact is lead, core, shared, own or quote, not {other}")),
        }
    }
    Ok(Fact { key, reach, quote, claim: claim.to_owned(), forms: Vec::new() })
}

fn differs(rest: &str) -> Result<Differs, String> {
    let (head, subject) = rest.split_once(" | ").ok_or("a difference has a subject behind |")?;
    let [kind, relation, fact, change] = head.split(' ').collect::<Vec<_>>()[..] else {
        return Err("differs KIND RELATION FACT CHANGE".into());
    };
    let (slot, how) = change.split_once('=').ok_or("a change is SLOT=HOW or mode=MODE")?;
    let change = match how {
        mode if slot == "mode" => Change::Mode(mode.to_owned()),
        "other" => Change::Slot(slot.to_owned(), How::Other),
        "more" => Change::Slot(slot.to_owned(), How::More),
        "moved" => Change::Slot(slot.to_owned(), How::Moved),
        "about" => Change::Slot(slot.to_owned(), How::About),
        "atleast" => Change::Slot(slot.to_owned(), How::AtLeast),
        "words" => Change::Slot(slot.to_owned(), How::Words),
        "spelling" => Change::Slot(slot.to_owned(), How::Spelling),
        other => return Err(format!("no change {other}")),
    };
    Ok(Differs {
        kind: kind.to_owned(),
        relation: relation.to_owned(),
        fact: fact.to_owned(),
        change,
        subject: subject.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sheet_of_the_crate_reads() {
        for text in SHEETS {
            let read = FactSheet::parse(text);
            assert!(read.is_ok(), "{:?}", read.err());
        }
    }

    #[test]
    fn what_is_not_there_is_an_error() {
        let sheet = |line: &str| {
            FactSheet::parse(&format!("story s\nheadline h\nfact a lead | A.\nsays It was {{town}}.\n{line}"))
        };
        assert!(sheet("").is_ok());
        assert!(sheet("says It was {where}.").is_err());
        assert!(sheet("differs figure conflict b mode=says | it").is_err());
        assert!(sheet("differs claim conflict a mode=denies | it").is_err());
        assert!(sheet("differs name spelling a town=sideways | it").is_err());
    }
}
