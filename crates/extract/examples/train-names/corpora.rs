//! Readers of the corpora: running text with the places of names.

use corroborate_extract::{EntityKind, country};
use corroborate_text::Span;
use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// A text, its sentences and the names in it: 0 person, 1 place, 2 organisation.
#[derive(Default)]
pub struct Document {
    pub text: String,
    pub sentences: Vec<Span>,
    pub names: Vec<(Span, usize)>,
    /// Up to which byte it is annotated.
    pub annotated: usize,
    /// Whether it is a news article of GUM.
    pub news: bool,
    /// Whether it is a document of GUM, whose sense of place and organisation the model should learn.
    pub gum: bool,
}

/// The number of a kind of entity.
pub fn kind(kind: EntityKind) -> Option<usize> {
    match kind {
        EntityKind::Person => Some(0),
        EntityKind::Place => Some(1),
        EntityKind::Organisation => Some(2),
        _ => None,
    }
}

/// A word and what stands right behind it.
struct Word {
    form: String,
    space: bool,
}

impl Document {
    /// Appends a sentence with its names, given as word ranges.
    fn push(&mut self, words: &[Word], names: &[(usize, usize, usize)]) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        let mut spans = Vec::with_capacity(words.len());
        for word in words {
            let at = self.text.len();
            self.text.push_str(&word.form);
            spans.push(Span::new(at, self.text.len()));
            if word.space {
                self.text.push(' ');
            }
        }
        self.sentences.push(Span::new(start, self.text.len()).trimmed(&self.text));
        for &(first, end, kind) in names {
            if let (Some(a), Some(b)) = (spans.get(first), spans.get(end.wrapping_sub(1))) {
                self.names.push((a.hull(*b), kind));
            }
        }
        self.annotated = self.text.len();
    }
}

/// Everything the model learns from; `data/README.md` lists it with licences.
pub fn training(root: &Path) -> Outcome<Vec<Document>> {
    let entities = root.join("entities");
    let mut documents = gum(&entities.join("gum"), &|_, test, _| !test)?;
    for file in ["dev", "test"] {
        documents.extend(ewt(&entities.join(format!("uner_ewt/en_ewt-ud-{file}.iob2")))?);
    }
    documents.extend(conll(&entities.join("wikigold/CONLL-format/data/wikigold.conll.txt"), true)?);
    for file in ["train", "dev", "test"] {
        documents.extend(conll(&entities.join(format!("crossner-politics/politics/{file}.txt")), false)?);
    }
    Ok(documents)
}

/// Documents that no weight has seen, by the name of their set.
pub fn held_out(root: &Path) -> Outcome<Vec<(&'static str, Vec<Document>)>> {
    let folder = root.join("entities/gum");
    Ok(vec![
        ("GUM news, test split", gum(&folder, &|stem, test, _| test && stem.contains("_news_"))?),
        ("GUM all genres, test split", gum(&folder, &|_, test, _| test)?),
        ("MEANTIME, sentences 0 to 5", meantime(&root.join("crossdoc/meantime"))?),
    ])
}

/// GUM's CoNLL-U: a name is the minimal span of a person, place or organisation whose head is a proper noun, without
/// article and title; nested names and nationalities are left out.
fn gum(folder: &Path, wanted: &dyn Fn(&str, bool, bool) -> bool) -> Outcome<Vec<Document>> {
    let splits = fs::read_to_string(folder.join("splits.md"))?;
    let section = |name: &str| {
        splits.split(name).nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap_or_default().to_owned()
    };
    let (test, dev) = (section("## test\n"), section("## dev\n"));
    let mut documents = Vec::new();
    for path in files(folder, "conllu")? {
        let stem = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let listed = |list: &str| list.lines().any(|line| line.trim_start_matches("  * ") == stem);
        if !wanted(&stem, listed(&test), listed(&dev)) {
            continue;
        }
        let mut document = Document { news: stem.contains("_news_"), gum: true, ..Document::default() };
        for sentence in fs::read_to_string(&path)?.split("\n\n") {
            gum_sentence(sentence, &mut document);
        }
        documents.push(document);
    }
    Ok(documents)
}

fn gum_sentence(sentence: &str, document: &mut Document) {
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
        mentions.iter().filter_map(|&mention| gum_name(&rows, mention, &mentions)).collect();
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
            && (rows[at][7] != "flat" || !proper(head) || is_title(rows[head][1]))
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
    trim(&rows.iter().map(|row| row[1]).collect::<Vec<_>>(), &mut from, &mut to, kind);
    if from >= to || !(from..to).any(proper) || kind == 0 && rows[to - 1][4] == "NNPS" {
        return None;
    }
    let name = rows[from..to].iter().map(|row| row[1]).collect::<Vec<_>>().join(" ");
    (!is_people(&name)).then_some((from, to, kind))
}

