//! The words the grammar knows, from `data/words.tsv`, and what each may mean.

use crate::class::{self, Class};
use crate::unit::{Part, Season, Unit};
use corroborate_text::packed;
use std::sync::LazyLock;

/// One meaning of a word. A word may have several: *second*, *March*, *fall*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sense {
    /// A month by its full name.
    Month(u32),
    /// A month by a short form.
    MonthShort(u32),
    /// A day of the week, Monday 1.
    Weekday(u32),
    /// A day of the week by a short form.
    WeekdayShort(u32),
    /// *Mondays*.
    Weekdays(u32),
    /// *seven*.
    Cardinal(u32),
    /// *hundred*.
    Scale(u32),
    /// *seventh*.
    Ordinal(u32),
    /// *sixties*.
    TensPlural(u32),
    /// *week*.
    Unit(Unit),
    /// *w*: touching a figure, before *ago* and the like.
    UnitShort(Unit),
    /// *EOM*: the end of the one that it is.
    EndOf(Unit),
    /// *weeks*.
    Units(Unit),
    /// *spring*.
    Season(Season),
    /// *springs*.
    Seasons(Season),
    /// *evening*.
    Part(Part),
    /// *noon* (12), *midnight* (0).
    Noon(u32),
    /// *weekly*: the index of its period in [`Lexicon::period`].
    Frequency(&'static str),
    /// *last*, *next*, *this*.
    Pick(Pick),
    /// *several*.
    Some,
    /// *yesterday* -1, *tomorrow* 1, *tonight* 100.
    Deictic(i32),
    /// *will*.
    FutureVerb,
    /// *was*.
    PastVerb,
    /// *is*.
    PresentVerb,
    /// *people*: counted, so the number before is no year.
    Counted,
    /// *Boeing*: the number after is no date.
    NotDate,
    /// *rose*: the amount after is no time.
    Change,
    /// *since*: the number after may be any year.
    YearCue,
    /// *by*: the name of a month after it is no verb.
    BeforeBareMonth,
    /// *the*: may begin an expression without saying a date itself.
    Opens,
    /// *than*: stands inside an expression only.
    Inside,
    /// *consecutive*: between a count and its unit.
    Adjective,
    /// *and*: after a day or an hour that has no noun of its own.
    Follows,
    /// *Olympics*: makes another thing of the name of a season.
    AfterSeason,
    /// *a.m.*, *BC*: makes a time or a year of the number before.
    Time,
    /// The first word of a holiday's name.
    OpensHoliday,
    /// The first word of a fixed phrase.
    OpensPhrase,
    /// A holiday or a fixed phrase by itself.
    Alone,
    /// The second word of a holiday's name or of a fixed phrase.
    Second,
}

/// The words that point at one of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pick {
    /// *last*, *past*.
    Last,
    /// *previous*: before the one in view.
    Previous,
    /// *next*, *coming*.
    Next,
    /// *coming*, *upcoming*.
    Coming,
    /// *following*: after the one in view.
    Following,
    /// *this*.
    This,
    /// *that*, *same*: the one in view.
    That,
}

/// Words up to this many bytes are looked up; the lexicon holds no longer one.
const LONGEST: usize = 16;

/// Number of slots of the table: a power of two, some times the number of words.
const SLOTS: usize = 4096;

/// The senses of words, found by a word's bytes in lower case packed into one integer.
pub(crate) struct Lexicon {
    /// One more than the place of a word, or 0.
    slots: Vec<u16>,
    words: Vec<Word>,
    /// The senses of all words, one word after the other.
    senses: Vec<Sense>,
}

struct Word {
    key: u128,
    class: Class,
    senses: std::ops::Range<u16>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// The lexicon, read once.
pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    /// The senses of a word in any case; none for a word it does not hold.
    pub(crate) fn senses(&self, word: &[u8]) -> (Class, &[Sense]) {
        let Some(key) = pack(word) else { return (Class::NONE, &[]) };
        let mut slot = slot(key);
        loop {
            match self.slots.get(slot).and_then(|place| self.words.get(usize::from(*place).checked_sub(1)?)) {
                Some(word) if word.key == key => {
                    let places = usize::from(word.senses.start)..usize::from(word.senses.end);
                    return (word.class, self.senses.get(places).unwrap_or_default());
                }
                None => return (Class::NONE, &[]),
                Some(_) => slot = (slot + 1) % SLOTS,
            }
        }
    }

