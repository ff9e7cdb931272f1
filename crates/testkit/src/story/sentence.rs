//! One sentence of an account, and what it says.

use super::account::Role;
use super::facts::Facts;
use super::house::House;
use super::planted::{Change, Planted};
use crate::seed::{Seed, rows};

/// A sentence and the fact it tells.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    pub(crate) fact: &'static str,
    /// The mode of the templates: `says`, `unknown`, ….
    pub(crate) mode: &'static str,
    pub(crate) text: String,
    pub(crate) quote: Option<Quote>,
}

/// Words between quotation marks.
#[derive(Clone, Debug)]
pub(crate) struct Quote {
    /// What stands between the marks.
    pub(crate) inside: String,
    /// The speaker's full name, in the fact sheet's spelling.
    pub(crate) speaker: String,
    pub(crate) version: Version,
}

/// How a quotation relates to what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    Whole,
    Truncated,
    Altered,
    Reattributed,
}

/// The writer of one account.
pub(crate) struct Writer<'a> {
    pub(crate) facts: &'a Facts,
    /// The facts before anything was planted, for names in the gold.
    pub(crate) truth: &'a Facts,
    pub(crate) house: &'a House,
    pub(crate) planted: Vec<&'a Planted>,
    pub(crate) role: Role,
    pub(crate) named: Vec<String>,
}

impl Writer<'_> {
    /// Tells a fact, in the mode that a planted difference asks for.
    pub(crate) fn tell(&mut self, chance: &mut Seed, fact: &'static str) -> Option<Sentence> {
        let mode = self.planted.iter().find_map(|planted| match planted.change {
            Change::Mode(mode) if planted.fact == fact => Some(mode),
            _ => None,
        });
        if matches!(fact, "mayor" | "chief" | "witness") {
            return self.quote(chance, fact, mode);
        }
        let mode = mode.unwrap_or(if fact == "start" { "lead" } else { "says" });
        let template = chance.pick(&self.facts.forms(fact, mode))?;
        Some(Sentence { fact, mode, text: self.fill(template), quote: None })
    }

    pub(crate) fn fill(&mut self, template: &str) -> String {
        self.house.fill(template, self.facts, &mut self.named)
    }

    fn quote(
        &mut self,
        chance: &mut Seed,
        fact: &'static str,
        mode: Option<&'static str>,
    ) -> Option<Sentence> {
        let planted = self.planted.iter().any(|planted| planted.fact == fact);
        if !planted && self.role == Role::Paraphrase && chance.chance(1, 3) {
            let template = chance.pick(&self.facts.forms(fact, "paraphrase"))?;
            return Some(Sentence { fact, mode: "paraphrase", text: self.fill(template), quote: None });
        }
        let mode = mode.unwrap_or("quote");
        let words = chance.pick(&self.facts.forms(fact, mode))?;
        let other =
            self.planted.iter().any(|planted| planted.change == Change::Speaker && planted.fact == fact);
        let slot = if other { "mayor" } else { fact };
        let speaker = match slot {
            "mayor" => self.truth.mayor.full(),
            "chief" => self.truth.chief.full(),
            _ => self.truth.witness.full(),
        };
        let short = words.split_once(", ").map(|(head, _)| head);
        let truncated = short.filter(|_| !planted && chance.chance(1, 3));
        let version = match (mode, other, truncated) {
            ("quote-altered", _, _) => Version::Altered,
            (_, true, _) => Version::Reattributed,
            (_, _, Some(_)) => Version::Truncated,
            _ => Version::Whole,
        };
        let said = truncated.unwrap_or(words);
        let (open, close) = self.house.marks;
        let leads = chance.chance(2, 3);
        let mark = if leads { "," } else { "." };
        let inside = format!("{said}{mark}");
        let name = format!("{{{slot}}}");
        let template = if leads {
            // A comma behind an age would stand before the verb in either order.
            format!("{open}{inside}{close} {name} said.")
        } else {
            format!("{name} said: {open}{inside}{close}")
        };
        let text = self.fill(&template);
        Some(Sentence { fact, mode, text, quote: Some(Quote { inside, speaker, version }) })
    }
}

/// A sentence with a word or two changed, as a rewrite changes them; quotations stay.
pub(crate) fn reworded(sentence: &Sentence) -> Sentence {
    let mut changed = sentence.clone();
    if sentence.quote.is_some() {
        return changed;
    }
    let mut left = 2;
    for row in rows(include_str!("../../data/synonyms.tsv")) {
        let [word, another] = row[..] else { continue };
        if left > 0 && changed.text.contains(word) {
            changed.text = changed.text.replacen(word, another, 1);
            left -= 1;
        }
    }
    changed
}
