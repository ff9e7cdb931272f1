//! Rebuilds the generated name tables of `data/` from the public gazetteers.
//!
//! `cargo run --release -p corroborate-extract --example name-tables -- GAZETTEERS GUM` reads the folders of the
//! gazetteers and of the GUM corpus that `data/README.md` names and writes `countries.tsv`, `given.txt`,
//! `surnames.txt`, `lowercase.txt`, `divisions.txt` and `parties.txt`.

mod factbook;

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;
use std::{env, fs};

type Outcome = Result<(), Box<dyn Error>>;

/// Surnames beyond this rank of the census are too rare to help and often common words.
const SURNAMES: usize = 25_000;

fn main() -> Outcome {
    let mut arguments = env::args().skip(1);
    let gazetteers = arguments.next().ok_or("the folder of the gazetteers is missing")?;
    let gum = arguments.next().ok_or("the folder of GUM is missing")?;
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let gazetteers = Path::new(&gazetteers);
    let rows = extract(gazetteers)?;
    fs::write(data.join("countries.tsv"), countries(&rows))?;
    let lower = lowercase(Path::new(&gum))?;
    fs::write(data.join("lowercase.txt"), lines(&lower))?;
    let (mut given, mut surnames) = census(gazetteers)?;
    congress(gazetteers, &mut given, &mut surnames)?;
    let common = |word: &String| lower.contains(word);
    // Offices stand among the leaders' names: `Affairs`, `Government`.
    let mut of_leaders = BTreeSet::new();
    leaders(&rows, &mut of_leaders, &mut surnames);
    given.extend(of_leaders.into_iter().filter(|word| !common(word)));
    let factbook::Names { mut places, organisations, given: more, surnames: others } =
        factbook::read(&gazetteers.join("factbook"))?;
    given.extend(more.into_iter().filter(|word| !common(word)));
    surnames.extend(others.into_iter().filter(|word| !common(word)));
    // One word that English writes in lower case as well tells nothing: `central`, `union`.
    places.retain(|name| !common(name));
    fs::write(data.join("divisions.txt"), lines(&places))?;
    fs::write(data.join("parties.txt"), lines(&organisations))?;
    fs::write(data.join("../../text/data/given.txt"), lines(&given))?;
    fs::write(data.join("surnames.txt"), lines(&surnames))?;
    Ok(())
}

fn lines(words: &BTreeSet<String>) -> String {
    words.iter().map(|word| format!("{word}\n")).collect()
}

fn extract(gazetteers: &Path) -> Result<Vec<Value>, Box<dyn Error>> {
    let text = fs::read_to_string(gazetteers.join("factbook_extract.jsonl"))?;
    text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// `C&ocirc;te` becomes `Cote`: the tables are compared after folding.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let tail = &rest[at + 1..];
        match tail.find(';').filter(|&end| end < 9) {
            Some(end) => {
                out.extend(tail.chars().next());
                rest = &tail[end + 1..];
            }
            None => rest = tail,
        }
    }
    out + rest
}

fn field<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().filter(|value| *value != "none").unwrap_or_default()
}

/// Cuts remarks in brackets and behind `;`.
fn bare(text: &str) -> String {
    let text = text.split("; note").next().unwrap_or_default();
    let text = text.split(" - ").next().unwrap_or_default();
    let mut depth = 0;
    let mut out = String::new();
    for c in plain(text).chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out.trim().to_owned()
}

/// Rows of country, what the form is, form.
fn countries(rows: &[Value]) -> String {
    let mut out = String::from("# country\tname|capital|adjective|demonym\tform\n");
    for row in rows {
        let short = bare(field(row, "short"));
        let short = short.split(',').next().unwrap_or_default().trim().to_owned();
        let long = bare(field(row, "long"));
        let long = long.split(';').next().unwrap_or_default().trim().to_owned();
        let key = if short.is_empty() || short == "DRC" { long.clone() } else { short.clone() };
        let key = key.trim_start_matches("The ").to_owned();
        if key.is_empty() || key == "World" {
            continue;
        }
        let mut forms: Vec<(&str, String)> = vec![("name", key.clone())];
        forms.push(("name", short));
        forms.push(("name", long.trim_start_matches("The ").trim_start_matches("the ").to_owned()));
        for former in bare(field(row, "former")).split([',', ';']) {
            // Names of one word that the country itself bore: `Burma`, `Zaire`, `Swaziland`.
            if former.trim().split(' ').count() == 1 && former.len() > 3 {
                forms.push(("former", former.trim().to_owned()));
            }
        }
        let capital = bare(field(row, "capital"));
        let capital = capital.split("note").next().unwrap_or_default();
        if !capital.contains("administered") {
            for name in capital.split([';', ',']) {
                let name = name.trim().to_owned();
                if name.len() > 2 && !name.contains("D.C") && !name.contains("time difference") {
                    forms.push(("capital", name));
                }
            }
        }
        for adjective in bare(field(row, "adj")).split([',', ';']).flat_map(|part| part.split(" or ")) {
            forms.push(("adjective", adjective.trim().to_owned()));
        }
        for noun in plain(field(row, "noun")).split([',', ';']).flat_map(|part| part.split(" or ")) {
            let noun = noun.trim();
            let singular = noun.split('(').next().unwrap_or_default().trim();
            if singular.is_empty() || singular.starts_with("note") || singular.starts_with("still") {
                continue;
            }
            forms.push(("demonym", singular.to_owned()));
            if noun.contains("(s)") {
                forms.push(("demonym", format!("{singular}s")));
            } else if let Some(stem) = singular.strip_suffix("man").filter(|_| noun.contains("men)")) {
                forms.push(("demonym", format!("{stem}men")));
            }
        }
        let mut seen = BTreeSet::new();
        for (kind, form) in forms {
            if form.chars().next().is_some_and(char::is_uppercase) && seen.insert(form.clone()) {
                out.push_str(&format!("{key}\t{kind}\t{form}\n"));
            }
        }
    }
    out
}

