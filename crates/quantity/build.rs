//! Lays out the word lists of `data/` as arrays that are searched in place, so that no run has to read them in.

#[allow(dead_code, reason = "the library reads the rest")]
#[path = "src/lexicon/class.rs"]
mod class;
#[path = "src/lexicon/key.rs"]
mod key;

use key::{BITS, Key, PAIRS, pair};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

/// All that is known of one word; numerals and forms as Rust source.
#[derive(Default)]
struct Word {
    numeral: Option<String>,
    /// A form's text, and the source of the rest.
    forms: Vec<(String, String)>,
    classes: u32,
}

#[derive(Default)]
struct Lexicon {
    words: BTreeMap<Key, Word>,
    /// The source of each unit.
    units: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/lexicon");
    let mut lexicon = Lexicon::default();
    numerals(&mut lexicon)?;
    joined_numerals(&mut lexicon)?;
    units(&mut lexicon)?;
    currencies(&mut lexicon)?;
    hedges(&mut lexicon)?;
    scales(&mut lexicon)?;
    classes(&mut lexicon)?;
    for word in lexicon.words.values_mut() {
        // The longest form that fits is meant: `km/h`, not `km`.
        word.forms.sort_by_key(|(text, _)| std::cmp::Reverse(text.len()));
    }
    for starter in ["no", "none", "nobody", "not", "several", "tens"] {
        let word = lexicon.named(starter)?;
        word.classes = (word.classes | class::STARTS) & !class::LEADS;
    }
    for starter in ["a", "an", "between", "from", "minus", "negative", "plus", "aged", "age"] {
        lexicon.named(starter)?.classes |= class::STARTS | class::LEADS | class::HEDGED;
    }
    let folder = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    fs::write(Path::new(&folder).join("lexicon.rs"), source(&lexicon)?)?;
    let (small, all) = starts(&lexicon);
    let source = format!("Starts {{ small: {small:?}, all: {all:?} }}");
    Ok(fs::write(Path::new(&folder).join("starts.rs"), source)?)
}

/// The arrays as `src/lexicon/table.rs` takes them in.
fn source(lexicon: &Lexicon) -> Result<String, Box<dyn Error>> {
    let (mut text, mut forms, mut words) = (String::new(), String::new(), String::new());
    let mut form_count = 0;
    let mut places = vec![0_u16; 1 << BITS];
    for (number, (key, word)) in (1_u16..).zip(&lexicon.words) {
        let start = form_count;
        for (form, rest) in &word.forms {
            let place = u16::try_from(text.len())?..u16::try_from(text.len() + form.len())?;
            writeln!(forms, "    Form {{ text: ({}, {}), {rest} }},", place.start, place.end)?;
            text.push_str(form);
            form_count += 1;
        }
        let numeral = word.numeral.as_ref().map_or_else(|| "None".to_owned(), |it| format!("Some({it})"));
        let classes = word.classes;
        writeln!(
            words,
            "    (Key({:?}), Word {{ numeral: {numeral}, forms: ({start}, {form_count}), classes: {classes} }}),",
            key.0
        )?;
        let free = key.places().find(|at| places.get(*at) == Some(&0));
        *free.and_then(|at| places.get_mut(at)).ok_or("more words than places")? = number;
    }
    let mut found = String::new();
    writeln!(found, "static TEXT: &str = {text:?};")?;
    writeln!(found, "static UNITS: [Unit; {}] = [\n{}];", lexicon.units.len(), lexicon.units.concat())?;
    writeln!(found, "static FORMS: [Form; {form_count}] = [\n{forms}];")?;
    writeln!(found, "static WORDS: [(Key, Word); {}] = [\n{words}];", lexicon.words.len())?;
    writeln!(found, "static PLACES: [u16; 1 << {BITS}] = {places:?};")?;
    Ok(found)
}

