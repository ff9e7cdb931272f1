//! The words that the grammar knows, from the tables in `data/`.

use crate::Unit;
use corroborate_text::packed;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::sync::LazyLock;

/// What a number word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumeralClass {
    Digit,
    Teen,
    Ten,
    Hundred,
    Scale,
    Dozen,
    OrdinalDigit,
    OrdinalTeen,
    OrdinalTen,
    OrdinalHundred,
    OrdinalScale,
    Part,
}

/// A number word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Numeral {
    pub(crate) class: NumeralClass,
    pub(crate) value: f64,
}

/// How a phrase bounds the number beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hedge {
    Above,
    AtLeast,
    Below,
    AtMost,
    Nearly,
    JustBelow,
    JustAbove,
    About,
    Exact,
}

/// What a written form stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Meaning {
    Unit(Unit),
    Before(Hedge),
    After(Hedge),
    Scale { value: f64, money_only: bool },
}

/// A form of one or several words, found under its first word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    pub(crate) text: &'static str,
    /// Only in this case.
    pub(crate) cased: bool,
    /// Only directly behind digits.
    pub(crate) adjacent: bool,
    pub(crate) meaning: Meaning,
}

/// Classes of words around a number, as bits.
pub(crate) mod class {
    pub(crate) const STOP: u32 = 1 << 0;
    pub(crate) const VERB: u32 = 1 << 1;
    pub(crate) const PARTICIPLE: u32 = 1 << 2;
    pub(crate) const PEOPLE: u32 = 1 << 3;
    pub(crate) const ONE: u32 = 1 << 4;
    pub(crate) const HARM: u32 = 1 << 5;
    pub(crate) const LABEL: u32 = 1 << 6;
    pub(crate) const MONTH: u32 = 1 << 7;
    pub(crate) const RISE: u32 = 1 << 8;
    pub(crate) const FALL: u32 = 1 << 9;
    pub(crate) const SCORE: u32 = 1 << 10;
    pub(crate) const GROUP: u32 = 1 << 11;
    pub(crate) const CLOCK: u32 = 1 << 12;
    pub(crate) const WEIGH: u32 = 1 << 13;
    pub(crate) const WEEKDAY: u32 = 1 << 14;
    pub(crate) const STREET: u32 = 1 << 15;
    pub(crate) const MORE: u32 = 1 << 16;
    pub(crate) const WHOLE: u32 = 1 << 17;
    pub(crate) const THE: u32 = 1 << 18;
    pub(crate) const YEAR: u32 = 1 << 19;
    pub(crate) const SOLD: u32 = 1 << 20;
    pub(crate) const CLOCKED: u32 = 1 << 21;
    pub(crate) const PLACED: u32 = 1 << 22;
    /// Begins a quantity only if a number follows: a hedge, *a*, *from*; computed from the other tables.
    pub(crate) const LEADS: u32 = 1 << 29;
    /// Stands in a hedge or before a number; computed from the table of hedges.
    pub(crate) const HEDGED: u32 = 1 << 27;
    /// Follows *a* or *an* in a hedge: *a total of*; computed from the table of hedges.
    pub(crate) const AFTER_A: u32 = 1 << 28;
    /// May begin a quantity; computed from the other tables.
    pub(crate) const STARTS: u32 = 1 << 31;
    /// Begins a currency code or sign, which opens with a capital or a mark.
    pub(crate) const CODE: u32 = 1 << 30;

    /// The classes as `data/words.tsv` names them.
    pub(super) const NAMES: &[(&str, u32)] = &[
        ("stop", STOP),
        ("verb", VERB),
        ("participle", PARTICIPLE),
        ("people", PEOPLE),
        ("one", ONE),
        ("harm", HARM),
        ("label", LABEL),
        ("month", MONTH),
        ("rise", RISE),
        ("fall", FALL),
        ("score", SCORE),
        ("group", GROUP),
        ("clock", CLOCK),
        ("weigh", WEIGH),
        ("weekday", WEEKDAY),
        ("street", STREET),
        ("more", MORE),
        ("whole", WHOLE),
        ("the", THE),
        ("year", YEAR),
        ("sold", SOLD),
        ("clocked", CLOCKED),
        ("placed", PLACED),
    ];
}

