//! What the Factbook's country pages name: divisions, cities, ports, parties, people.

use corroborate_text::fold;
use serde_json::Value;
use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

/// The names of all country pages.
#[derive(Default)]
pub struct Names {
    /// Provinces, districts, cities and ports.
    pub places: BTreeSet<String>,
    /// Parties and alliances of government, by name and acronym.
    pub organisations: BTreeSet<String>,
    pub given: BTreeSet<String>,
    pub surnames: BTreeSet<String>,
}

/// Reads every page below the folder.
pub fn read(folder: &Path) -> Result<Names, Box<dyn Error>> {
    let mut names = Names::default();
    let mut paths = Vec::new();
    for region in fs::read_dir(folder)? {
        let region = region?.path();
        if region.is_dir() {
            for page in fs::read_dir(region)? {
                paths.push(page?.path());
            }
        }
    }
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|found| found == "json")) {
        page(&serde_json::from_str(&fs::read_to_string(path)?)?, &mut names);
    }
    Ok(names)
}

fn page(page: &Value, names: &mut Names) {
    let government = &page["Government"];
    for part in bare(&text(&government["Administrative divisions"])).split([';', ',', ':']) {
        place(part.trim().trim_matches('*'), names);
    }
    for part in text(&page["People and Society"]["Major urban areas - population"]).split([';', ',']) {
        // `1.073 million Lagos`, capitals in capitals.
        let part = bare(part);
        let name = part.trim_start_matches(|c: char| !c.is_uppercase());
        place(&capitalised(name.trim()), names);
    }
    for part in bare(&text(&page["Transportation"]["Ports"]["key ports"])).split([';', ',']) {
        place(part.trim().trim_end_matches(" Harbor").trim_end_matches(" Terminal"), names);
    }
    for part in text(&government["Political parties"]).split([';', ',']) {
        party(part, names);
    }
    for section in
        ["Executive branch", "Diplomatic representation in the US", "Diplomatic representation from the US"]
    {
        people(&text(&government[section]), names);
    }
}

/// All texts below a value, without markup.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => unmarked(text),
        Value::Object(fields) => fields.values().map(text).collect::<Vec<_>>().join(" ; "),
        _ => String::new(),
    }
}

fn unmarked(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => (inside, out) = (true, out + " ; "),
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    crate::plain(&out)
}

/// Without what stands in brackets.
fn bare(text: &str) -> String {
    let mut depth = 0_i32;
    text.chars()
        .filter(|c| {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth -= 1,
                _ => return depth <= 0,
            }
            false
        })
        .collect()
}

fn capitalised(name: &str) -> String {
    name.split(' ')
        .map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map(|first| first.to_string() + &letters.as_str().to_lowercase())
                .unwrap_or_default()
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether every word is written as a name's: with a capital, or a particle between two.
fn is_name(name: &str) -> bool {
    const PARTICLES: [&str; 14] =
        ["of", "de", "la", "del", "do", "da", "al", "el", "le", "des", "du", "and", "the", "y"];
    let words: Vec<&str> = name.split(' ').collect();
    let letters = |word: &str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
    let capital =
        |word: &str| word.trim_start_matches(['\'', '‘']).chars().next().is_some_and(char::is_uppercase);
    name.chars().count() > 2
        && words.len() < 7
        && words.iter().all(|word| letters(word) && (capital(word) || PARTICLES.contains(word)))
        && words.first().zip(words.last()).is_some_and(|(first, last)| capital(first) && capital(last))
}

fn place(name: &str, names: &mut Names) {
    let name = name.trim().trim_start_matches(['\'', '‘']);
    if is_name(name) {
        names.places.insert(fold(name));
    }
}

/// `Scottish National Party or SNP (Scotland)`: the names on both sides of `or`.
fn party(part: &str, names: &mut Names) {
    if part.contains("note") || part.contains("coalition of") {
        return;
    }
    for name in bare(part).split(" or ") {
        let name = name.trim();
        let acronym = !name.contains(' ') && name.chars().filter(|c| c.is_uppercase()).count() > 2;
        if is_name(name) && (name.contains(' ') && !name.contains(" and the ") || acronym) {
            names.organisations.insert(fold(name));
        }
    }
}

/// People stand with the surname in capitals: `President Tereza VALDMANN`.
fn people(text: &str, names: &mut Names) {
    const TITLES: [&str; 16] = [
        "President",
        "Minister",
        "Prime",
        "Ambassador",
        "Affaires",
        "King",
        "Queen",
        "Governor",
        "General",
        "Premier",
        "Prince",
        "Commissioner",
        "Administrator",
        "Emir",
        "Sultan",
        "Chairman",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    for (at, word) in words.iter().enumerate() {
        let surname = word.trim_matches([',', ';', ')', '(', '[', ']', '.', ':']);
        let shouted = surname.chars().filter(|c| c.is_alphabetic()).count() > 2
            && surname.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '\'' | '’'));
        let Some(given) = at.checked_sub(1).and_then(|before| words.get(before)) else { continue };
        let named = given.chars().next().is_some_and(char::is_uppercase)
            && given.chars().skip(1).all(|c| c.is_lowercase() || c == '-')
            && given.chars().count() > 2
            && !TITLES.contains(given);
        if !shouted || !named {
            continue;
        }
        names.surnames.insert(fold(surname));
        for word in words.iter().take(at).rev().take(2) {
            let name = word.chars().next().is_some_and(char::is_uppercase)
                && word.chars().skip(1).all(|c| c.is_lowercase() || c == '-')
                && word.chars().count() > 2
                && !TITLES.contains(word);
            if !name {
                break;
            }
            names.given.insert(fold(word));
        }
    }
}
