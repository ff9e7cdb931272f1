//! Names of people, places and organisations, on the news documents of GUM's test split.

use super::{Context, Row, Section};
use crate::command;
use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;

/// What is counted, in the order of the rows.
const KINDS: [&str; 3] = ["person", "place", "organisation"];

/// Bytes of the text, half open, and the kind's number.
type Name = (usize, usize, usize);

/// A document's text with the names in it.
#[derive(Default)]
struct Document {
    text: String,
    names: Vec<Name>,
}

/// Titles and nationalities: the conversion leaves them out.
struct Tables {
    titles: BTreeSet<String>,
    peoples: BTreeSet<String>,
}

/// Strict scores: place and kind both right.
pub fn news(context: &Context) -> Result<Option<Section>> {
    let Some(folder) = context.shared("benchmarks/entities/gum") else { return Ok(None) };
    let tables = tables(context)?;
    let splits = fs::read_to_string(folder.join("splits.md"))?;
    let test =
        splits.split("## test\n").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap_or_default();
    let mut documents = Vec::new();
    for stem in test.lines().filter_map(|line| line.trim_start().strip_prefix("* ")) {
        let path = folder.join(format!("{stem}.conllu"));
        if !stem.contains("_news_") || !path.exists() {
            continue;
        }
        let mut document = Document::default();
        for sentence in fs::read_to_string(&path).with_context(|| path.display().to_string())?.split("\n\n") {
            gum_sentence(sentence, &mut document, &tables);
        }
        documents.push(document);
    }
    let found = extract(context, &documents)?;
    let (mut right, mut made, mut gold) = ([0; 3], [0; 3], [0; 3]);
    for (document, found) in documents.iter().zip(&found) {
        let wanted: BTreeSet<Name> = document.names.iter().copied().collect();
        for name in &wanted {
            gold[name.2] += 1;
        }
        for name in found {
            made[name.2] += 1;
            right[name.2] += usize::from(wanted.contains(name));
            if context.misses && !wanted.contains(name) {
                eprintln!("+ {} {}", KINDS[name.2], &document.text[name.0..name.1]);
            }
        }
        for name in wanted.iter().filter(|name| context.misses && !found.contains(*name)) {
            eprintln!("- {} {}", KINDS[name.2], &document.text[name.0..name.1]);
        }
    }
    let row = |name: &str, right: usize, made: usize, gold: usize| {
        let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { ratio(part, whole) };
        let values =
            vec![Some(share(right, made)), Some(share(right, gold)), Some(share(2 * right, made + gold))];
        Row::higher(name, values)
    };
    let mut rows: Vec<Row> =
        KINDS.iter().enumerate().map(|(at, name)| row(name, right[at], made[at], gold[at])).collect();
    rows.push(row("all", right.iter().sum(), made.iter().sum(), gold.iter().sum()));
    Ok(Some(Section {
        title: "Names in news".to_owned(),
        intro: format!(
            "{} Wikinews articles of GUM's test split, {} names: the proper nouns around the head of a person, place or \
             organisation, without article and title; nationalities are none. Strict: bounds and kind both right.",
            documents.len(),
            gold.iter().sum::<usize>()
        ),
        columns: ["precision", "recall", "F1"].map(str::to_owned).to_vec(),
        rows,
    }))
}

fn tables(context: &Context) -> Result<Tables> {
    let read = |name: &str| fs::read_to_string(context.root.join("crates/extract/data").join(name));
    let rows = |text: &str| -> Vec<String> {
        text.lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.trim_end_matches('+').to_owned())
            .collect()
    };
    let mut titles: BTreeSet<String> = rows(&read("titles.txt")?).into_iter().collect();
    titles.extend(rows(&read("honorifics.txt")?));
    let countries = read("country-aliases.tsv")? + &read("countries.tsv")?;
    let peoples = countries
        .lines()
        .filter_map(|line| {
            let mut columns = line.split('\t').skip(1);
            matches!(columns.next(), Some("adjective" | "demonym"))
                .then(|| columns.next().map(str::to_owned))
                .flatten()
        })
        .collect();
    Ok(Tables { titles, peoples })
}

fn extract(context: &Context, documents: &[Document]) -> Result<Vec<BTreeSet<Name>>> {
    let mut input = String::new();
    for (id, document) in documents.iter().enumerate() {
        input.push_str(&json!({ "id": id.to_string(), "text": document.text }).to_string());
        input.push('\n');
    }
    let output = command::pipe(&context.binary, &["extract"], input.as_bytes())?;
    let mut found = Vec::new();
    for line in String::from_utf8(output)?.lines() {
        let answer: Value = serde_json::from_str(line)?;
        let entities = answer["entities"].as_array().map(Vec::as_slice).unwrap_or_default();
        let number = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
        found.push(
            entities
                .iter()
                .filter_map(|entity| {
                    let kind = KINDS.iter().position(|kind| entity["kind"] == *kind)?;
                    Some((number(&entity["start"])?, number(&entity["end"])?, kind))
                })
                .collect(),
        );
    }
    anyhow::ensure!(found.len() == documents.len(), "{} texts, {} answers", documents.len(), found.len());
    Ok(found)
}

