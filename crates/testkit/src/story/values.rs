//! The values of a story: its people, places, figures and days.

use super::sheet::{FactSheet, How, Slot};
use crate::Day;
use crate::seed::{Seed, rows};
use std::collections::BTreeMap;

/// A person of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    pub(crate) given: String,
    pub(crate) family: String,
    pub(crate) other_spelling: String,
    /// *Mayor*, put before the name.
    pub(crate) title: String,
    /// *the mayor of …*, put behind it.
    pub(crate) role: String,
    pub(crate) age: u64,
}

impl Person {
    pub(crate) fn full(&self) -> String {
        format!("{} {}", self.given, self.family)
    }
}

/// How exactly a value is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Grain {
    #[default]
    Exact,
    About,
    AtLeast,
    Words,
}

/// What a slot holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Count(u64, Grain),
    Money(u64, Grain),
    Part(u64, Grain),
    Clock(u64, Grain),
    /// The day of the event, or a later one.
    Day(Day),
    Later(Day),
    Person(Person),
    Town(Town),
    Firm(String),
}

/// A town, another way to spell it, and another town near by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Town {
    pub(crate) name: String,
    pub(crate) spelling: String,
    pub(crate) other: String,
}

/// All values of a story, as one account has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Values(pub(crate) BTreeMap<String, Value>);

impl Values {
    pub(crate) fn draw(chance: &mut Seed, sheet: &FactSheet) -> (Self, Vec<String>) {
        let mut people = chance.shuffled(rows(include_str!("../../data/people.tsv")));
        let mut values = BTreeMap::new();
        let day = Day(u32::try_from(chance.within(18_300, 20_400)).unwrap_or(19_000));
        // Courts and boards do not sit at the weekend.
        let day = if sheet.weekdays { day.on_weekday() } else { day };
        let town = chance.pick(&rows(include_str!("../../data/places.tsv"))).unwrap_or_default();
        let cell = |row: &[&str], at: usize| row.get(at).copied().unwrap_or_default().to_owned();
        let firms: Vec<&str> = include_str!("../../data/firms.txt").lines().collect();
        values.insert("day".to_owned(), Value::Day(day));
        values.insert(
            "town".to_owned(),
            Value::Town(Town { name: cell(&town, 0), spelling: cell(&town, 1), other: cell(&town, 2) }),
        );
        values.insert(
            "firm".to_owned(),
            Value::Firm(chance.pick(&firms).unwrap_or("Nordhav Transit").to_owned()),
        );
        for (name, slot) in &sheet.slots {
            let value = match slot {
                Slot::Count(low, high) => Value::Count(odd(chance.within(*low, *high)), Grain::Exact),
                Slot::Money(low, high) => Value::Money(chance.within(*low, *high), Grain::Exact),
                Slot::Part(parts) => Value::Part(chance.pick(parts).unwrap_or(50), Grain::Exact),
                Slot::Clock(low, high) => {
                    // Late in the hour, so that *shortly before four* is true of it.
                    let hour = chance.within(*low, *high) / 60;
                    Value::Clock(hour * 60 + 35 + chance.within(0, 4) * 5, Grain::Exact)
                }
                Slot::Later(low, high) => {
                    Value::Later(Day(day.0 + u32::try_from(chance.within(*low, *high)).unwrap_or(20)))
                }
                Slot::Person { title, role } => {
                    let row = people.pop().unwrap_or_default();
                    Value::Person(Person {
                        given: cell(&row, 0),
                        family: cell(&row, 1),
                        other_spelling: cell(&row, 2),
                        title: title.clone(),
                        role: role.clone(),
                        age: chance.within(23, 79),
                    })
                }
            };
            values.insert(name.clone(), value);
        }
        let reporters = people.iter().map(|row| format!("{} {}", cell(row, 0), cell(row, 1))).collect();
        (Self(values), reporters)
    }

    pub(crate) fn get(&self, slot: &str) -> Option<&Value> {
        self.0.get(slot)
    }

