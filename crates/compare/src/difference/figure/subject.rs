//! What a difference of figures is about, in words for its heading.

use super::{Figure, GENERIC};
use crate::cues;
use crate::story::Story;
use corroborate_quantity::{Quantity, QuantityKind};
use corroborate_text::single_spaced;

/// What the figure is of: the thing counted, with the words around it where the thing alone says little, as `people`
/// does; or what is measured, in its words.
pub(super) fn subject(story: &Story, figure: &Figure) -> String {
    let (thing, sort) = (thing(story, figure), sort(figure.quantity));
    match thing {
        Some(thing) if is_telling(figure) => format!("{} {thing}", sort.of),
        Some(thing) => format!("{} {thing} in “{}”", sort.of, around(story, figure)),
        None => format!("{} in “{}”", sort.bare, around(story, figure)),
    }
}

/// What a sort of figure is called: before the thing it is of, and alone.
struct Sort {
    of: &'static str,
    bare: &'static str,
}

fn sort(quantity: &Quantity) -> Sort {
    let (of, bare) = match quantity.kind {
        QuantityKind::Count | QuantityKind::Ordinal => ("number of", "number"),
        QuantityKind::Percent => ("share of", "percentage"),
        QuantityKind::PercentagePoint => ("percentage points of", "percentage points"),
        QuantityKind::Money => ("sum of money for", "sum of money"),
        QuantityKind::Score => ("score of", "score"),
        QuantityKind::Age => ("age of", "age"),
        QuantityKind::Duration => ("length of time of", "length of time"),
        QuantityKind::Measure | QuantityKind::Rate => {
            ("amount of", quantity.unit.and_then(|unit| measured(unit.dimension)).unwrap_or("measure"))
        }
    };
    Sort { of, bare }
}

/// What a dimension is called where its own name would not do.
fn measured(dimension: &'static str) -> Option<&'static str> {
    match dimension {
        "length" => Some("distance or size"),
        "mass" => Some("weight"),
        "time" => Some("length of time"),
        "data" => Some("amount of data"),
        "area" | "volume" | "speed" | "temperature" | "power" | "energy" | "pressure" | "frequency"
        | "force" | "angle" | "sound level" | "flow" | "dose" => Some(dimension),
        _ => None,
    }
}

/// The thing counted on one line, or what an amount is an amount of: `rain` of `187 mm of rain`.
fn thing(story: &Story, figure: &Figure) -> Option<String> {
    let quantity = figure.quantity;
    if matches!(quantity.kind, QuantityKind::Duration | QuantityKind::Money | QuantityKind::Score)
        || matches!(quantity.unit.map(|unit| unit.dimension), Some("time" | "speed" | "temperature"))
    {
        return None;
    }
    let words = quantity.counted?.of(story.text(figure.place.account));
    let plain = single_spaced(words);
    let is_one = quantity.kind == QuantityKind::Count
        && quantity.nominal.is_some_and(|value| (value - 1.0).abs() < f64::EPSILON);
    (!plain.is_empty()).then(|| if is_one { plural(&plain) } else { plain })
}

/// Several of what stands in the singular beside *one*: `officers on duty`.
fn plural(one: &str) -> String {
    let behind = cues::NOUN_PREPOSITIONS.iter().filter_map(|word| one.find(&format!(" {word} "))).min();
    let (head, rest) = one.split_at_checked(behind.unwrap_or(one.len())).unwrap_or((one, ""));
    let many = |stem: Option<&str>, ending: &str| stem.map(|stem| format!("{stem}{ending}"));
    let changed = [("man", "men"), ("person", "people"), ("child", "children")];
    let changed = changed.iter().find_map(|(one, many)| Some(format!("{}{many}", head.strip_suffix(one)?)));
    let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|ending| head.ends_with(ending));
    let vowel = ["ay", "ey", "oy", "uy"].iter().any(|ending| head.ends_with(ending));
    let head = changed
        .or_else(|| if vowel { None } else { many(head.strip_suffix('y'), "ies") })
        .unwrap_or_else(|| format!("{head}{}", if hisses { "es" } else { "s" }));
    format!("{head}{rest}")
}

