//! Annotations of single texts: a line of JSON in, a line of JSON out.

use crate::wire::{Date, Place, Quantity};
use corroborate_extract::annotate_text;
use corroborate_temporal::Civil;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What a line asks for.
#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    id: Value,
    text: String,
    #[serde(default)]
    date: Option<String>,
}

/// What was found in its text.
#[derive(Serialize)]
struct Answer {
    id: Value,
    dates: Vec<Date<Place>>,
    quantities: Vec<Quantity<Place>>,
    quotations: Vec<Quotation>,
    entities: Vec<Mention>,
    statements: Vec<Statement>,
}

#[derive(Serialize)]
struct Quotation {
    #[serde(flatten)]
    place: Place,
    kind: &'static str,
    cue: Option<Place>,
    speaker: Option<Place>,
    /// Index of the quotation in this list inside which it stands.
    within: Option<usize>,
}

#[derive(Serialize)]
struct Statement {
    #[serde(flatten)]
    place: Place,
    polarity: &'static str,
    strength: &'static str,
    unknown: bool,
    condition: Option<Place>,
    /// Index of the quotation whose content it is.
    quotation: Option<usize>,
}

#[derive(Serialize)]
struct Mention {
    #[serde(flatten)]
    place: Place,
    kind: &'static str,
    /// The name with its title.
    full: Place,
}

#[derive(Serialize)]
struct Refusal {
    line: usize,
    error: String,
}

/// Annotates the text of one line of JSON, `{"id": …, "text": …, "date": …}`, and answers with one line of JSON
/// without its line end. What cannot be read is answered by `{"line": number, "error": …}`; the `bool` says
/// whether the line could be read.
pub fn extract_line(number: usize, line: &[u8]) -> (String, bool) {
    match read(line) {
        Ok((request, reference)) => (compact(&answer(request, reference)), true),
        Err(error) => (compact(&Refusal { line: number, error }), false),
    }
}

fn read(line: &[u8]) -> Result<(Request, Option<Civil>), String> {
    let request: Request = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    let reference = match &request.date {
        Some(date) => {
            Some(Civil::parse_iso(date).ok_or_else(|| format!("date {date:?} is not an ISO 8601 date"))?)
        }
        None => None,
    };
    Ok((request, reference))
}

fn answer(request: Request, reference: Option<Civil>) -> Answer {
    let text = &request.text;
    let found = annotate_text(text, reference);
    let at = |span| Place::of(text, span);
    let quotations = found.quotations.iter().map(|quotation| Quotation {
        place: at(quotation.content),
        kind: quotation.kind.name(),
        cue: quotation.cue.map(at),
        speaker: quotation.speaker.map(|speaker| at(speaker.evidence)),
        within: quotation.within,
    });
    let statements = found.statements.iter().map(|statement| Statement {
        place: at(statement.span),
        polarity: statement.polarity.name(),
        strength: statement.strength.name(),
        unknown: statement.unknown,
        condition: statement.condition.map(at),
        quotation: statement.quotation,
    });
    let entities = found.mentions.iter().map(|mention| Mention {
        place: at(mention.span),
        kind: mention.kind.name(),
        full: at(mention.full),
    });
    Answer {
        dates: found.dates.iter().map(|date| Date::of(at(date.span), date)).collect(),
        quantities: found.quantities.iter().map(|found| Quantity::of(at(found.span), text, found)).collect(),
        quotations: quotations.collect(),
        entities: entities.collect(),
        statements: statements.collect(),
        id: request.id,
    }
}

/// Serialises what holds only strings, numbers and lists, which cannot fail.
fn compact(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
