//! How a house writes.

use super::facts::{Facts, Person};
use crate::seed::{Seed, rows};
use crate::{Day, grouped, spelled};

/// The ways of one outlet.
#[derive(Clone, Debug)]
pub(crate) struct House {
    pub(crate) name: &'static str,
    pub(crate) city: &'static str,
    /// Quotation marks.
    pub(crate) marks: (&'static str, &'static str),
    percent: &'static str,
    pub(crate) american: bool,
    /// Numbers up to this are spelled out.
    spell: u64,
    pub(crate) html: bool,
}

impl House {
    /// The houses of a story, each once.
    pub(crate) fn draw(chance: &mut Seed, count: usize) -> Vec<Self> {
        let houses =
            rows(include_str!("../../data/outlets.tsv")).into_iter().filter_map(|row| match row[..] {
                [name, city, quotes, percent, date, spell, container] => Some(Self {
                    name,
                    city,
                    marks: match quotes {
                        "curly" => ("“", "”"),
                        "single" => ("‘", "’"),
                        _ => ("\"", "\""),
                    },
                    percent,
                    american: date == "us",
                    spell: spell.parse().unwrap_or(9),
                    html: container == "html",
                }),
                _ => None,
            });
        let mut houses = chance.shuffled(houses.collect());
        houses.truncate(count);
        houses
    }

    /// A whole number, spelled where the house spells it or where a sentence opens with it.
    pub(crate) fn number(&self, value: u64, opening: bool) -> String {
        if value <= self.spell || (opening && value < 100) { spelled(value) } else { grouped(value) }
    }

    /// A template with its slots filled.
    pub(crate) fn fill(&self, template: &str, facts: &Facts, named: &mut Vec<String>) -> String {
        let mut filled = String::new();
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            let (slot, behind) = after.split_once('}').unwrap_or((after, ""));
            filled.push_str(before);
            let opening = slot.starts_with(char::is_uppercase);
            filled.push_str(&self.slot(&slot.to_lowercase(), opening, facts, named));
            rest = behind;
        }
        filled.push_str(rest);
        let tidy = filled.replace(",,", ",").replace(",.", ".");
        let mut letters = tidy.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    fn slot(&self, slot: &str, opening: bool, facts: &Facts, named: &mut Vec<String>) -> String {
        match slot {
            "dead" => format!("{} people", self.number(facts.dead, opening)),
            "hurt" => self.number(facts.hurt, opening),
            "crews" => match facts.volunteers {
                Some(more) => format!("{} volunteers and", self.number(facts.crews + more, opening)),
                None => self.number(facts.crews, opening),
            },
            "hours" => self.number(facts.hours, false),
            "homes" => match facts.homes_about {
                Some((hedge, about)) => format!("{hedge} {}", grouped(about)),
                None => grouped(facts.homes),
            },
            "cost" => format!("€{}{}", facts.cost, if self.american { " million" } else { "m" }),
            "share" if facts.share_words => match facts.share {
                25 => "a quarter".into(),
                33 => "a third".into(),
                50 => "half".into(),
                _ => "three-quarters".into(),
            },
            "share" if opening => {
                // No sentence opens with a figure.
                let words = if self.percent == "%" { "per cent" } else { self.percent };
                format!("{} {words}", spelled(facts.share))
            }
            "share" if self.percent == "%" => format!("{}%", facts.share),
            "share" => format!("{} {}", facts.share, self.percent),
            "day" => self.day(facts.day),
            "town" => facts.town.clone(),
            "firm" => facts.firm.to_owned(),
            "mayor" => name(&facts.mayor, "Mayor ", "", named),
            "chief" => name(
                &facts.chief,
                if facts.kind == "fire" { "fire chief " } else { "rescue chief " },
                "",
                named,
            ),
            "witness" => name(&facts.witness, "", &format!(", {},", facts.witness.age), named),
            _ => String::new(),
        }
    }

    /// *on Tuesday*, or with the date where the house gives dates.
    pub(crate) fn day(&self, day: Day) -> String {
        if self.american { format!("on {}", day.weekday()) } else { format!("on {}", date_only(day)) }
    }

    /// The line that says when an account was published.
    pub(crate) fn published(&self, day: Day, hour: u64, minute: u64) -> String {
        if self.american {
            let half = if hour < 12 { "a.m." } else { "p.m." };
            let clock = if hour.is_multiple_of(12) { 12 } else { hour % 12 };
            format!("Published {}, {clock}:{minute:02} {half}", day.american())
        } else {
            format!("Published {} {hour:02}:{minute:02}", day.british())
        }
    }
}

fn date_only(day: Day) -> String {
    let (_, _, number) = day.civil();
    format!("{number} {}", day.month())
}

/// A person by role and full name at first, by family name after.
fn name(person: &Person, before: &str, after: &str, named: &mut Vec<String>) -> String {
    let full = person.full();
    if named.contains(&full) {
        return person.family.clone();
    }
    let shown = format!("{before}{full}{after}");
    named.push(full);
    shown
}
