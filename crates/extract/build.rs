//! Lays out the word lists of `data/` as tables that are searched in place, so that no run has to read them in.

// The build script sets each class but asks for none.
#[allow(dead_code, reason = "the library reads the rest")]
#[path = "src/mention/class.rs"]
mod class;
#[allow(dead_code, reason = "the library reads the rest")]
#[path = "src/syntax/tags.rs"]
mod tags;

use corroborate_text::{Table, fold, given_names, grouped, rows, tokens};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};
use tags::Tags;

type Rows = BTreeMap<String, Vec<u8>>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/mention/class.rs");
    println!("cargo::rerun-if-changed=src/syntax/tags.rs");
    let countries = countries()?;
    let phrases = phrases(&countries)?;
    let titles = flagged("titles.txt", "+")?;
    let further = flagged("titles-more.txt", "+")?;
    let institutions = flagged("institutions.txt", " *")?;
    write("words.table", &words(&phrases, &titles, &further, &institutions)?)?;
    write("phrases.table", &phrases)?;
    write("countries.table", &countries)?;
    write("titles.table", &further.into_iter().chain(titles).collect())?;
    write("institutions.table", &institutions)?;
    write("grammar.table", &grammar()?)?;
    fs::write(out("cues.rs")?, cues()?)?;
    groups()?;
    write("gender.table", &genders()?)
}

