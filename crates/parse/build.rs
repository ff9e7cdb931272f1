//! Lays out the phrases of `data/cues.tsv` as tables that are searched in place, so that no run has to fold them again.

#[path = "src/key.rs"]
mod key;

use corroborate_article::Role;
use corroborate_text::{Table, fold, given_names, rows};
use key::key;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

type Rows = BTreeMap<String, Vec<u8>>;

/// Rows that match by a part, under their first word or their last, each as the source of an `Entry`.
type Parts = BTreeMap<String, Vec<String>>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data/cues.tsv");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/key.rs");
    let table = fs::read_to_string("data/cues.tsv")?;
    let mut cues: Vec<String> = Vec::new();
    let (mut whole, mut labels) = (Rows::new(), Rows::new());
    let (mut starts, mut ends, mut inside) = (Parts::new(), Parts::new(), Parts::new());
    for (order, row) in rows(&table).enumerate() {
        let [how, name, phrase] = row.split('\t').collect::<Vec<_>>()[..] else {
            return Err(format!("not three fields: {row}").into());
        };
        let cue = cue(name).ok_or_else(|| format!("no such cue: {row}"))?;
        let number = cues.iter().position(|known| *known == cue).unwrap_or(cues.len());
        if number == cues.len() {
            cues.push(cue.clone());
        }
        let number = vec![u8::try_from(number)?];
        let phrase = key(phrase);
        if phrase.is_empty() {
            return Err(format!("no phrase: {row}").into());
        }
        let (how, limit) = how.split_once('/').unwrap_or((how, "30"));
        let limit: usize = limit.parse()?;
        let entry = format!("Entry {{ phrase: {phrase:?}, limit: {limit}, cue: {cue}, order: {order} }}");
        let first = phrase.split(' ').next().unwrap_or_default().to_owned();
        let last = phrase.rsplit(' ').next().unwrap_or_default().to_owned();
        match how {
            "is" => {
                whole.insert(phrase, number);
            }
            "label" => {
                labels.insert(phrase, number);
            }
            "starts" => starts.entry(first).or_default().push(entry),
            "ends" => ends.entry(last).or_default().push(entry),
            "has" => inside.entry(first).or_default().push(entry),
            _ => return Err(format!("no such way to match: {row}").into()),
        }
    }
    write("words.table", &words(&table))?;
    fs::write(out("cues.rs")?, format!("[{}]", cues.join(", ")))?;
    write("is.table", &whole)?;
    write("labels.table", &labels)?;
    write_parts("starts", &starts)?;
    write_parts("ends", &ends)?;
    write_parts("has", &inside)
}

/// What single words are, as `src/person.rs` reads it: 1 a given name, 2 a word of menus, buttons and notices.
fn words(table: &str) -> Rows {
    let mut words: BTreeMap<String, u8> = given_names().map(|name| (fold(name), 1)).collect();
    let phrases = rows(table).filter_map(|row| row.split('\t').nth(2));
    for word in phrases.flat_map(|phrase| key(phrase).split(' ').map(str::to_owned).collect::<Vec<_>>()) {
        *words.entry(word).or_default() |= 2;
    }
    words.into_iter().map(|(word, bits)| (word, vec![bits])).collect()
}

/// The source of a cue.
fn cue(name: &str) -> Option<String> {
    Some(match name {
        "related-head" => "Cue::RelatedHead".to_owned(),
        "comment-head" => "Cue::CommentHead".to_owned(),
        "summary-head" => "Cue::SummaryHead".to_owned(),
        "tag-head" => "Cue::TagHead".to_owned(),
        name => format!("Cue::Role(Role::{:?})", Role::from_name(name)?),
    })
}

/// All entries as a Rust array; for each word, where its entries begin there and how many they are.
fn write_parts(name: &str, parts: &Parts) -> Result<(), Box<dyn Error>> {
    let (mut table, mut entries) = (Rows::new(), Vec::new());
    for (word, own) in parts {
        let [low, high] = u16::try_from(entries.len())?.to_le_bytes();
        table.insert(word.clone(), vec![low, high, u8::try_from(own.len())?]);
        entries.extend(own.iter().map(String::as_str));
    }
    fs::write(out(&format!("{name}.rs"))?, format!("[\n{}\n]", entries.join(",\n")))?;
    write(&format!("{name}.table"), &table)
}

fn write(file: &str, rows: &Rows) -> Result<(), Box<dyn Error>> {
    let bytes = Table::lay_out(rows.iter().map(|(word, value)| (word.as_str(), value.as_slice())))
        .ok_or_else(|| format!("{file} does not fit the layout"))?;
    Ok(fs::write(out(file)?, bytes)?)
}

fn out(file: &str) -> Result<PathBuf, Box<dyn Error>> {
    Ok(Path::new(&env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?).join(file))
}