    fn read() -> Self {
        let mut lexicon =
            Self { slots: vec![0; SLOTS], words: Vec::with_capacity(SLOTS / 2), senses: Vec::new() };
        let mut found: Vec<(usize, Sense)> = Vec::with_capacity(SLOTS / 2);
        let mut add =
            |word: &str, sense| found.extend(pack(word.as_bytes()).map(|key| (lexicon.number(key), sense)));
        for line in include_str!("../data/words.tsv").lines() {
            let mut fields = line.split('\t');
            let (Some(sense), Some(value), Some(forms)) = (fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let Some(sense) = sense_of(sense, value) else { continue };
            forms.split_ascii_whitespace().for_each(|form| add(form, sense));
        }
        let holidays = crate::holiday::openings().map(|opening| (opening, Sense::OpensHoliday));
        let phrases = crate::phrase::openings().map(|opening| (opening, Sense::OpensPhrase));
        for ((first, second), opens) in holidays.chain(phrases) {
            add(first, opens);
            match second {
                Some(second) => add(second, Sense::Second),
                None => add(first, Sense::Alone),
            }
        }
        lexicon.lay(&found);
        lexicon
    }

    /// The number of a word, which is added where it is not known yet.
    fn number(&mut self, key: u128) -> usize {
        let mut slot = slot(key);
        while let Some(place) = self.slots.get(slot).and_then(|place| usize::from(*place).checked_sub(1)) {
            if self.words.get(place).is_some_and(|word| word.key == key) {
                return place;
            }
            slot = (slot + 1) % SLOTS;
        }
        self.words.push(Word { key, class: Class::NONE, senses: 0..0 });
        if let Some(place) = self.slots.get_mut(slot) {
            *place = u16::try_from(self.words.len()).unwrap_or(u16::MAX);
        }
        self.words.len() - 1
    }

    /// Gives each word its senses, each of them once and in the order in which they were found.
    fn lay(&mut self, found: &[(usize, Sense)]) {
        // Where the senses of each word start in a list of all, and then where they end.
        let mut ends = vec![0; self.words.len() + 1];
        for (word, _) in found {
            if let Some(count) = ends.get_mut(word + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        let mut by_word = vec![Sense::Some; found.len()];
        for &(word, sense) in found {
            let Some(end) = ends.get_mut(word) else { continue };
            if let Some(place) = by_word.get_mut(*end) {
                *place = sense;
            }
            *end += 1;
        }
        let number = |length: usize| u16::try_from(length).unwrap_or(u16::MAX);
        let mut from = 0;
        for (word, &end) in self.words.iter_mut().zip(&ends) {
            let start = self.senses.len();
            for sense in by_word.get(from..end).unwrap_or_default() {
                if !self.senses.get(start..).unwrap_or_default().contains(sense) {
                    self.senses.push(*sense);
                }
            }
            word.class = class::of_senses(self.senses.get(start..).unwrap_or_default());
            word.senses = number(start)..number(self.senses.len());
            from = end;
        }
    }
}

/// A word of at most [`LONGEST`] ASCII letters in lower case as one integer, never zero.
fn pack(word: &[u8]) -> Option<u128> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let (low, high) = word.split_at(word.len().min(8));
    let (low, high) = (packed(low), packed(high));
    if (low | high) & (EACH_BYTE * 0x80) != 0 {
        return None;
    }
    // Bit 5 makes a letter small; what fills up stays zero.
    let small = |bytes: u64| bytes | ((bytes + EACH_BYTE * 0x3f) & (EACH_BYTE * 0x80)) >> 2;
    Some(u128::from(small(low)) | u128::from(small(high)) << 64)
}

/// One in each of eight bytes.
const EACH_BYTE: u64 = 0x0101_0101_0101_0101;

fn slot(key: u128) -> usize {
    let folded = ((key >> 64) as u64 ^ key as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (folded >> 52) as usize % SLOTS
}

fn sense_of(sense: &str, value: &'static str) -> Option<Sense> {
    let number = || value.parse().ok();
    Some(match sense {
        "month" => Sense::Month(number()?),
        "month-short" => Sense::MonthShort(number()?),
        "weekday" => Sense::Weekday(number()?),
        "weekday-short" => Sense::WeekdayShort(number()?),
        "weekdays" => Sense::Weekdays(number()?),
        "cardinal" => Sense::Cardinal(number()?),
        "scale" => Sense::Scale(number()?),
        "ordinal" => Sense::Ordinal(number()?),
        "tens-plural" => Sense::TensPlural(number()?),
        "unit" => Sense::Unit(Unit::named(value)?),
        "unit-short" => Sense::UnitShort(Unit::named(value)?),
        "end-of" => Sense::EndOf(Unit::named(value)?),
        "units" => Sense::Units(Unit::named(value)?),
        "season" => Sense::Season(Season::coded(value)?),
        "seasons" => Sense::Seasons(Season::coded(value)?),
        "part" => Sense::Part(Part::coded(value)?),
        "noon" => Sense::Noon(number()?),
        "frequency" => Sense::Frequency(value),
        "pick" => Sense::Pick(Pick::named(value)?),
        "some" => Sense::Some,
        "deictic" => Sense::Deictic(value.parse().ok()?),
        "future" => Sense::FutureVerb,
        "past" => Sense::PastVerb,
        "present" => Sense::PresentVerb,
        "counted" => Sense::Counted,
        "not-date" => Sense::NotDate,
        "change" => Sense::Change,
        "year-cue" => Sense::YearCue,
        "before-bare-month" => Sense::BeforeBareMonth,
        "opens" => Sense::Opens,
        "inside" => Sense::Inside,
        "adjective" => Sense::Adjective,
        "follows" => Sense::Follows,
        "after-season" => Sense::AfterSeason,
        "time" => Sense::Time,
        _ => return None,
    })
}

impl Pick {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "last" => Self::Last,
            "previous" => Self::Previous,
            "next" => Self::Next,
            "coming" => Self::Coming,
            "following" => Self::Following,
            "this" => Self::This,
            "that" => Self::That,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_word_list_is_read() {
        for line in corroborate_text::rows(include_str!("../data/words.tsv")) {
            let mut fields = line.split('\t');
            let sense = fields.next().zip(fields.next()).and_then(|(sense, value)| sense_of(sense, value));
            assert!(sense.is_some(), "{line}");
            for form in fields.next().unwrap_or_default().split_whitespace() {
                assert!(lexicon().senses(form.as_bytes()).1.contains(&sense.unwrap()), "{form} in {line}");
            }
        }
    }

    #[test]
    fn case_does_not_matter_and_unknown_words_have_no_sense() {
        assert_eq!(lexicon().senses(b"OCTOBER").1, [Sense::Month(10)]);
        assert!(lexicon().senses(b"octopus").1.is_empty());
        assert!(lexicon().senses("märz".as_bytes()).1.is_empty());
        assert!(lexicon().senses(b"").1.is_empty());
    }
}