fn is_people(form: &str) -> bool {
    use corroborate_extract::CountryForm;
    matches!(country(form), Some((_, CountryForm::Adjective | CountryForm::Demonym)))
}

/// Cuts articles, words in lower case and, for people, titles from the ends.
fn trim(forms: &[&str], from: &mut usize, end: &mut usize, kind: usize) {
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
        if let Some(last) = (*from..*end).rev().find(|&at| is_title(forms[at])) {
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

fn is_title(form: &str) -> bool {
    let word = form.to_lowercase();
    let word = word.trim_end_matches('.');
    let titles = include_str!("../../data/titles.txt");
    let honorifics = include_str!("../../data/honorifics.txt");
    titles.lines().any(|line| line.trim_end_matches('+') == word)
        || honorifics.lines().any(|line| line == word)
}

fn files(folder: &Path, extension: &str) -> Outcome<Vec<std::path::PathBuf>> {
    let mut paths: Vec<_> =
        fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?.into_iter().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == extension));
    paths.sort();
    Ok(paths)
}

/// Universal NER: `# newdoc`, then word, tag rows after the `# text` of the sentence.
fn ewt(path: &Path) -> Outcome<Vec<Document>> {
    let mut documents = vec![Document::default()];
    for sentence in fs::read_to_string(path)?.split("\n\n") {
        if sentence.contains("# newdoc") {
            documents.push(Document::default());
        }
        let text = sentence.lines().find_map(|line| line.strip_prefix("# text = ")).unwrap_or_default();
        let rows: Vec<(&str, &str)> = sentence
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| {
                let mut columns = line.split('\t').skip(1);
                Some((columns.next()?, columns.next()?))
            })
            .collect();
        // The text tells where blanks stand.
        let mut rest = text;
        let mut words = Vec::new();
        for (form, _) in &rows {
            rest = rest.trim_start().strip_prefix(form).unwrap_or(rest);
            words.push(Word { form: (*form).to_owned(), space: rest.starts_with(' ') || rest.is_empty() });
        }
        let tags: Vec<&str> = rows.iter().map(|(_, tag)| *tag).collect();
        if let Some(document) = documents.last_mut().filter(|_| !words.is_empty()) {
            document.push(&words, &spans(&tags, false));
        }
    }
    Ok(documents)
}

/// Word and tag rows; `inside` where every tag of a name begins with `I-`.
fn conll(path: &Path, inside: bool) -> Outcome<Vec<Document>> {
    let mut documents = vec![Document::default()];
    let mut sentences = 0;
    for sentence in fs::read_to_string(path)?.replace("\r\n", "\n").split("\n\n") {
        let rows: Vec<(&str, &str)> = sentence
            .lines()
            .filter_map(|line| line.split_once('\t').or_else(|| line.rsplit_once(' ')))
            .map(|(form, tag)| (form.trim(), tag.trim()))
            .filter(|(form, _)| !form.is_empty())
            .collect();
        if rows.is_empty() || rows.iter().any(|(form, _)| *form == "-DOCSTART-") {
            documents.push(Document::default());
            continue;
        }
        let words = spaced(&rows.iter().map(|(form, _)| *form).collect::<Vec<_>>());
        let tags: Vec<&str> = rows.iter().map(|(_, tag)| *tag).collect();
        // Sentences of unlike sources share no document.
        sentences += 1;
        if !inside || sentences % 12 == 0 {
            documents.push(Document::default());
        }
        if let Some(document) = documents.last_mut() {
            document.push(&words, &spans(&tags, inside));
        }
    }
    Ok(documents)
}

fn spans(tags: &[&str], inside: bool) -> Vec<(usize, usize, usize)> {
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    let mut before = "O";
    for (at, tag) in tags.iter().enumerate() {
        let kind = match tag.split_once('-').map(|(_, kind)| kind) {
            Some("PER" | "person" | "politician") => Some(0),
            Some("LOC" | "location" | "country") => Some(1),
            Some("ORG" | "organisation" | "politicalparty") => Some(2),
            _ => None,
        };
        if let Some(kind) = kind {
            let goes_on =
                if inside { *tag == before } else { tag.starts_with("I-") && before.ends_with(&tag[2..]) };
            match found.last_mut().filter(|_| goes_on) {
                Some(last) => last.1 = at + 1,
                None => found.push((at, at + 1, kind)),
            }
        }
        before = tag;
    }
    found
}