#[allow(clippy::cast_precision_loss, reason = "counts of names")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// A word and whether a blank stands behind it.
struct Word {
    form: String,
    space: bool,
}

impl Document {
    /// Appends a sentence with its names, given as word ranges.
    fn push(&mut self, words: &[Word], names: &[Name]) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let mut spans = Vec::with_capacity(words.len());
        for word in words {
            let start = self.text.len();
            self.text.push_str(&word.form);
            spans.push((start, self.text.len()));
            if word.space {
                self.text.push(' ');
            }
        }
        for &(first, end, kind) in names {
            if let (Some(a), Some(b)) = (spans.get(first), spans.get(end.wrapping_sub(1))) {
                self.names.push((a.0, b.1, kind));
            }
        }
    }
}

fn gum_sentence(sentence: &str, document: &mut Document, tables: &Tables) {
    let rows: Vec<Vec<&str>> = sentence
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .filter(|row| row.len() == 10 && row[0].chars().all(|c| c.is_ascii_digit()))
        .collect();
    if rows.is_empty() {
        return;
    }
    let mut words: Vec<Word> = rows
        .iter()
        .map(|row| Word { form: row[1].to_owned(), space: !row[9].contains("SpaceAfter=No") })
        .collect();
    // The words of one written unit (`camp's`) stand in a row `4-5` before them, with its blank.
    for line in sentence.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let range = columns.first().and_then(|id| id.split_once('-'));
        let Some((first, last)) =
            range.and_then(|(a, b)| Some((a.parse::<usize>().ok()?, b.parse::<usize>().ok()?)))
        else {
            continue;
        };
        for at in first..=last {
            if let Some(word) = words.get_mut(at.wrapping_sub(1)) {
                word.space = at == last && !columns.last().is_some_and(|misc| misc.contains("SpaceAfter=No"));
            }
        }
    }
    // Open mentions by id, closed in order: id, first word, kind.
    let mut open: Vec<(&str, usize, usize)> = Vec::new();
    let mut mentions: Vec<(usize, usize, usize)> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let Some(entity) = row[9].split('|').find_map(|part| part.strip_prefix("Entity=")) else { continue };
        let mut rest = entity;
        while !rest.is_empty() {
            if let Some(tail) = rest.strip_prefix('(') {
                let end = tail.find(['(', ')']).unwrap_or(tail.len());
                let mut fields = tail[..end].split('-');
                let id = fields.next().unwrap_or_default();
                let kind = match fields.next() {
                    Some("person") => 0,
                    Some("place") => 1,
                    Some("organization") => 2,
                    _ => 9,
                };
                open.push((id, at, kind));
                rest = &tail[end..];
                if let Some(tail) = rest.strip_prefix(')') {
                    mentions.extend(open.pop().map(|(_, start, kind)| (start, at + 1, kind)));
                    rest = tail;
                }
            } else {
                let end = rest.find(')').unwrap_or(rest.len());
                if let Some(index) = open.iter().rposition(|(open, ..)| *open == &rest[..end]) {
                    let (_, start, kind) = open.remove(index);
                    mentions.push((start, at + 1, kind));
                }
                rest = rest.get(end + 1..).unwrap_or_default();
            }
        }
    }
    let mut names: Vec<(usize, usize, usize)> =
        mentions.iter().filter_map(|&mention| gum_name(&rows, mention, &mentions, tables)).collect();
    // The longer of two that overlap.
    names.sort_by_key(|&(start, end, _)| (std::cmp::Reverse(end - start), start));
    let mut kept: Vec<(usize, usize, usize)> = Vec::new();
    for name in names {
        if kept.iter().all(|other| name.1 <= other.0 || other.1 <= name.0) {
            kept.push(name);
        }
    }
    kept.sort_unstable();
    let kept: Vec<_> = kept.into_iter().filter(|&(.., kind)| kind < 3).collect();
    document.push(&words, &kept);
}

