//! The lexicon from the tables of `data/`.

use super::key::Key;
use super::{Form, Hedge, Meaning, Numeral, NumeralClass, Word, class};
use crate::Unit;
use std::collections::BTreeMap;

/// Words by key.
pub(super) type Lexicon = BTreeMap<Key, Word>;

/// All tables in one.
pub(super) fn lexicon() -> Lexicon {
    let mut lexicon = Lexicon::default();
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
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
        .map(|line| line.split('\t').collect())
}

fn numerals(lexicon: &mut Lexicon) {
    use NumeralClass as N;
    for row in rows(include_str!("../../data/numbers.tsv")) {
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
    let rows: Vec<Vec<&str>> = rows(include_str!("../../data/numbers.tsv")).collect();
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
    for row in rows(include_str!("../../data/units.tsv")) {
        let [symbol, dimension, factor, offset, forms] = row[..] else { continue };
        let unit = Unit { symbol, dimension, factor: number(factor), offset: number(offset) };
        for form in forms.split('|') {
            add(lexicon, form, Meaning::Unit(unit));
        }
    }
}

fn currencies(lexicon: &mut Lexicon) {
    for row in rows(include_str!("../../data/currencies.tsv")) {
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
    for row in rows(include_str!("../../data/hedges.tsv")) {
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
    for row in rows(include_str!("../../data/scales.tsv")) {
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
    for row in rows(include_str!("../../data/words.tsv")) {
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
