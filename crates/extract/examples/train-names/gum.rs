//! GUM's CoNLL-U: the names in a sentence.
//!
//! A name is the minimal span of a person, place or organisation whose head is a proper noun. Of names within names the
//! longest counts. Both the training of the model and the evaluation (`xtask/src/eval/entities.rs`) read GUM this way.

use std::collections::BTreeSet;

/// First word, the one past the last, and kind.
pub type Name = (usize, usize, usize);

/// A word and whether a blank stands behind it.
pub struct Word {
    pub form: String,
    pub space: bool,
}

/// Titles and nationalities, which are left out of names.
pub struct Tables {
    titles: BTreeSet<String>,
    peoples: BTreeSet<String>,
}

impl Tables {
    /// From the texts of `titles.txt` and `honorifics.txt`, and of the tables of countries.
    pub fn new(titles: &[&str], countries: &[&str]) -> Self {
        let lines = |texts: &[&str]| -> Vec<String> {
            texts.iter().flat_map(|text| text.lines()).map(str::to_owned).collect()
        };
        let titles = lines(titles).iter().map(|line| line.trim_end_matches('+').to_owned()).collect();
        let peoples = lines(countries)
            .iter()
            .filter_map(|line| {
                let mut columns = line.split('\t').skip(1);
                let kind = columns.next()?;
                matches!(kind, "adjective" | "demonym").then(|| columns.next().map(str::to_owned))?
            })
            .collect();
        Self { titles, peoples }
    }

    fn is_title(&self, form: &str) -> bool {
        self.titles.contains(form.to_lowercase().trim_end_matches('.'))
    }

    /// Whether the words name a nationality.
    pub fn is_people(&self, form: &str) -> bool {
        self.peoples.contains(form)
    }
}

/// The words of a sentence, its names as ranges of words with their kinds: 0 person, 1 place, 2 organisation.
pub fn sentence(sentence: &str, tables: &Tables) -> Option<(Vec<Word>, Vec<Name>)> {
    let rows = rows(sentence);
    if rows.is_empty() {
        return None;
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
    let mentions = mentions(&rows);
    let mut names: Vec<(usize, usize, usize)> =
        mentions.iter().filter_map(|&mention| name(&rows, mention, &mentions, tables)).collect();
    // The longer of two that overlap.
    names.sort_by_key(|&(start, end, _)| (std::cmp::Reverse(end - start), start));
    let mut kept: Vec<(usize, usize, usize)> = Vec::new();
    for name in names {
        if kept.iter().all(|other| name.1 <= other.0 || other.1 <= name.0) {
            kept.push(name);
        }
    }
    kept.sort_unstable();
    kept.retain(|&(.., kind)| kind < 3);
    Some((words, kept))
}

/// The words of a sentence.
fn rows(sentence: &str) -> Vec<Vec<&str>> {
    sentence
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .filter(|row| row.len() == 10 && row[0].chars().all(|c| c.is_ascii_digit()))
        .collect()
}

/// The mentions in the words: first word, the one past the last, kind: 10 for times, 9 for anything but people, places and
/// organisations.
fn mentions(rows: &[Vec<&str>]) -> Vec<Name> {
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
                    Some("time") => 10,
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
    mentions
}

/// The proper nouns in mentions of anything else but times: works, events, products; one range for each word, kind 3.
#[allow(dead_code, reason = "the evaluation scores the three kinds alone")]
pub fn others(sentence: &str) -> Vec<Name> {
    let rows: Vec<Vec<&str>> = rows(sentence);
    let mentions = mentions(&rows);
    let proper = |at: &usize| rows.get(*at).is_some_and(|row| row[3] == "PROPN");
    let inside =
        |at: &usize| mentions.iter().any(|&(start, end, kind)| kind == 9 && (start..end).contains(at));
    let named = |at: &usize| mentions.iter().any(|&(start, end, kind)| kind < 3 && (start..end).contains(at));
    (0..rows.len()).filter(|at| proper(at) && inside(at) && !named(at)).map(|at| (at, at + 1, 3)).collect()
}

/// The name in a mention: the proper nouns around its syntactic head, without article and title; nationalities are
/// none.
#[allow(clippy::if_same_then_else, reason = "each branch is one way in which a name goes on")]
fn name(rows: &[Vec<&str>], (start, end, kind): Name, mentions: &[Name], tables: &Tables) -> Option<Name> {
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
            && (rows[at][7] != "flat" || !proper(head) || tables.is_title(rows[head][1]))
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
    // In `the Institute and the Council` each is a mention of its own.
    let begins = |at: usize| mentions.iter().any(|other| other.0 == at);
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
            && (parent(from) == Some(head + 1) || rows[from][7] == "conj" && parent(from) <= Some(from))
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
            && !(form(to) == "and" && (kind == 1 || begins(to + 1)))
        {
            to += 2;
        } else if links && kind != 0 && form(to) != "and" && form(to + 1) == "the" && named(to + 2) {
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
    (!tables.is_people(&name)).then_some((from, to, kind))
}

/// Cuts articles, words in lower case and, for people, titles from the ends.
pub fn trim(forms: &[&str], from: &mut usize, end: &mut usize, kind: usize, tables: &Tables) {
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
        if let Some(last) = (*from..*end).rev().find(|&at| tables.is_title(forms[at])) {
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
