//! How a house writes.

use super::values::{Grain, Person, Value, Values};
use crate::seed::{Seed, rows};
use crate::{Day, grouped, spelled};
use std::collections::BTreeSet;

/// Stand for quotation marks until the house's own are put in.
pub(crate) const OPEN: char = '\u{1}';
pub(crate) const CLOSE: char = '\u{2}';

/// The ways of one outlet.
#[derive(Clone, Debug)]
pub(crate) struct House {
    pub(crate) name: String,
    pub(crate) city: String,
    /// The mark that a wire puts into its dateline.
    pub(crate) wire: Option<String>,
    marks: (&'static str, &'static str),
    percent: &'static str,
    pub(crate) american: bool,
    /// Numbers up to this are spelled out.
    spell: u64,
    /// Gives the date of the event rather than the weekday.
    dates: bool,
    pub(crate) html: bool,
}

impl House {
    /// The houses of a story, each once, and one more whose account is missing.
    pub(crate) fn draw(chance: &mut Seed, count: usize) -> Vec<Self> {
        let mut names: Vec<(String, String, Option<String>)> = chance
            .shuffled(rows(include_str!("../../data/outlets.tsv")))
            .into_iter()
            .filter_map(|row| match row[..] {
                [name, city, wire] => {
                    Some((name.to_owned(), city.to_owned(), (wire != "-").then(|| wire.to_owned())))
                }
                _ => None,
            })
            .collect();
        let cities: Vec<&str> = include_str!("../../data/cities.txt").lines().collect();
        for paper in include_str!("../../data/papers.txt").lines() {
            let more = cities.iter().map(|city| (format!("{city} {paper}"), (*city).to_owned(), None));
            names.extend(more);
        }
        names.truncate(count + 1);
        names.into_iter().map(|(name, city, wire)| Self::new(chance, name, city, wire)).collect()
    }

    fn new(chance: &mut Seed, name: String, city: String, wire: Option<String>) -> Self {
        let american = chance.chance(1, 2);
        let marks = [("“", "”"), ("\"", "\""), ("“", "”"), ("‘", "’")];
        let choices = if american { &marks[..2] } else { &marks[..] };
        Self {
            name,
            city,
            wire,
            marks: chance.pick(choices).unwrap_or(("“", "”")),
            percent: chance
                .pick(if american { &["percent", "%"] } else { &["per cent", "%"] })
                .unwrap_or("%"),
            american,
            spell: chance.pick(&[9, 9, 10, 12]).unwrap_or(9),
            dates: chance.chance(1, 3),
            html: chance.chance(1, 3),
        }
    }

    /// A whole number, spelled where the house spells it or where a sentence opens with it.
    fn number(&self, value: u64, opening: bool) -> String {
        match (value <= self.spell, opening) {
            (true, _) => spelled(value),
            (_, true) if value < 100 => spelled(value),
            // No sentence opens with a figure.
            (_, true) => format!("a total of {}", grouped(value)),
            _ => grouped(value),
        }
    }

