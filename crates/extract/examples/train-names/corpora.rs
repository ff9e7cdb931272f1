//! Readers of the corpora: running text with the places of names.

use crate::gum::{self, Tables, Word};
use corroborate_extract::EntityKind;
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
    /// Words of the names of other things: works, events, products.
    pub others: Vec<Span>,
    /// Whether those are annotated.
    pub others_known: bool,
    /// Up to which byte it is annotated.
    pub annotated: usize,
    /// Whether it is a news article of GUM.
    pub news: bool,
    /// The set it is from.
    pub set: &'static str,
}

/// The number of what is none of the kinds but has a name.
pub const OTHER: usize = 3;

/// The number of a kind of entity.
pub fn kind(kind: EntityKind) -> Option<usize> {
    match kind {
        EntityKind::Person => Some(0),
        EntityKind::Place => Some(1),
        EntityKind::Organisation => Some(2),
        _ => None,
    }
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
                if kind < OTHER {
                    self.names.push((a.hull(*b), kind));
                } else {
                    self.others.push(a.hull(*b));
                }
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
        documents.extend(of("ewt", ewt(&entities.join(format!("uner_ewt/en_ewt-ud-{file}.iob2")))?));
    }
    documents.extend(of(
        "wikigold",
        conll(&entities.join("wikigold/CONLL-format/data/wikigold.conll.txt"), true)?,
    ));
    for file in ["train", "dev", "test"] {
        let path = entities.join(format!("crossner-politics/politics/{file}.txt"));
        documents.extend(of("politics", conll(&path, false)?));
    }
    for file in ["a", "b", "e", "f", "g", "h"] {
        let path = entities.join(format!("BTC/CONLL-format/data/{file}.conll"));
        documents.extend(of("tweets", conll(&path, false)?));
    }
    let wnut = entities.join("WNUT17/CONLL-format/data/train/wnut17train.conll");
    documents.extend(of("wnut", conll(&wnut, false)?));
    Ok(documents)
}

fn of(set: &'static str, documents: Vec<Document>) -> impl Iterator<Item = Document> {
    let others_known = matches!(set, "wikigold" | "politics" | "wnut");
    documents.into_iter().map(move |document| Document { set, others_known, ..document })
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

/// Invented news of all parts of the world: what was worked on, and what was set aside.
pub fn invented() -> Vec<(&'static str, Vec<Document>)> {
    let passages = |text: &str| -> Vec<Document> {
        text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(marked).collect()
    };
    let articles = |text: &str| -> Vec<Document> {
        text.split("\n# ")
            .filter_map(|article| article.split_once('\n'))
            .map(|(_, article)| marked(article.trim()))
            .filter(|document| !document.text.is_empty())
            .collect()
    };
    vec![
        ("passages of the world, worked on", passages(include_str!("../../tests/world/gold.txt"))),
        ("articles of the world, worked on", articles(include_str!("../../tests/world/articles.txt"))),
        ("passages of the world, set aside", passages(include_str!("../../tests/world/blind.txt"))),
        ("articles of the world, set aside", articles(include_str!("../../tests/world/articles-blind.txt"))),
    ]
}

/// A text in which names are marked: `[P …]`, `[L …]`, `[O …]`.
fn marked(source: &str) -> Document {
    let mut document = Document { set: "world", ..Document::default() };
    let mut rest = source;
    while let Some((before, behind)) = rest.split_once('[') {
        let Some((name, tail)) = behind.split_once(']') else { break };
        let Some((kind, name)) = name.split_once(' ') else { break };
        document.text.push_str(before);
        let start = document.text.len();
        document.text.push_str(name);
        if let Some(kind) = ["P", "L", "O"].iter().position(|letter| *letter == kind) {
            document.names.push((Span::new(start, document.text.len()), kind));
        }
        rest = tail;
    }
    document.text.push_str(rest);
    document.annotated = document.text.len();
    document.sentences = corroborate_text::sentences(&document.text);
    document
}

fn tables() -> Tables {
    Tables::new(
        &[include_str!("../../data/titles.txt"), include_str!("../../data/honorifics.txt")],
        &[include_str!("../../data/country-aliases.tsv"), include_str!("../../data/countries.tsv")],
    )
}

/// The documents of GUM that are wanted, by name and by whether they are of its test and dev splits.
fn gum(folder: &Path, wanted: &dyn Fn(&str, bool, bool) -> bool) -> Outcome<Vec<Document>> {
    let splits = fs::read_to_string(folder.join("splits.md"))?;
    let section = |name: &str| {
        splits.split(name).nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap_or_default().to_owned()
    };
    let (test, dev) = (section("## test\n"), section("## dev\n"));
    let tables = tables();
    let mut documents = Vec::new();
    for path in files(folder, "conllu")? {
        let stem = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let listed = |list: &str| list.lines().any(|line| line.trim_start_matches("  * ") == stem);
        if !wanted(&stem, listed(&test), listed(&dev)) {
            continue;
        }
        let mut document =
            Document { news: stem.contains("_news_"), set: "gum", others_known: true, ..Document::default() };
        for sentence in fs::read_to_string(&path)?.split("\n\n") {
            if let Some((words, names)) = gum::sentence(sentence, &tables) {
                document.push(&words, &[names, gum::others(sentence)].concat());
            }
        }
        documents.push(document);
    }
    Ok(documents)
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
            document.push(&words, &buildings(&words, spans(&tags, inside)));
        }
    }
    Ok(documents)
}

/// Buildings are places, whoever runs them: some of the sets call them organisations.
fn buildings(words: &[Word], mut names: Vec<(usize, usize, usize)>) -> Vec<(usize, usize, usize)> {
    let heads: Vec<&str> = include_str!("../../data/place-heads.txt").lines().collect();
    for (start, end, kind) in names.iter_mut().filter(|(start, end, kind)| *kind == 2 && end - start > 1) {
        let last = words.get(*start..*end).and_then(|words| words.last());
        if last.is_some_and(|word| heads.contains(&word.form.to_lowercase().as_str())) {
            *kind = 1;
        }
    }
    names
}

fn spans(tags: &[&str], inside: bool) -> Vec<(usize, usize, usize)> {
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    let mut before = "O";
    for (at, tag) in tags.iter().enumerate() {
        let kind = match tag.split_once('-').map(|(_, kind)| kind) {
            Some("PER" | "person" | "politician") => Some(0),
            Some("LOC" | "location" | "country") => Some(1),
            Some("ORG" | "organisation" | "politicalparty" | "corporation" | "group") => Some(2),
            Some("MISC" | "misc" | "event" | "election" | "creative-work" | "product") => Some(OTHER),
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
    let tables = tables();
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
        gum::trim(&forms, &mut from, &mut end, kind, &tables);
        if from < end && !tables.is_people(&forms[from..end].join(" ")) {
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