/// All that is known of one word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Word {
    pub(crate) numeral: Option<Numeral>,
    pub(crate) forms: Vec<Form>,
    pub(crate) classes: u32,
}

impl Word {
    pub(crate) fn is(&self, classes: u32) -> bool {
        self.classes & classes != 0
    }
}

/// Looks a word up in any case; symbols stand under their first character.
pub(crate) fn word(text: &str) -> Option<&'static Word> {
    // Digits and spaces stand in no table.
    if text.as_bytes().first().is_none_or(|byte| byte.is_ascii_digit() || *byte == b' ') {
        return None;
    }
    LEXICON.get(&Key::of(text.as_bytes())?)
}

/// A word in lower case, padded with zeros: quick to hash and to compare.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key([u64; 3]);

impl Key {
    /// `None` where the word is longer than any of the tables.
    fn of(word: &[u8]) -> Option<Self> {
        let (first, rest) = word.split_at(word.len().min(8));
        if rest.is_empty() {
            return Some(Self([lower(packed(first)), 0, 0]));
        }
        let (second, third) = rest.split_at(rest.len().min(8));
        (third.len() <= 8).then(|| Self([first, second, third].map(|part| lower(packed(part)))))
    }

    fn length(self) -> usize {
        self.0.iter().flat_map(|part| part.to_le_bytes()).take_while(|byte| *byte != 0).count()
    }
}

/// Eight bytes with their ASCII capitals made small: a byte of a capital gets bit 5 by arithmetic on all at once.
fn lower(bytes: u64) -> u64 {
    let all = |byte: u64| byte * 0x0101_0101_0101_0101;
    let low = bytes & all(0x7f);
    let from_a = low + all(0x80 - u64::from(b'A'));
    let beyond_z = low + all(0x7f - u64::from(b'Z'));
    let capital = (from_a ^ beyond_z) & !bytes & all(0x80);
    bytes | capital >> 2
}

impl Hash for Key {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        let [first, second, third] = self.0;
        hasher.write_u64(first ^ second.rotate_left(21) ^ third.rotate_left(43));
    }
}

/// Which words may begin a quantity by their length and first two letters: what the scan asks before it looks up.
pub(crate) struct Starts {
    small: [u32; 729],
    all: [u32; 729],
}

impl Starts {
    /// Whether some word of this length and these first two letters may begin a quantity. A word of one letter has no
    /// second.
    pub(crate) fn may_start(&self, first: u8, second: u8, length: usize) -> bool {
        let table = if first.is_ascii_lowercase() { &self.small } else { &self.all };
        table.get(pair(first, second, length)).is_some_and(|lengths| lengths >> length.min(31) & 1 == 1)
    }
}

/// The tables of the scan, made once.
pub(crate) fn starts() -> &'static Starts {
    &STARTS
}

/// The place of two first letters in the tables of the scan.
fn pair(first: u8, second: u8, length: usize) -> usize {
    let letter = |byte: u8| usize::from(byte.to_ascii_lowercase().wrapping_sub(b'a').min(26));
    letter(first) * 27 + if length > 1 { letter(second) } else { 26 }
}

/// Lengths of words that may begin a quantity, by their first two letters: those in small letters, and all.
static STARTS: LazyLock<Starts> = LazyLock::new(|| {
    let (mut small, mut all) = ([0; 729], [0; 729]);
    for (key, word) in LEXICON.iter() {
        let [first, second, ..] = key.0[0].to_le_bytes();
        let length = key.length();
        let note = |table: &mut [u32; 729], classes| {
            if let Some(lengths) = table.get_mut(pair(first, second, length)).filter(|_| word.is(classes)) {
                *lengths |= 1 << length.min(31);
            }
        };
        note(&mut small, class::STARTS);
        note(&mut all, class::STARTS | class::CODE);
    }
    Starts { small, all }
});