/// Puts blanks between words where English has them.
fn spaced(forms: &[&str]) -> Vec<Word> {
    let mut quoted = false;
    forms
        .iter()
        .enumerate()
        .map(|(at, form)| {
            let next = forms.get(at + 1).copied().unwrap_or_default();
            if *form == "\"" {
                quoted = !quoted;
            }
            let opens =
                matches!(*form, "(" | "[" | "“" | "‘" | "$" | "£" | "€" | "#") || *form == "\"" && quoted;
            let closes = matches!(
                next,
                "." | ","
                    | ";"
                    | ":"
                    | "!"
                    | "?"
                    | ")"
                    | "]"
                    | "%"
                    | "'s"
                    | "’s"
                    | "n't"
                    | "”"
                    | "’"
                    | "'"
                    | "'re"
                    | "'ve"
                    | "'ll"
                    | "'d"
                    | "'m"
            ) || next == "\"" && quoted;
            Word { form: (*form).to_owned(), space: !opens && !closes }
        })
        .collect()
}

/// MEANTIME: texts from the token rows, names from the mentions of people, places and organisations that have a
/// proper head.
fn meantime(folder: &Path) -> Outcome<Vec<Document>> {
    let rows = fs::read_to_string(folder.join("meantime.conll"))?;
    let mut texts: BTreeMap<String, BTreeMap<usize, Vec<String>>> = BTreeMap::new();
    for line in rows.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        if let [document, sentence, _, form, ..] = columns.as_slice() {
            texts
                .entry((*document).to_owned())
                .or_default()
                .entry(sentence.parse()?)
                .or_default()
                .push((*form).to_owned());
        }
    }
    let mentions: Vec<Value> =
        serde_json::from_str(&fs::read_to_string(folder.join("entities_mentions.json"))?)?;
    let mut names: BTreeMap<(String, usize), Vec<Named>> = BTreeMap::new();
    for mention in &mentions {
        let kind = match mention["mention_type"].as_str() {
            Some("PER") => 0,
            Some("LOC") => 1,
            Some("ORG") => 2,
            _ => continue,
        };
        if mention["mention_head_pos"] != "PROPN" {
            continue;
        }
        let document = mention["conll_doc_key"].as_str().unwrap_or_default().to_owned();
        let number = |value: &Value| value.as_u64().and_then(|n| usize::try_from(n).ok());
        let (Some(sentence), Some(head)) = (number(&mention["sent_id"]), number(&mention["mention_head_id"]))
        else {
            continue;
        };
        let inside: Vec<usize> = mention["tokens_number"]
            .as_array()
            .map(|list| list.iter().filter_map(number).collect())
            .unwrap_or_default();
        let Some(forms) = texts.get(&document).and_then(|sentences| sentences.get(&sentence)) else {
            continue;
        };
        let forms: Vec<&str> = forms.iter().map(String::as_str).collect();
        // The capitalised words around the head.
        let capital = |at: usize| {
            forms.get(at).is_some_and(|form| {
                form.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
                    || matches!(*form, "of" | "&" | "-" | "and" | "'s" | "for" | "the")
            })
        };
        let (mut from, mut end) = (head, head + 1);
        while from > 0 && inside.contains(&(from - 1)) && capital(from - 1) {
            from -= 1;
        }
        while inside.contains(&end) && capital(end) {
            end += 1;
        }
        trim(&forms, &mut from, &mut end, kind);
        if from < end && !is_people(&forms[from..end].join(" ")) {
            names.entry((document, sentence)).or_default().push((from, end, kind));
        }
    }
    let mut documents = Vec::new();
    for (id, sentences) in &texts {
        let mut document = Document::default();
        let mut annotated = 0;
        for (number, forms) in sentences {
            let mut found = names.get(&(id.clone(), *number)).cloned().unwrap_or_default();
            found.sort_by_key(|&(start, end, _)| (std::cmp::Reverse(end - start), start));
            let mut kept: Vec<(usize, usize, usize)> = Vec::new();
            for name in found {
                if kept.iter().all(|other| name.1 <= other.0 || other.1 <= name.0) {
                    kept.push(name);
                }
            }
            document.push(&spaced(&forms.iter().map(String::as_str).collect::<Vec<_>>()), &kept);
            if *number <= 5 {
                annotated = document.annotated;
            }
        }
        document.annotated = annotated;
        documents.push(document);
    }
    Ok(documents)
}

/// First token, the one past the last, and kind of a name.
type Named = (usize, usize, usize);