/// Lengths of words that may begin a quantity, as bits, by their first two letters: those in small letters, and all.
fn starts(lexicon: &Lexicon) -> (Vec<u32>, Vec<u32>) {
    let (mut small, mut all) = (vec![0; PAIRS], vec![0; PAIRS]);
    for (key, word) in &lexicon.words {
        let [first, second, ..] = key.0[0].to_le_bytes();
        let length = key.length();
        let note = |table: &mut [u32], classes| {
            if let Some(lengths) =
                table.get_mut(pair(first, second, length)).filter(|_| word.classes & classes != 0)
            {
                *lengths |= 1 << length.min(31);
            }
        };
        note(&mut small, class::STARTS);
        note(&mut all, class::STARTS | class::CODE);
    }
    (small, all)
}

/// The columns of each row of a table.
fn table(file: &str) -> Result<Vec<Vec<String>>, Box<dyn Error>> {
    let text = fs::read_to_string(Path::new("data").join(file))?;
    // A row may open with a sign that is no comment: `#` with a blank behind it is one.
    let kept = |line: &&str| !line.is_empty() && !line.starts_with("# ");
    let columns = |line: &str| line.split('\t').map(str::to_owned).collect();
    Ok(text.lines().filter(kept).map(columns).collect())
}

fn numerals(lexicon: &mut Lexicon) -> Result<(), Box<dyn Error>> {
    for row in table("numbers.tsv")? {
        let [word, class, value] = &row[..] else { continue };
        let class = match class.as_str() {
            "digit" => "Digit",
            "teen" => "Teen",
            "ten" => "Ten",
            "hundred" => "Hundred",
            "scale" => "Scale",
            "dozen" => "Dozen",
            "ordinal-digit" => "OrdinalDigit",
            "ordinal-teen" => "OrdinalTeen",
            "ordinal-ten" => "OrdinalTen",
            "ordinal-hundred" => "OrdinalHundred",
            "ordinal-scale" => "OrdinalScale",
            _ => "Part",
        };
        let value = value.parse()?;
        let entry = lexicon.named(word)?;
        entry.numeral = Some(numeral(class, value));
        entry.classes |= class::STARTS;
    }
    Ok(())
}

fn numeral(class: &str, value: f64) -> String {
    format!("Numeral {{ class: NumeralClass::{class}, value: {value:?} }}")
}

/// Compounds without their hyphen: *twentyfive*, *thirtyfirst*.
fn joined_numerals(lexicon: &mut Lexicon) -> Result<(), Box<dyn Error>> {
    let rows = table("numbers.tsv")?;
    let of =
        |wanted: &'static str| rows.iter().filter(move |row| row.get(1).is_some_and(|class| class == wanted));
    for ten in of("ten") {
        for (class, of_last) in [("Teen", "digit"), ("OrdinalTeen", "ordinal-digit")] {
            for last in of(of_last) {
                let ([ten, _, tens], [last, _, units]) = (&ten[..], &last[..]) else { continue };
                let value = tens.parse::<f64>()? + units.parse::<f64>()?;
                let entry = lexicon.named(&format!("{ten}{last}"))?;
                if value % 10.0 > 0.0 && entry.numeral.is_none() {
                    entry.numeral = Some(numeral(class, value));
                    entry.classes |= class::STARTS;
                }
            }
        }
    }
    Ok(())
}

fn units(lexicon: &mut Lexicon) -> Result<(), Box<dyn Error>> {
    for row in table("units.tsv")? {
        let [symbol, dimension, factor, offset, forms] = &row[..] else { continue };
        let unit = lexicon.unit(symbol, dimension, factor.parse()?, offset.parse()?);
        for form in forms.split('|') {
            lexicon.add(form, &unit)?;
        }
    }
    Ok(())
}

fn currencies(lexicon: &mut Lexicon) -> Result<(), Box<dyn Error>> {
    for row in table("currencies.tsv")? {
        let [symbol, factor, forms] = &row[..] else { continue };
        let unit = lexicon.unit(symbol, "currency", factor.parse()?, 0.0);
        for form in forms.split('|') {
            lexicon.add(form, &unit)?;
            if let Some(cased) = form.strip_prefix('=').filter(|cased| !cased.starts_with('~')) {
                lexicon.entry(cased)?.classes |= class::CODE;
            }
        }
    }
    Ok(())
}