    pub(crate) fn day(&self) -> Day {
        match self.get("day") {
            Some(Value::Day(day)) => *day,
            _ => Day(19_000),
        }
    }

    pub(crate) fn people(&self) -> impl Iterator<Item = &Person> {
        self.0.values().filter_map(|value| match value {
            Value::Person(person) => Some(person),
            _ => None,
        })
    }

    pub(crate) fn firm(&self) -> Option<&str> {
        match self.get("firm") {
            Some(Value::Firm(firm)) => Some(firm),
            _ => None,
        }
    }

    pub(crate) fn town(&self) -> Option<&Town> {
        match self.get("town") {
            Some(Value::Town(town)) => Some(town),
            _ => None,
        }
    }

    /// A value in plain words, for the gold.
    pub(crate) fn plain(&self, slot: &str) -> String {
        match self.get(slot) {
            Some(Value::Count(value, grain)) => hedged(&value.to_string(), *grain),
            Some(Value::Money(value, grain)) => hedged(&format!("€{value}m"), *grain),
            Some(Value::Part(value, Grain::Words)) => format!("{value}%, as a fraction"),
            Some(Value::Part(value, _)) => format!("{value}%"),
            Some(Value::Clock(minutes, grain)) => {
                hedged(&format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60), *grain)
            }
            Some(Value::Day(day) | Value::Later(day)) => day.iso(),
            Some(Value::Person(person)) => person.full(),
            Some(Value::Town(town)) => town.name.clone(),
            Some(Value::Firm(firm)) => firm.clone(),
            None => String::new(),
        }
    }

    pub(crate) fn person(&self, slot: &str) -> Option<&Person> {
        match self.get(slot) {
            Some(Value::Person(person)) => Some(person),
            _ => None,
        }
    }

    /// Changes a slot; another family name is the one given.
    pub(crate) fn change(&mut self, chance: &mut Seed, slot: &str, how: How, other_name: &str) {
        if let Some(value) = self.0.get_mut(slot) {
            change(chance, value, how, other_name);
        }
    }
}

fn hedged(value: &str, grain: Grain) -> String {
    match grain {
        Grain::AtLeast => format!("at least about {value}"),
        Grain::About => format!("about {value}"),
        _ => value.to_owned(),
    }
}

/// A figure that does not look rounded, where it is large.
const fn odd(value: u64) -> u64 {
    if value >= 100 && value.is_multiple_of(10) { value + 3 } else { value }
}

fn change(chance: &mut Seed, value: &mut Value, how: How, other_name: &str) {
    let more = |chance: &mut Seed, value: u64| value + chance.within(2, 3 + value / 4).max(value / 12);
    match (value, how) {
        (Value::Count(value, _) | Value::Money(value, _), How::Other | How::More | How::Moved) => {
            *value = odd(more(chance, *value));
        }
        (Value::Part(value, _), How::Other | How::More | How::Moved) => {
            *value += chance.within(6, 14);
        }
        (Value::Clock(value, _), _) if matches!(how, How::Other | How::More | How::Moved) => {
            *value += chance.within(8, 16) * 5;
        }
        (Value::Day(day), How::Other | How::More | How::Moved) => day.0 -= 1,
        (Value::Later(day), How::Other | How::More | How::Moved) => {
            day.0 += u32::try_from(chance.within(2, 12)).unwrap_or(3);
        }
        (
            Value::Count(_, grain) | Value::Money(_, grain) | Value::Clock(_, grain) | Value::Part(_, grain),
            how,
        ) => {
            *grain = match how {
                How::AtLeast => Grain::AtLeast,
                How::Words => Grain::Words,
                _ => Grain::About,
            };
        }
        (Value::Person(person), How::Spelling) => person.family = person.other_spelling.clone(),
        (Value::Person(person), _) => person.family = other_name.to_owned(),
        (Value::Town(town), How::Spelling) => town.name = town.spelling.clone(),
        (Value::Town(town), _) => town.name = town.other.clone(),
        (Value::Day(_) | Value::Later(_) | Value::Firm(_), _) => {}
    }
}