/// The country and the code of the form for each form; the aliases first: where both name a form, the hand-written row
/// wins.
fn countries() -> Result<Rows, Box<dyn Error>> {
    let mut table = Rows::new();
    for file in ["country-aliases.tsv", "countries.tsv"] {
        for row in rows(&read(file)?) {
            let mut columns = row.split('\t');
            let (Some(country), Some(kind), Some(form)) = (columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            let code = match kind {
                "capital" => 2,
                "seat" => 3,
                "adjective" => 4,
                "demonym" => 5,
                _ => 1,
            };
            table.entry(fold(form)).or_insert_with(|| [&[code], country.as_bytes()].concat());
        }
    }
    Ok(table)
}

/// The code of each phrase of the gazetteers, as `Phrase::of` reads it.
fn phrases(countries: &Rows) -> Result<Rows, Box<dyn Error>> {
    let form = |(form, value): (&String, &Vec<u8>)| (form.clone(), value.iter().copied().take(1).collect());
    let mut table: Rows = countries.iter().map(form).collect();
    let lists = [
        ("places.txt", 10),
        ("organisations.txt", 11),
        ("divisions.txt", 12),
        ("places-world.txt", 12),
        ("parties.txt", 13),
        ("known-organisations.txt", 13),
        ("wordnet-places.txt", 12),
        ("wordnet-groups.txt", 13),
        ("things.txt", 14),
    ];
    for (file, code) in lists {
        for row in rows(&read(file)?) {
            let form = if code < 12 { fold(row) } else { row.to_owned() };
            table.entry(form).or_insert_with(|| vec![code]);
        }
    }
    Ok(table)
}

/// Rows of which some end in a mark: 1 with the mark, 0 without.
fn flagged(file: &str, mark: &str) -> Result<Rows, Box<dyn Error>> {
    let row = |row: &str| match row.strip_suffix(mark) {
        Some(row) => (row.to_owned(), vec![1]),
        None => (row.to_owned(), vec![0]),
    };
    Ok(rows(&read(file)?).map(row).collect())
}

/// The classes of each word, and of how many words at most a phrase is that it begins.
fn words(phrases: &Rows, titles: &Rows, further: &Rows, institutions: &Rows) -> Result<Rows, Box<dyn Error>> {
    let mut table: BTreeMap<String, (u32, usize)> = BTreeMap::new();
    let lists = [
        ("given-world.txt", class::GIVEN),
        ("surnames.txt", class::SURNAME),
        ("surnames-world.txt", class::SURNAME),
        ("lowercase.txt", class::LOWER),
        ("honorifics.txt", class::HONORIFIC),
        ("honorifics-more.txt", class::HONORIFIC),
        ("organisation-heads.txt", class::ORGANISATION_HEAD),
        ("organisation-heads-more.txt", class::ORGANISATION_HEAD),
        ("place-heads.txt", class::PLACE_HEAD),
        ("particles.txt", class::PARTICLE),
        ("club-openers.txt", class::CLUB),
        ("crafts.txt", class::CRAFT),
        ("ship-prefixes.txt", class::SHIP_PREFIX),
        ("family-first.txt", class::FAMILY_FIRST),
        ("speech-verbs.txt", class::SPEECH),
        ("function-words.txt", class::FUNCTION),
        ("calendar.txt", class::CALENDAR),
    ];
    for (file, bit) in lists {
        for word in rows(&read(file)?) {
            let word = if word.is_ascii() { word.to_owned() } else { fold(word) };
            table.entry(word).or_default().0 |= bit;
        }
    }
    for name in given_names() {
        table.entry(if name.is_ascii() { name.to_owned() } else { fold(name) }).or_default().0 |=
            class::GIVEN;
    }
    for (file, bit) in
        [("organisation-openers.txt", class::BODY_OPENER), ("place-openers.txt", class::PLACE_OPENER)]
    {
        for row in rows(&read(file)?) {
            let (word, linked) = match row.strip_suffix('*') {
                Some(word) => (word, class::LINKED_OPENER),
                None => (row, 0),
            };
            table.entry(fold(word)).or_default().0 |= bit | linked;
        }
    }
    for row in rows(&read("noun-classes.tsv")?) {
        let Some((noun, kind)) = row.split_once('\t') else { continue };
        let code = class::NOUNS.iter().zip(1..).find(|(name, _)| **name == kind).map_or(0, |(_, code)| code);
        table.entry(noun.to_owned()).or_default().0 |= code << class::NOUN_SHIFT;
    }
    for head in institutions.keys().filter_map(|row| row.split(' ').next()) {
        table.entry(head.to_owned()).or_default().0 |= class::INSTITUTION;
    }
    for word in titles.keys().chain(further.keys()).flat_map(|row| row.split([' ', '-'])) {
        table.entry(word.to_owned()).or_default().0 |= class::TITLE;
    }
    for (form, code) in phrases {
        // Keyed by the first token, as the tokeniser cuts it.
        if let Some(first) = tokens(form).first() {
            let entry = table.entry(first.span.of(form).to_owned()).or_default();
            entry.0 |= if code.first().is_some_and(|code| *code >= 12) { class::HINTS } else { class::OPENS };
            // No text can cut the phrase into more pieces than this.
            let pieces = form.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty()).count();
            let marks = form.chars().filter(|c| !c.is_alphanumeric() && *c != ' ').count();
            entry.1 = entry.1.max(pieces + marks);
        }
    }
    let longest = |length: usize| u8::try_from(length).unwrap_or(u8::MAX);
    let value = |(bits, length): (u32, usize)| [&bits.to_le_bytes()[..], &[longest(length)]].concat();
    Ok(table.into_iter().map(|(word, found)| (word, value(found))).collect())
}

/// The letter of each given name's gender.
fn genders() -> Result<Rows, Box<dyn Error>> {
    let letter = |(name, letter): (&str, &str)| (name.to_owned(), letter.as_bytes().to_vec());
    Ok(rows(&read("gender.tsv")?).filter_map(|row| row.split_once('\t')).map(letter).collect())
}

/// A constant for each group of words that rules know.
fn groups() -> Result<(), Box<dyn Error>> {
    let source = grouped(&read("word-groups.tsv")?).ok_or("word-groups.tsv has a row without a group")?;
    Ok(fs::write(out("groups.rs")?, source)?)
}