/// Whether the thing counted says by itself what the figure is about.
fn is_telling(figure: &Figure) -> bool {
    let whole = !matches!(figure.quantity.kind, QuantityKind::Percent | QuantityKind::PercentagePoint);
    whole && figure.counted.as_ref().is_none_or(|stem| !GENERIC.contains(stem))
}

/// Words of a subject before the figure, and after it.
const AROUND: (usize, usize) = (7, 5);

/// Fewest words with which a part of the clause says what it is about, the figure's own not counted.
const LEAST: usize = 3;

/// The figure with some words before and after it, none from outside its clause, and none from behind a mark where
/// enough stand before it.
fn around(story: &Story, figure: &Figure) -> String {
    let text = story.text(figure.place.account);
    let clause = story.place(figure.clause).span;
    let span = figure.place.span;
    let before = text.get(clause.start().min(span.start())..span.start()).unwrap_or_default();
    let after = text.get(span.end()..clause.end().max(span.end())).unwrap_or_default();
    // A figure of the headline has the first clause of the text for its own.
    let before = before.rsplit("\n\n").next().unwrap_or_default();
    let after = after.split("\n\n").next().unwrap_or_default();
    let mut before: Vec<&str> = before.split_whitespace().collect();
    // What follows at once belongs to the figure: `24-hour`.
    let glued = after.chars().next().is_some_and(|c| !c.is_whitespace());
    let mut after: Vec<&str> = after.split_whitespace().collect();
    let stop = after.iter().position(|word| word.ends_with([',', ';', ':', '.', ')', '”', '"']));
    let open = after.iter().position(|word| word.starts_with(['(', '–', '—', '“', '"']));
    let end = stop.map(|at| at + 1).unwrap_or(after.len()).min(open.unwrap_or(after.len()));
    let told = span.of(text).split_whitespace().count().saturating_sub(1);
    let mark = before.iter().rposition(|word| word.ends_with([',', ';', ':', ')', '–', '—']));
    let start = mark.map_or(0, |at| at + 1);
    let mut cut = (false, false);
    if start > 0 && before.len() - start + told >= LEAST {
        before.drain(..start);
        cut.0 = true;
    }
    if end < after.len() && before.len() + end + told >= LEAST {
        after.truncate(end);
    }
    if before.len() > AROUND.0 {
        before.drain(..before.len() - AROUND.0);
        cut.0 = true;
    }
    if after.len() > AROUND.1 {
        after.truncate(AROUND.1);
        cut.1 = true;
    }
    let own = single_spaced(span.of(text));
    let mut sentence = before.join(" ");
    if !sentence.is_empty() && !sentence.ends_with(['$', '£', '€', '(', '“', '"']) {
        sentence.push(' ');
    }
    sentence.push_str(&own);
    if !after.is_empty() && !glued {
        sentence.push(' ');
    }
    sentence.push_str(&after.join(" "));
    let is_mark =
        |c: char| matches!(c, '"' | '“' | '”' | ',' | ';' | ':' | '.' | '–' | '—') || c.is_whitespace();
    let plain = sentence.trim_matches(is_mark);
    let is_open = plain.matches('(').count() != plain.matches(')').count();
    let plain = plain.trim_matches(|c: char| is_mark(c) || is_open && matches!(c, '(' | ')'));
    format!("{}{plain}{}", if cut.0 { "… " } else { "" }, if cut.1 { " …" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn one_becomes_several() {
        assert_eq!(plural("officer on duty"), "officers on duty");
        assert_eq!(plural("ferry"), "ferries");
        assert_eq!(plural("runway"), "runways");
        assert_eq!(plural("fireman"), "firemen");
        assert_eq!(plural("box of ballots"), "boxes of ballots");
    }
}