    /// A text with its slots filled and in the spelling of the house. Persons who were named before go by their family
    /// names, and the slots that were used are noted.
    pub(crate) fn fill(&self, text: &str, values: &Values, note: &mut Note) -> String {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (slot, behind) = after.split_once('}').unwrap_or((after, ""));
            filled.push_str(before);
            filled.push_str(&self.slot(slot, values, note));
            rest = behind;
        }
        filled.push_str(rest);
        self.set(&filled)
    }

    /// A text of [`fill`](Self::fill) with the marks of the house.
    pub(crate) fn marked(&self, text: &str) -> String {
        text.replace(OPEN, self.marks.0).replace(CLOSE, self.marks.1)
    }

    fn slot(&self, slot: &str, values: &Values, note: &mut Note) -> String {
        let opening = slot.starts_with(char::is_uppercase);
        let lower = slot.to_lowercase();
        let (name, more) = lower.split_once('+').unwrap_or((&lower, ""));
        let more: u64 = more.parse().unwrap_or(0);
        note.slots.insert(name.to_owned());
        match values.get(name) {
            Some(Value::Count(value, grain)) => self.hedged(value + more, *grain, opening),
            Some(Value::Money(value, grain)) => {
                let amount = |value: u64| format!("€{value}{}", if self.american { " million" } else { "m" });
                match grain {
                    Grain::About => format!("about {}", amount(*value)),
                    Grain::AtLeast => format!("at least {}", amount(value / 5 * 5)),
                    _ => amount(*value),
                }
            }
            Some(Value::Part(value, Grain::Words)) => fraction(*value).to_owned(),
            Some(Value::Part(value, _)) if opening => {
                let words = if self.american { "percent" } else { "per cent" };
                format!("{} {words}", spelled(*value))
            }
            Some(Value::Part(value, _)) if self.percent == "%" => format!("{value}%"),
            Some(Value::Part(value, _)) => format!("{value} {}", self.percent),
            Some(Value::Clock(minutes, Grain::Exact)) => format!("at {}", self.clock(*minutes)),
            Some(Value::Clock(minutes, _)) => {
                format!("shortly before {}", self.clock((minutes / 60 + 1) * 60))
            }
            Some(Value::Day(day)) => format!("on {}", self.day(*day)),
            Some(Value::Later(day)) => self.date(*day),
            Some(Value::Person(person)) => named(person, values, &mut note.named),
            Some(Value::Town(town)) => town.name.clone(),
            Some(Value::Firm(firm)) => firm.clone(),
            None => String::new(),
        }
    }

    fn hedged(&self, value: u64, grain: Grain, opening: bool) -> String {
        let step = if value >= 1000 { 100 } else { 10 };
        match grain {
            Grain::About => format!("about {}", grouped((value + step / 2) / step * step)),
            Grain::AtLeast => format!("more than {}", grouped(value.saturating_sub(1) / step * step)),
            _ => self.number(value, opening),
        }
    }

    /// Apostrophes and words as the house has them, and a capital at the start; for marks stand [`OPEN`] and [`CLOSE`].
    fn set(&self, text: &str) -> String {
        let mut set = text
            .replace(",,", ",")
            .replace(",.", ".")
            .replace(",;", ";")
            .replace(",:", ":")
            .replace("m..", "m.");
        // *A {firm} train*, where the firm begins with a vowel.
        for article in ["A O", " a O"] {
            set = set.replace(
                article,
                &article.replacen(['A', 'a'], if article.starts_with('A') { "An" } else { "an" }, 1),
            );
        }
        if self.marks.0 != "\"" {
            set = set.replace('\'', "’");
        }
        set = set.replace('“', &OPEN.to_string()).replace('”', &CLOSE.to_string());
        if self.american {
            for row in rows(include_str!("../../data/spelling.tsv")) {
                if let [british, american] = row[..] {
                    set = set.replace(british, american);
                }
            }
        }
        let mut letters = set.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// *Tuesday*, or the date where the house gives dates.
    pub(crate) fn day(&self, day: Day) -> String {
        if self.dates { self.date(day) } else { day.weekday().to_owned() }
    }

    fn date(&self, day: Day) -> String {
        let (_, _, number) = day.civil();
        if self.american { format!("{} {number}", day.month()) } else { format!("{number} {}", day.month()) }
    }

    fn clock(&self, minutes: u64) -> String {
        let (hour, minute) = (minutes / 60 % 24, minutes % 60);
        let twelve = if hour.is_multiple_of(12) { 12 } else { hour % 12 };
        match (hour, minute) {
            (0, 0) => return "midnight".to_owned(),
            (12, 0) => return "noon".to_owned(),
            _ => {}
        }
        let (half, short) = if hour < 12 { ("a.m.", "am") } else { ("p.m.", "pm") };
        match (self.american, self.spell) {
            (true, _) if minute == 0 => format!("{twelve} {half}"),
            (true, _) => format!("{twelve}:{minute:02} {half}"),
            (false, 12) => format!("{hour:02}:{minute:02}"),
            (false, _) if minute == 0 => format!("{twelve}{short}"),
            (false, _) => format!("{twelve}.{minute:02}{short}"),
        }
    }

    /// The line that says when an account was published.
    pub(crate) fn published(&self, day: Day, hour: u64, minute: u64) -> String {
        let half = if hour < 12 { "a.m." } else { "p.m." };
        let clock = if hour.is_multiple_of(12) { 12 } else { hour % 12 };
        match (self.american, self.dates) {
            (true, true) => format!("Published {}, {clock}:{minute:02} {half}", day.american()),
            (true, false) => format!("{} at {clock}:{minute:02} {half}", day.american()),
            (false, true) => format!("Published: {hour:02}:{minute:02}, {}", day.british()),
            (false, false) => format!("{} {hour:02}:{minute:02}", day.british()),
        }
    }
}

/// What filling texts leaves behind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Note {
    /// Persons named so far, by their full names.
    pub(crate) named: Vec<String>,
    /// Slots used.
    pub(crate) slots: BTreeSet<String>,
}

const fn fraction(part: u64) -> &'static str {
    match part {
        25 => "a quarter",
        33 => "a third",
        50 => "half",
        _ => "three-quarters",
    }
}

/// A person by title or role and full name at first, by family name after.
fn named(person: &Person, values: &Values, named: &mut Vec<String>) -> String {
    let full = person.full();
    if named.contains(&full) {
        return person.family.clone();
    }
    named.push(full.clone());
    let town = match values.get("town") {
        Some(Value::Town(town)) => town.name.as_str(),
        _ => "",
    };
    let firm = match values.get("firm") {
        Some(Value::Firm(firm)) => firm.as_str(),
        _ => "",
    };
    let role = person.role.replace("{town}", town).replace("{firm}", firm);
    match (person.title.as_str(), person.age % 3) {
        ("", 0) => format!("{full}, {}, {role},", person.age),
        ("", _) => format!("{full}, {role},"),
        (_, 0) => format!("{full}, {role},"),
        (title, _) => format!("{title} {full}"),
    }
}