/// Whether a word has any of some classes.
pub(crate) fn is(text: &str, classes: u32) -> bool {
    word(text).is_some_and(|word| word.is(classes))
}

static LEXICON: LazyLock<HashMap<Key, Word, BuildHasherDefault<Mix>>> = LazyLock::new(|| {
    let mut lexicon = HashMap::default();
    numerals(&mut lexicon);
    joined_numerals(&mut lexicon);
    units(&mut lexicon);
    currencies(&mut lexicon);
    hedges(&mut lexicon);
    scales(&mut lexicon);
    classes(&mut lexicon);
    for word in lexicon.values_mut() {
        // The longest form that fits is meant: `km/h`, not `km`.
        word.forms.sort_by_key(|form| std::cmp::Reverse(form.text.len()));
    }
    for starter in ["no", "none", "nobody", "not", "several", "tens"] {
        let word = named(&mut lexicon, starter);
        word.classes = (word.classes | class::STARTS) & !class::LEADS;
    }
    for starter in ["a", "an", "between", "from", "minus", "negative", "aged", "age"] {
        named(&mut lexicon, starter).classes |= class::STARTS | class::LEADS | class::HEDGED;
    }
    lexicon
});

type Lexicon = HashMap<Key, Word, BuildHasherDefault<Mix>>;

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
        .map(|line| line.split('\t').collect())
}

fn numerals(lexicon: &mut Lexicon) {
    use NumeralClass as N;
    for row in rows(include_str!("../data/numbers.tsv")) {
        let [word, class, value] = row[..] else { continue };
        let class = match class {
            "digit" => N::Digit,
            "teen" => N::Teen,
            "ten" => N::Ten,
            "hundred" => N::Hundred,
            "scale" => N::Scale,
            "dozen" => N::Dozen,
            "ordinal-digit" => N::OrdinalDigit,
            "ordinal-teen" => N::OrdinalTeen,
            "ordinal-ten" => N::OrdinalTen,
            "ordinal-hundred" => N::OrdinalHundred,
            "ordinal-scale" => N::OrdinalScale,
            _ => N::Part,
        };
        let entry = named(lexicon, word);
        entry.numeral = Some(Numeral { class, value: number(value) });
        entry.classes |= class::STARTS;
    }
}

/// Compounds without their hyphen: *twentyfive*, *thirtyfirst*.
fn joined_numerals(lexicon: &mut Lexicon) {
    use NumeralClass as N;
    let rows: Vec<Vec<&str>> = rows(include_str!("../data/numbers.tsv")).collect();
    let of = |wanted: &'static str| rows.iter().filter(move |row| row.get(1) == Some(&wanted));
    for ten in of("ten") {
        for (class, of_last) in [(N::Teen, "digit"), (N::OrdinalTeen, "ordinal-digit")] {
            for last in of(of_last) {
                let ([ten, _, tens], [last, _, units]) = (&ten[..], &last[..]) else { continue };
                let value = number(tens) + number(units);
                let entry = named(lexicon, &format!("{ten}{last}"));
                if value % 10.0 > 0.0 && entry.numeral.is_none() {
                    entry.numeral = Some(Numeral { class, value });
                    entry.classes |= class::STARTS;
                }
            }
        }
    }
}

fn units(lexicon: &mut Lexicon) {
    for row in rows(include_str!("../data/units.tsv")) {
        let [symbol, dimension, factor, offset, forms] = row[..] else { continue };
        let unit = Unit { symbol, dimension, factor: number(factor), offset: number(offset) };
        for form in forms.split('|') {
            add(lexicon, form, Meaning::Unit(unit));
        }
    }
}