/// The name in a mention: the proper nouns around its syntactic head.
#[allow(clippy::if_same_then_else, reason = "each branch is one way in which a name goes on")]
fn gum_name(
    rows: &[Vec<&str>],
    (start, end, kind): (usize, usize, usize),
    mentions: &[(usize, usize, usize)],
    tables: &Tables,
) -> Option<(usize, usize, usize)> {
    let proper = |at: usize| rows.get(at).is_some_and(|row| row[4].starts_with("NNP") || row[3] == "PROPN");
    let parent = |at: usize| rows.get(at).and_then(|row| row[6].parse::<usize>().ok());
    let head = (start..end).find(|&at| parent(at).is_none_or(|parent| parent <= start || parent > end))?;
    // `student Ahmed Mohamed`, `Minister of Education Stefania Giannini`: the name hangs on the role before it.
    let hung = (head + 1..end).find(|&at| {
        kind == 0
            && proper(at)
            && parent(at) == Some(head + 1)
            && matches!(rows[at][7], "flat" | "appos" | "nmod:desc" | "flat:name")
            && !matches!(rows[at - 1][1], "," | "(" | "-" | "—" | ":")
            && (rows[at][7] != "flat" || !proper(head) || is_title(rows[head][1], tables))
    });
    let head = hung.unwrap_or(head);
    if !proper(head) {
        return None;
    }
    let start = if hung.is_some() { head } else { start };
    let form = |at: usize| rows.get(at).map_or("", |row| row[1]);
    let capital = |at: usize| form(at).chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    // Within a person's mention, the names of others end before his.
    let floor = mentions
        .iter()
        .filter(|other| kind == 0 && other.0 >= start && other.1 <= head && other.2 < 9)
        .map(|other| other.1)
        .max()
        .unwrap_or(start);
    let (mut from, mut to) = (head, head + 1);
    let joins = |at: usize| matches!(form(at), "-" | "." | "/" | "'" | "&" | "–");
    loop {
        let named = |at: usize| {
            capital(at)
                && (proper(at)
                    || rows[at][3] == "ADJ"
                    || rows[at][3] == "NUM"
                    || rows[at][4] == "NN"
                    || rows[at][3] == "VERB" && kind != 0)
        };
        if from > floor && named(from - 1) {
            from -= 1;
        } else if from > floor + 1 && joins(from - 1) && named(from - 2) {
            from -= 2;
        } else if kind != 0
            && from > floor + 1
            && matches!(form(from - 1), "of" | "and" | "for")
            && proper(from - 2)
            && parent(from).is_some_and(|p| p == head + 1)
        {
            from -= 2;
        } else {
            break;
        }
    }
    while to < end {
        let named = |at: usize| {
            at < end && capital(at) && (proper(at) || rows[at][3] == "ADJ" || rows[at][3] == "NUM")
        };
        let links =
            matches!(form(to), "of" | "on" | "for" | "and" | "de" | "del" | "al" | "bin" | "van" | "von");
        if named(to) || joins(to) && named(to + 1) {
            to += 1;
        } else if form(to) == "-" && to + 1 < end && form(to + 1).chars().all(char::is_alphabetic) {
            to += 2;
        } else if links
            && named(to + 1)
            && (kind != 0 || matches!(form(to), "de" | "del" | "al" | "bin" | "van" | "von"))
            && !(form(to) == "and" && kind == 1)
        {
            to += 2;
        } else if links && kind != 0 && form(to + 1) == "the" && named(to + 2) {
            to += 3;
        } else {
            break;
        }
    }
    trim(&rows.iter().map(|row| row[1]).collect::<Vec<_>>(), &mut from, &mut to, kind, tables);
    if from >= to || !(from..to).any(proper) || kind == 0 && rows[to - 1][4] == "NNPS" {
        return None;
    }
    let name = rows[from..to].iter().map(|row| row[1]).collect::<Vec<_>>().join(" ");
    (!tables.peoples.contains(&name)).then_some((from, to, kind))
}

/// Cuts articles, words in lower case and, for people, titles from the ends.
fn trim(forms: &[&str], from: &mut usize, end: &mut usize, kind: usize, tables: &Tables) {
    let capital = |at: usize| {
        forms
            .get(at)
            .is_some_and(|form| form.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()))
    };
    while *from < *end && (!capital(*from) || matches!(forms[*from], "The" | "A" | "An" | "This")) {
        *from += 1;
    }
    let glued = |at: usize| at > 0 && forms[at - 1] == "-";
    while *end > *from
        && !capital(*end - 1)
        && !glued(*end - 1)
        && forms[*end - 1].chars().any(char::is_alphabetic)
    {
        *end -= 1;
    }
    while *end > *from && forms[*end - 1].chars().all(|c| !c.is_alphanumeric()) {
        *end -= 1;
    }
    if kind == 0 {
        // Past the last title: `NASA Administrator Charles Bolden`.
        if let Some(last) = (*from..*end).rev().find(|&at| is_title(forms[at], tables)) {
            if last + 1 == *end && *end - *from == 1 {
                *from = *end;
            } else if last + 1 < *end {
                *from = last + 1;
            } else {
                *from = *end;
            }
        }
        while *from < *end && !forms[*from].chars().any(char::is_alphabetic) {
            *from += 1;
        }
    }
}

fn is_title(form: &str, tables: &Tables) -> bool {
    tables.titles.contains(form.to_lowercase().trim_end_matches('.'))
}
