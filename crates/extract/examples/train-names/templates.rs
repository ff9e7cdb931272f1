//! Sentences of `templates.txt` with names in them.

use crate::chance::below;
use crate::corpora::Document;
use crate::invent::{Names, Person};
use crate::rename::headlined;
use corroborate_text::Span;

/// Documents of a few sentences each, every sentence so many times.
pub fn documents(names: &Names, times: usize, seed: &mut u64) -> Vec<Document> {
    let templates: Vec<&str> =
        include_str!("templates.txt").lines().filter(|line| !line.starts_with('#')).collect();
    (0..times)
        .flat_map(|_| templates.iter())
        .map(|template| headlined(filled(template, names, &mut *seed), &mut *seed))
        .collect()
}

/// The names that one document uses for its slots.
struct Cast {
    people: [Person; 2],
    organisation: String,
    thing: String,
    given: String,
    place: String,
}

fn filled(template: &str, names: &Names, seed: &mut u64) -> Document {
    let cast = Cast {
        people: [names.person(seed), names.person(seed)],
        organisation: names.organisation(seed),
        thing: thing(names, seed),
        given: names.given(seed),
        place: names.place(seed),
    };
    let mut document = Document { set: "templates", others_known: true, ..Document::default() };
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        document.text.push_str(before);
        let Some((slot, tail)) = behind.split_once('}') else { break };
        let start = document.text.len();
        let kind = fill(slot, &cast, names, &mut document.text, seed);
        let span = Span::new(start, document.text.len());
        match kind {
            Some(kind) if kind < 3 => document.names.push((span, kind)),
            Some(_) => document.others.push(span),
            None => {}
        }
        rest = tail;
    }
    document.text.push_str(rest);
    document.annotated = document.text.len();
    document.sentences = corroborate_text::sentences(&document.text);
    document
}

/// Writes a name into a slot; its kind, unless it is a title.
fn fill(slot: &str, cast: &Cast, names: &Names, text: &mut String, seed: &mut u64) -> Option<usize> {
    let [first, second] = &cast.people;
    let (name, kind) = match slot {
        "P" => (first.full.clone(), 0),
        "Q" => (second.full.clone(), 0),
        "p" => (first.short.clone(), 0),
        "q" => (second.short.clone(), 0),
        "g" => (cast.given.clone(), 0),
        "L" => (cast.place.clone(), 1),
        "K" => (names.place(seed), 1),
        "M" => (names.landmark(seed), 1),
        "C" => (names.country(seed), 1),
        "O" => (cast.organisation.clone(), 2),
        "R" => (names.organisation(seed), 2),
        "A" => (names.acronym(&cast.organisation, seed), 2),
        "F" => (names.firm(seed), 2),
        "N" => (names.medium(seed), 2),
        "X" => (thing(names, seed), 3),
        "Y" => (cast.thing.clone(), 3),
        "Z" => (craft(names, seed), 3),
        _ => {
            text.push_str(&names.title(seed));
            return None;
        }
    };
    text.push_str(&name);
    Some(kind)
}

/// A machine named for its maker.
fn craft(names: &Names, seed: &mut u64) -> String {
    let letter = char::from(b"ABCEFGKLMSTX"[below(12, seed)]);
    let hyphen = if below(2, seed) == 0 { "-" } else { "" };
    format!("{} {letter}{hyphen}{}", names.firm(seed), 1 + below(400, seed))
}

/// A name of none of the kinds.
fn thing(names: &Names, seed: &mut u64) -> String {
    let word = names.invented_capital(seed);
    match below(7, seed) {
        0 => format!("{word} {}", 1 + below(400, seed)),
        1 => format!(
            "{word} {}",
            ["Pro", "Mini", "Max", "Plus", "Classic", "One", "Cup", "Star", "Queen"][below(9, seed)]
        ),
        2 => format!("{word} {}", names.invented_capital(seed)),
        3 => format!("{}{}", word, 1 + below(90, seed)),
        _ => word,
    }
}