fn currencies(lexicon: &mut Lexicon) {
    for row in rows(include_str!("../data/currencies.tsv")) {
        let [symbol, factor, forms] = row[..] else { continue };
        let unit = Unit { symbol, dimension: "currency", factor: number(factor), offset: 0.0 };
        for form in forms.split('|') {
            add(lexicon, form, Meaning::Unit(unit));
            if let Some(cased) = form.strip_prefix('=').filter(|cased| !cased.starts_with('~')) {
                entry(lexicon, cased).classes |= class::CODE;
            }
        }
    }
}

fn hedges(lexicon: &mut Lexicon) {
    for row in rows(include_str!("../data/hedges.tsv")) {
        let [phrase, kind] = row[..] else { continue };
        let hedge = match kind {
            "above" => Hedge::Above,
            "at-least" => Hedge::AtLeast,
            "below" => Hedge::Below,
            "at-most" => Hedge::AtMost,
            "nearly" => Hedge::Nearly,
            "just-below" => Hedge::JustBelow,
            "just-above" => Hedge::JustAbove,
            "about" => Hedge::About,
            _ => Hedge::Exact,
        };
        for word in phrase.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
            named(lexicon, word).classes |= class::HEDGED;
        }
        if let Some(phrase) = phrase.strip_prefix('+') {
            add(lexicon, phrase, Meaning::After(hedge));
        } else {
            add(lexicon, phrase, Meaning::Before(hedge));
            entry(lexicon, phrase).classes |= class::STARTS | class::LEADS;
            let after = phrase.strip_prefix("a ").or_else(|| phrase.strip_prefix("an "));
            if let Some(second) = after.and_then(|after| after.split(' ').next()) {
                named(lexicon, second).classes |= class::AFTER_A;
            }
        }
    }
}

fn scales(lexicon: &mut Lexicon) {
    for row in rows(include_str!("../data/scales.tsv")) {
        let [suffix, value, place] = row[..] else { continue };
        let form = Form {
            text: suffix,
            cased: true,
            adjacent: suffix.len() == 1,
            meaning: Meaning::Scale { value: number(value), money_only: place == "money" },
        };
        entry(lexicon, suffix).forms.push(form);
    }
}

fn classes(lexicon: &mut Lexicon) {
    for row in rows(include_str!("../data/words.tsv")) {
        let [name, words] = row[..] else { continue };
        let Some(&(_, bit)) = class::NAMES.iter().find(|(known, _)| *known == name) else { continue };
        for word in words.split_ascii_whitespace() {
            named(lexicon, word).classes |= bit;
        }
    }
}

fn add(lexicon: &mut Lexicon, form: &'static str, meaning: Meaning) {
    let (form, cased) = form.strip_prefix('=').map_or((form, false), |form| (form, true));
    let adjacent = form.strip_prefix('~').filter(|form| !form.is_empty());
    let (text, adjacent) = adjacent.map_or((form, false), |form| (form, true));
    entry(lexicon, text).forms.push(Form { text, cased, adjacent, meaning });
}

/// The entry of a form: of its first word, or of its first character if that is no letter.
fn entry<'a>(lexicon: &'a mut Lexicon, form: &'static str) -> &'a mut Word {
    let length = form.find(|c: char| !c.is_alphabetic()).unwrap_or(form.len());
    let length = if length == 0 { form.chars().next().map_or(0, char::len_utf8) } else { length };
    named(lexicon, form.get(..length).unwrap_or(form))
}

/// The entry of a word.
fn named<'a>(lexicon: &'a mut Lexicon, word: &str) -> &'a mut Word {
    // No word of the tables is longer than a key; the default would hold one that was, unseen.
    lexicon.entry(Key::of(word.as_bytes()).unwrap_or(Key([0; 3]))).or_default()
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or_default()
}

/// Multiplies and folds, quicker than the standard hasher, and enough for a table that no input can grow.
#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u64(&mut self, part: u64) {
        let mixed = (self.0.rotate_left(23) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }

    fn finish(&self) -> u64 {
        // The table looks at the highest bits and the lowest.
        self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}