/// The bits of the classes of each word of grammar; of a form of a reporting verb then its code, as `Form::coded` reads
/// it, and the number of the verb's row.
fn grammar() -> Result<Rows, Box<dyn Error>> {
    let mut table: BTreeMap<String, (Tags, Option<(u8, u16)>)> = BTreeMap::new();
    for row in rows(&read("words.tsv")?) {
        if let Some((word, classes)) = row.split_once('\t') {
            let tags = classes.split(' ').map(class_named).fold(Tags::default(), |all, one| all | one);
            table.insert(word.to_owned(), (tags, None));
        }
    }
    for (number, row) in rows(&read("cues.tsv")?).enumerate() {
        let mut cells = row.split('\t');
        let mut next = || cells.next().ok_or("a reporting verb has five forms");
        let [base, third, past, participle, ing] = [next()?, next()?, next()?, next()?, next()?];
        let forms = if past == participle {
            [(third, b't'), (past, b'a'), (participle, b'a'), (ing, b'i'), (base, b'b')]
        } else {
            [(third, b't'), (past, b'p'), (participle, b'e'), (ing, b'i'), (base, b'b')]
        };
        for (word, form) in forms {
            table.entry(word.to_owned()).or_default().1.get_or_insert((form, u16::try_from(number)?));
        }
    }
    for (file, class) in [("strength.tsv", Tags::FORCE), ("conditions.txt", Tags::CONDITION)] {
        for word in rows(&read(file)?).filter_map(|row| row.split([' ', '\t']).next()) {
            let entry = table.entry(word.to_owned()).or_default();
            entry.0 = entry.0 | class;
        }
    }
    let value = |(tags, cue): (Tags, Option<(u8, u16)>)| {
        let mut value = tags.0.to_le_bytes().to_vec();
        if let Some((form, number)) = cue {
            value.push(form);
            value.extend(number.to_le_bytes());
        }
        value
    };
    Ok(table.into_iter().map(|(word, entry)| (word, value(entry))).collect())
}

/// The reporting verbs as a Rust array.
fn cues() -> Result<String, Box<dyn Error>> {
    let mut source = String::from("[\n");
    for row in rows(&read("cues.tsv")?) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [lemma, _, _, _, _, frames, class, strength, ..] = cells.as_slice() else {
            return Err(format!("no reporting verb: {row}").into());
        };
        let class = match *class {
            "thought" => "Thought",
            "finding" => "Finding",
            "intention" => "Intention",
            _ => "Speech",
        };
        let strength = match *strength {
            "asked" => "Asked",
            "considered" => "Considered",
            "possible" => "Possible",
            "planned" => "Planned",
            "promised" => "Promised",
            "alleged" => "Alleged",
            "confirmed" => "Confirmed",
            _ => "Stated",
        };
        writeln!(
            source,
            "    Cue {{ lemma: {lemma:?}, frames: Frames({frames:?}), class: Class::{class}, strength: Strength::{strength} }},"
        )?;
    }
    Ok(source + "]\n")
}

/// The class of that name in the word list.
fn class_named(name: &str) -> Tags {
    match name {
        "det" => Tags::DET,
        "pron" => Tags::PRON,
        "obj" => Tags::OBJ,
        "prep" => Tags::PREP,
        "conj" => Tags::CONJ,
        "sub" => Tags::SUB,
        "rel" => Tags::REL,
        "wh" => Tags::WH,
        "be" => Tags::BE,
        "have" => Tags::HAVE,
        "do" => Tags::DO,
        "modal" => Tags::MODAL,
        "neg" => Tags::NEG,
        "adv" => Tags::ADV,
        "time" => Tags::TIME,
        "verb" => Tags::VERB,
        "that" => Tags::THAT,
        "to" => Tags::TO,
        "plural" => Tags::PLURAL,
        _ => Tags::default(),
    }
}

fn read(file: &str) -> Result<String, Box<dyn Error>> {
    Ok(fs::read_to_string(Path::new("data").join(file))?)
}

fn write(file: &str, rows: &Rows) -> Result<(), Box<dyn Error>> {
    let bytes = Table::lay_out(rows.iter().map(|(word, value)| (word.as_str(), value.as_slice())))
        .ok_or_else(|| format!("{file} does not fit the layout"))?;
    Ok(fs::write(out(file)?, bytes)?)
}

fn out(file: &str) -> Result<PathBuf, Box<dyn Error>> {
    Ok(PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?).join(file))
}
