//! Lays out the word lists of `data/` as tables that are searched in place, so that no run has to stem them again.

use corroborate_text::{Table, fold, grouped, rows, stem};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

type Rows = BTreeMap<String, Vec<u8>>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build.rs");
    groups()?;
    background()?;
    let nicknames = read("nicknames.tsv")?;
    let nicknames = rows(&nicknames).filter_map(|line| line.split_once('\t'));
    write("nicknames.table", &nicknames.map(|(name, nicks)| (name.to_owned(), nicks.into())).collect())?;
    opposites()?;
    variants()?;
    let cues = grouped(&read("cues.tsv")?).ok_or("cues.tsv has a row without a group")?;
    fs::write(out("cues.rs")?, cues)?;
    for file in ["stopwords.txt", "person-nouns.txt", "trades.txt"] {
        let words = read(file)?;
        let words = rows(&words).map(|word| (word.to_owned(), Vec::new())).collect();
        write(&file.replace("txt", "table"), &words)?;
    }
    institution_words()?;
    let persons = read("person-nouns.txt")? + &read("person-more.txt")?;
    write("persons.table", &rows(&persons).map(|noun| (stem(noun), Vec::new())).collect())
}

/// The groups of each stem or phrase of stems: all groups one after the other as a Rust array, and a table that says of
/// each phrase whether it opens a longer one, where its groups begin in the array and how many they are.
fn groups() -> Result<(), Box<dyn Error>> {
    let (news, wordnet) = (read("news-synonyms.tsv")?, read("wordnet.tsv")?);
    let news = news.lines().map(|line| (true, line));
    // The first field of WordNet's rows is the part of speech.
    let wordnet = wordnet.lines().filter_map(|line| line.split_once('\t'));
    let wordnet = wordnet.map(|(_, words)| (false, words));
    let mut phrases: BTreeMap<String, BTreeSet<(u32, bool)>> = BTreeMap::new();
    let mut id = 0;
    for (news, line) in news.chain(wordnet).filter(|(_, line)| !line.starts_with('#')) {
        id += 1;
        for phrase in line.split('\t') {
            phrases.entry(stems(phrase)).or_default().insert((id, news));
        }
    }
    let openers: Vec<String> =
        phrases.keys().filter_map(|phrase| Some(phrase.split_once(' ')?.0.to_owned())).collect();
    for opener in &openers {
        phrases.entry(opener.clone()).or_default();
    }
    let openers: BTreeSet<String> = openers.into_iter().collect();
    let mut source = String::from("[\n");
    let mut table = Rows::new();
    let mut start: u16 = 0;
    for (phrase, groups) in phrases {
        let count = u16::try_from(groups.len())?;
        let [low, high] = start.to_le_bytes();
        let value = vec![u8::from(openers.contains(&phrase)), low, high, u8::try_from(count)?];
        start = start.checked_add(count).ok_or("more groups than two bytes can number")?;
        table.insert(phrase, value);
        for (id, news) in groups {
            writeln!(source, "    Group {{ id: {id}, news: {news} }},")?;
        }
    }
    fs::write(out("groups.rs")?, source + "]\n")?;
    write("groups.table", &table)
}

/// The stems of the opposites of each stem, in order.
fn opposites() -> Result<(), Box<dyn Error>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (x, y) in rows(&read("opposites.tsv")?).filter_map(|row| row.split_once('\t')) {
        found.entry(stem(x)).or_default().insert(stem(y));
        found.entry(stem(y)).or_default().insert(stem(x));
    }
    let joined = |stems: BTreeSet<String>| Vec::from_iter(stems).join("\t").into_bytes();
    write("opposites.table", &found.into_iter().map(|(stem, opposites)| (stem, joined(opposites))).collect())
}

/// The lines in which each given name stands, two bytes each.
fn variants() -> Result<(), Box<dyn Error>> {
    let mut lines = Rows::new();
    for (number, line) in rows(&read("given-variants.txt")?).enumerate() {
        for name in line.split_whitespace() {
            lines.entry(name.to_owned()).or_default().extend(u16::try_from(number)?.to_le_bytes());
        }
    }
    write("given-variants.table", &lines)
}

/// For each word for a kind of institution the English word.
fn institution_words() -> Result<(), Box<dyn Error>> {
    let file = read("institution-words.txt")?;
    let words = rows(&file).flat_map(|row| {
        let english = row.split(' ').next().unwrap_or_default();
        row.split(' ').map(move |word| (word.to_owned(), english.into()))
    });
    write("institution-words.table", &words.collect())
}

/// In how many sentences each stem was met.
fn background() -> Result<(), Box<dyn Error>> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for (word, count) in read("background.tsv")?.lines().filter_map(|line| line.split_once('\t')) {
        let count: u32 = count.parse()?;
        // The number of all sentences stands under a mark that is no stem.
        let key = if word == "#" { word.to_owned() } else { stem(word) };
        *counts.entry(key).or_default() += count;
    }
    write(
        "background.table",
        &counts.into_iter().map(|(stem, count)| (stem, count.to_le_bytes().into())).collect(),
    )
}

/// The stems of a phrase, joined by blanks.
fn stems(phrase: &str) -> String {
    let folded = fold(phrase);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(stem).collect::<Vec<_>>().join(" ")
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