fn hedges(lexicon: &mut Lexicon) -> Result<(), Box<dyn Error>> {
    for row in table("hedges.tsv")? {
        let [phrase, kind] = &row[..] else { continue };
        let hedge = match kind.as_str() {
            "above" => "Above",
            "at-least" => "AtLeast",
            "below" => "Below",
            "at-most" => "AtMost",
            "nearly" => "Nearly",
            "just-below" => "JustBelow",
            "just-above" => "JustAbove",
            "about" => "About",
            _ => "Exact",
        };
        for word in phrase.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
            lexicon.named(word)?.classes |= class::HEDGED;
        }
        if let Some(phrase) = phrase.strip_prefix('+') {
            lexicon.add(phrase, &format!("Meaning::After(Hedge::{hedge})"))?;
        } else {
            lexicon.add(phrase, &format!("Meaning::Before(Hedge::{hedge})"))?;
            lexicon.entry(phrase)?.classes |= class::STARTS | class::LEADS;
            let after = phrase.strip_prefix("a ").or_else(|| phrase.strip_prefix("an "));
            if let Some(second) = after.and_then(|after| after.split(' ').next()) {
                lexicon.named(second)?.classes |= class::AFTER_A;
            }
        }
    }
    Ok(())
}

fn scales(lexicon: &mut Lexicon) -> Result<(), Box<dyn Error>> {
    for row in table("scales.tsv")? {
        let [suffix, value, place] = &row[..] else { continue };
        let (value, money_only): (f64, bool) = (value.parse()?, place == "money");
        let meaning = format!("Meaning::Scale {{ value: {value:?}, money_only: {money_only} }}");
        let form = form(true, suffix.len() == 1, &meaning);
        lexicon.entry(suffix)?.forms.push((suffix.clone(), form));
    }
    Ok(())
}

fn classes(lexicon: &mut Lexicon) -> Result<(), Box<dyn Error>> {
    for row in table("words.tsv")? {
        let [name, words] = &row[..] else { continue };
        let Some(&(_, bit)) = class::NAMES.iter().find(|(known, _)| known == name) else {
            return Err(format!("no such class of words: {name}").into());
        };
        for word in words.split_ascii_whitespace() {
            lexicon.named(word)?.classes |= bit;
        }
    }
    Ok(())
}

/// The source of a form, but for its text.
fn form(cased: bool, adjacent: bool, meaning: &str) -> String {
    format!("cased: {cased}, adjacent: {adjacent}, meaning: {meaning}")
}

impl Lexicon {
    /// Adds a unit; the source of what its forms mean.
    fn unit(&mut self, symbol: &str, dimension: &str, factor: f64, offset: f64) -> String {
        let number = self.units.len();
        self.units.push(format!(
            "    Unit {{ symbol: {symbol:?}, dimension: {dimension:?}, factor: {factor:?}, offset: {offset:?} }},\n"
        ));
        format!("Meaning::Unit({number})")
    }

    fn add(&mut self, written: &str, meaning: &str) -> Result<(), Box<dyn Error>> {
        let (text, cased) = written.strip_prefix('=').map_or((written, false), |text| (text, true));
        let adjacent = text.strip_prefix('~').filter(|text| !text.is_empty());
        let (text, adjacent) = adjacent.map_or((text, false), |text| (text, true));
        self.entry(text)?.forms.push((text.to_owned(), form(cased, adjacent, meaning)));
        Ok(())
    }

    /// The entry of a form: of its first word, or of its first character if that is no letter.
    fn entry(&mut self, form: &str) -> Result<&mut Word, Box<dyn Error>> {
        let length = form.find(|c: char| !c.is_alphabetic()).unwrap_or(form.len());
        let length = if length == 0 { form.chars().next().map_or(0, char::len_utf8) } else { length };
        self.named(form.get(..length).unwrap_or(form))
    }

    /// The entry of a word.
    fn named(&mut self, word: &str) -> Result<&mut Word, Box<dyn Error>> {
        let key = Key::of(word.as_bytes()).ok_or_else(|| format!("too long for a key: {word}"))?;
        Ok(self.words.entry(key).or_default())
    }
}
