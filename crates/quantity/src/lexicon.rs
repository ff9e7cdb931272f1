//! The words that the grammar knows, from the tables in `data/`.

use crate::Unit;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
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
    /// May begin a quantity; computed from the other tables.
    pub(crate) const STARTS: u32 = 1 << 31;

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

/// Longest word that any table has, in bytes.
const LONGEST: usize = 24;

/// Looks a word up in any case; symbols stand under their first character.
pub(crate) fn word(text: &str) -> Option<&'static Word> {
    let mut key = [0_u8; LONGEST];
    let bytes = text.as_bytes();
    let key = key.get_mut(..bytes.len())?;
    key.copy_from_slice(bytes);
    key.make_ascii_lowercase();
    LEXICON.get(&*key)
}

/// Whether some word of this length and first letter may begin a quantity: what the scan asks before it looks up.
pub(crate) fn may_start(first: u8, length: usize) -> bool {
    let letter = usize::from(first.to_ascii_lowercase().wrapping_sub(b'a'));
    STARTS.get(letter).is_some_and(|lengths| lengths >> length.min(31) & 1 == 1)
}

static STARTS: LazyLock<[u32; 26]> = LazyLock::new(|| {
    let mut starts = [0; 26];
    for (key, word) in LEXICON.iter() {
        let letter = key.first().map_or(usize::MAX, |&first| usize::from(first.wrapping_sub(b'a')));
        if let Some(lengths) = starts.get_mut(letter).filter(|_| word.is(class::STARTS)) {
            *lengths |= 1 << key.len().min(31);
        }
    }
    starts
});

/// Whether a word has any of some classes.
pub(crate) fn is(text: &str, classes: u32) -> bool {
    word(text).is_some_and(|word| word.is(classes))
}

static LEXICON: LazyLock<HashMap<&'static [u8], Word, BuildHasherDefault<Fnv>>> = LazyLock::new(|| {
    let mut lexicon = HashMap::default();
    numerals(&mut lexicon);
    units(&mut lexicon);
    currencies(&mut lexicon);
    hedges(&mut lexicon);
    scales(&mut lexicon);
    classes(&mut lexicon);
    for word in lexicon.values_mut() {
        // The longest form that fits is meant: `km/h`, not `km`.
        word.forms.sort_by_key(|form| std::cmp::Reverse(form.text.len()));
    }
    for starter in [
        "a", "an", "between", "from", "no", "none", "nobody", "not", "minus", "negative", "several", "tens",
        "aged", "age",
    ] {
        lexicon.entry(starter.as_bytes()).or_default().classes |= class::STARTS;
    }
    lexicon
});

type Lexicon = HashMap<&'static [u8], Word, BuildHasherDefault<Fnv>>;

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
        let entry = lexicon.entry(word.as_bytes()).or_default();
        entry.numeral = Some(Numeral { class, value: number(value) });
        entry.classes |= class::STARTS;
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
                lexicon.entry(key_of_cased(cased)).or_default().classes |= class::STARTS;
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
        if let Some(phrase) = phrase.strip_prefix('+') {
            add(lexicon, phrase, Meaning::After(hedge));
        } else {
            add(lexicon, phrase, Meaning::Before(hedge));
            lexicon.entry(key_of(phrase)).or_default().classes |= class::STARTS;
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
        lexicon.entry(key_of_cased(suffix)).or_default().forms.push(form);
    }
}

fn classes(lexicon: &mut Lexicon) {
    for row in rows(include_str!("../data/words.tsv")) {
        let [name, words] = row[..] else { continue };
        let Some(&(_, bit)) = class::NAMES.iter().find(|(known, _)| *known == name) else { continue };
        for word in words.split_ascii_whitespace() {
            lexicon.entry(word.as_bytes()).or_default().classes |= bit;
        }
    }
}

fn add(lexicon: &mut Lexicon, form: &'static str, meaning: Meaning) {
    let (form, cased) = form.strip_prefix('=').map_or((form, false), |form| (form, true));
    let (text, adjacent) = form.strip_prefix('~').map_or((form, false), |form| (form, true));
    let key = if cased { key_of_cased(text) } else { key_of(text) };
    lexicon.entry(key).or_default().forms.push(Form { text, cased, adjacent, meaning });
}

/// The first word of a form, or its first character if that is no letter.
fn key_of(form: &'static str) -> &'static [u8] {
    let length = form.find(|c: char| !c.is_alphabetic()).unwrap_or(form.len());
    let length = if length == 0 { form.chars().next().map_or(0, char::len_utf8) } else { length };
    form.get(..length).unwrap_or(form).as_bytes()
}

/// As [`key_of`], in lower case. The few distinct keys live as long as the program, like the tables.
fn key_of_cased(form: &'static str) -> &'static [u8] {
    let key = key_of(form);
    if key.iter().any(u8::is_ascii_uppercase) { key.to_ascii_lowercase().leak() } else { key }
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or_default()
}

/// FNV-1a, quicker than the standard hasher on short words, and enough for a table that no input can grow.
#[derive(Default)]
struct Fnv(u64);

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        // The table looks at the highest bits, which short words would leave alike.
        (self.0 ^ (self.0 >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}