/// Words of the running text of GUM's training documents that stand in lower case most of the time.
fn lowercase(gum: &Path) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let splits = fs::read_to_string(gum.join("splits.md"))?;
    let training = splits.split("## train").nth(1).unwrap_or_default();
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut names: Vec<_> = fs::read_dir(gum)?.collect::<Result<_, _>>()?;
    names.sort_by_key(fs::DirEntry::file_name);
    for entry in names {
        let path = entry.path();
        let stem = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if path.extension().is_none_or(|ext| ext != "conllu")
            || !training.lines().any(|line| line.ends_with(&stem))
        {
            continue;
        }
        for line in fs::read_to_string(&path)?.lines() {
            let columns: Vec<&str> = line.split('\t').collect();
            // The first word of a sentence is capitalised whatever it is.
            if columns.len() < 10 || columns[0] == "1" || !columns[1].chars().all(char::is_alphabetic) {
                continue;
            }
            let count = counts.entry(columns[1].to_lowercase()).or_default();
            count.1 += 1;
            count.0 += usize::from(columns[1].chars().all(char::is_lowercase));
        }
    }
    Ok(counts.into_iter().filter(|(_, (low, all))| low * 10 >= all * 8).map(|(word, _)| word).collect())
}

fn census(gazetteers: &Path) -> Result<(BTreeSet<String>, BTreeSet<String>), Box<dyn Error>> {
    let first = |text: &str, limit: usize| -> BTreeSet<String> {
        text.lines()
            .filter_map(|line| line.split_whitespace().next())
            .take(limit)
            .map(str::to_lowercase)
            .filter(|word| word.len() > 1)
            .collect()
    };
    let names = gazetteers.join("names");
    let mut given = first(&fs::read_to_string(names.join("us_census_1990_dist.female.first"))?, usize::MAX);
    given.extend(first(&fs::read_to_string(names.join("us_census_1990_dist.male.first"))?, usize::MAX));
    let surnames = first(&fs::read_to_string(names.join("us_census_1990_dist.all.last"))?, SURNAMES);
    Ok((given, surnames))
}

/// First, last and nicknames of the members of congress.
fn congress(gazetteers: &Path, given: &mut BTreeSet<String>, surnames: &mut BTreeSet<String>) -> Outcome {
    for file in ["executive.yaml", "legislators-current.yaml"] {
        let text = fs::read_to_string(gazetteers.join("us_congress").join(file))?;
        for line in text.lines() {
            let line = line.trim();
            if let Some(name) = line.strip_prefix("first: ").or_else(|| line.strip_prefix("nickname: ")) {
                insert(name, given);
            } else if let Some(name) = line.strip_prefix("last: ") {
                insert(name, surnames);
            }
        }
    }
    Ok(())
}

/// Heads of state and government: the Factbook writes the surname in capitals.
fn leaders(rows: &[Value], given: &mut BTreeSet<String>, surnames: &mut BTreeSet<String>) {
    for row in rows {
        for key in ["chief_of_state", "head_of_government"] {
            let text = plain(field(row, key));
            let name = text.split(" (since").next().unwrap_or_default();
            let words: Vec<&str> = name.split_whitespace().collect();
            let upper =
                |word: &str| word.len() > 2 && word.chars().all(|c| c.is_uppercase() || "-'".contains(c));
            let Some(at) = words.iter().position(|word| upper(word)) else { continue };
            insert(words[at], surnames);
            // The words before it, without the title.
            for word in words[..at].iter().rev().take(2) {
                let title =
                    ["minister", "president", "king", "governor", "premier", "leader", "general", "prince"];
                if title.contains(&word.to_lowercase().as_str()) {
                    break;
                }
                insert(word, given);
            }
        }
    }
}

fn insert(name: &str, set: &mut BTreeSet<String>) {
    let name = plain(name.trim_matches(['\'', '"']));
    if name.chars().count() > 2 && name.chars().all(|c| c.is_alphabetic() || c == '-' || c == '\'') {
        set.insert(corroborate_text::fold(&name));
    }
}
