//! What happened: people, places, figures and a day.

use crate::Day;
use crate::seed::{Seed, rows};

/// A person of a story.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) given: &'static str,
    pub(crate) family: String,
    pub(crate) other_spelling: &'static str,
    pub(crate) age: u64,
}

impl Person {
    pub(crate) fn full(&self) -> String {
        format!("{} {}", self.given, self.family)
    }
}

/// The fact sheet.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    /// `fire` or `derailment`.
    pub(crate) kind: &'static str,
    pub(crate) town: String,
    pub(crate) town_spelling: &'static str,
    pub(crate) other_town: &'static str,
    pub(crate) firm: &'static str,
    pub(crate) mayor: Person,
    pub(crate) chief: Person,
    pub(crate) witness: Person,
    pub(crate) dead: u64,
    pub(crate) hurt: u64,
    pub(crate) crews: u64,
    pub(crate) hours: u64,
    pub(crate) homes: u64,
    /// In millions of euros.
    pub(crate) cost: u64,
    /// In percent.
    pub(crate) share: u64,
    pub(crate) day: Day,
    /// A hedge before the figure of homes, with the rounded figure.
    pub(crate) homes_about: Option<(&'static str, u64)>,
    /// The share as a fraction in words.
    pub(crate) share_words: bool,
    /// Volunteers are counted with the crews.
    pub(crate) volunteers: Option<u64>,
}

impl Facts {
    pub(crate) fn draw(chance: &mut Seed) -> Self {
        let mut people = chance
            .shuffled(rows(include_str!("../../data/people.tsv")))
            .into_iter()
            .filter_map(|row| match row[..] {
                [given, family, other_spelling] => Some((given, family, other_spelling)),
                _ => None,
            })
            .collect::<Vec<_>>();
        let mut person = |chance: &mut Seed| {
            let (given, family, other_spelling) = people.pop().unwrap_or(("Edda", "Norling", "Norlling"));
            Person { given, family: family.to_owned(), other_spelling, age: chance.within(23, 84) }
        };
        let (mayor, chief, witness) = (person(chance), person(chance), person(chance));
        let places = rows(include_str!("../../data/places.tsv"));
        let place = chance.pick(&places).unwrap_or_default();
        let cell = |index: usize| place.get(index).copied().unwrap_or("Edderby");
        let firms: Vec<&str> = include_str!("../../data/firms.txt").lines().collect();
        Self {
            kind: if chance.chance(1, 2) { "fire" } else { "derailment" },
            town: cell(0).to_owned(),
            town_spelling: cell(1),
            other_town: cell(2),
            firm: chance.pick(&firms).unwrap_or("Edderby Goods"),
            mayor,
            chief,
            witness,
            dead: chance.within(2, 9),
            hurt: chance.within(11, 48),
            crews: chance.within(35, 99),
            hours: chance.within(3, 14),
            homes: chance.within(11, 38) * 10 + chance.within(1, 9),
            cost: chance.within(3, 40),
            share: chance.pick(&[25, 33, 50, 75]).unwrap_or(50),
            day: Day(u32::try_from(chance.within(18_300, 20_400)).unwrap_or(19_000)),
            homes_about: None,
            share_words: false,
            volunteers: None,
        }
    }

    /// The sentences of this kind of story: fact, mode, template.
    pub(crate) fn templates(&self) -> Vec<Vec<&'static str>> {
        rows(match self.kind {
            "fire" => include_str!("../../data/fire.tsv"),
            _ => include_str!("../../data/derailment.tsv"),
        })
    }

    /// What the templates say in one mode of one fact.
    pub(crate) fn forms(&self, fact: &str, mode: &str) -> Vec<&'static str> {
        let fits = |row: &Vec<&'static str>| match row[..] {
            [known, how, template] => (known == fact && how == mode).then_some(template),
            _ => None,
        };
        self.templates().iter().filter_map(fits).collect()
    }
}
