//! Accounts: what each house tells, in which order, and what it copied.

use super::Brief;
use super::house::House;
use super::page;
use super::plan;
use super::planted::Planted;
use super::role::{Manner, Role, Source};
use super::sentence::{Sentence, Writer};
use super::sheet::{Change, Fact, FactSheet, Reach};
use super::values::Values;
use crate::Day;
use crate::seed::Seed;
use std::collections::{BTreeMap, BTreeSet};

/// Who and what a story is made of.
pub(crate) struct Cast<'a> {
    pub(crate) sheet: &'a FactSheet,
    pub(crate) values: &'a Values,
    /// One house an account, and that of the missing source at last.
    pub(crate) houses: &'a [House],
    pub(crate) roles: &'a [Role],
    /// Names that no person of the story bears.
    pub(crate) reporters: &'a [String],
}

/// An account with the sentences it is made of.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) id: String,
    pub(crate) index: usize,
    pub(crate) role: Role,
    pub(crate) values: Values,
    pub(crate) house: House,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) published: Option<(Day, u64, u64)>,
    /// The outlet that it credits, if it says so.
    pub(crate) credit: Option<String>,
    pub(crate) furniture: Vec<String>,
    pub(crate) text: String,
}

impl Draft {
    pub(crate) fn file(&self) -> String {
        format!("{}.{}", self.id, if self.house.html { "html" } else { "txt" })
    }

    /// The sentence that tells a fact.
    pub(crate) fn told(&self, fact: &str) -> Option<&Sentence> {
        self.sentences.iter().find(|sentence| sentence.fact == fact)
    }
}

/// Writes all accounts, in the order of the roles.
pub(crate) fn drafts(
    chance: &mut Seed,
    brief: &Brief,
    cast: &Cast,
    plans: &[Vec<&Fact>],
    planted: &[Planted],
) -> Vec<Draft> {
    let ids = chance.shuffled((0..cast.roles.len()).collect());
    // A quotation of which a change is planted is given whole by the others.
    let quotes = planted.iter().filter(|one| matches!(one.differs.change, Change::Mode(_)));
    let whole: BTreeSet<String> = quotes.map(|one| one.differs.fact.clone()).collect();
    let tellers = plan::tellers(plans);
    let mut scribe = Scribe { brief, cast, planted, whole: &whole, tellers: &tellers, told: BTreeMap::new() };
    let hidden = match (plans.last(), cast.houses.last()) {
        (Some(plan), Some(house)) => scribe.original(chance, plan, house, cast.values, usize::MAX),
        _ => Vec::new(),
    };
    let mut drafts: Vec<Draft> = Vec::new();
    for (index, (role, house)) in cast.roles.iter().zip(cast.houses).enumerate() {
        let mut values = cast.values.clone();
        for one in planted.iter().filter(|one| one.account == index) {
            if let Change::Slot(slot, how) = &one.differs.change {
                values.change(chance, slot, *how, &one.name);
            }
        }
        let plan = plans.get(index).map_or(&[][..], Vec::as_slice);
        let (source, other) = match role.source() {
            Some(Source::Hidden) => (hidden.as_slice(), cast.houses.last()),
            _ => (drafts.first().map_or(&[][..], |draft| draft.sentences.as_slice()), cast.houses.first()),
        };
        let sentences = match role.copied {
            None => scribe.original(chance, plan, house, &values, index),
            Some((_, manner)) => {
                let source = source.to_vec();
                scribe.copy(chance, (&source, manner, role.partly), plan, house, &values, index)
            }
        };
        let later = u32::from(planted.iter().any(|one| one.account == index && one.is_later()));
        let after = u64::from(role.copied.is_some());
        let hour = if after == 0 { chance.within(5, 13) } else { chance.within(14, 22) };
        let day = Day(cast.values.day().0 + 1 + later);
        let minute = chance.within(0, 59);
        let credits = role.copied.is_some() && chance.chance(2, 5);
        let mut draft = Draft {
            id: id(ids.get(index).copied().unwrap_or(index)),
            index,
            role: *role,
            values,
            house: house.clone(),
            sentences,
            published: brief.dated.then_some((day, hour, minute)),
            credit: other.filter(|_| credits).map(|house| house.name.clone()),
            furniture: Vec::new(),
            text: String::new(),
        };
        credit(&mut draft);
        draft.text = page::page(chance, cast, &mut draft);
        drafts.push(draft);
    }
    drafts
}

/// Names in passing the outlet that had it first, in some accounts that credit one.
fn credit(draft: &mut Draft) {
    let Some(source) = draft.credit.as_ref().filter(|_| draft.index % 3 == 2) else { return };
    let plain = |sentence: &&mut Sentence| {
        let told = sentence.text.ends_with("said.") || sentence.text.contains("ccording to");
        sentence.copied && sentence.quote.is_none() && !told
    };
    if let Some(sentence) = draft.sentences.iter_mut().skip(1).take(4).find(plain)
        && let Some(text) = sentence.text.strip_suffix('.')
    {
        sentence.text = format!("{text}, {source} reported.");
    }
}

/// `a` to `z`, then `aa`.
fn id(mut number: usize) -> String {
    let letter = |number: usize| char::from(b'a'.saturating_add(u8::try_from(number % 26).unwrap_or(0)));
    let mut id = String::new();
    loop {
        id.insert(0, letter(number));
        if number < 26 {
            return id;
        }
        number = number / 26 - 1;
    }
}

struct Scribe<'a> {
    brief: &'a Brief,
    cast: &'a Cast<'a>,
    planted: &'a [Planted<'a>],
    whole: &'a BTreeSet<String>,
    tellers: &'a BTreeMap<String, usize>,
    /// How many reporters have told each fact.
    told: BTreeMap<String, usize>,
}

impl<'a> Scribe<'a> {
    fn writer<'b>(&self, house: &'b House, values: &'b Values, index: usize) -> Writer<'b>
    where
        'a: 'b,
    {
        let mine = self.planted.iter().filter(|one| one.account == index);
        Writer {
            values,
            house,
            planted: mine.map(|one| (one.differs.fact.as_str(), &one.differs.change)).collect(),
            whole: self.whole,
            paraphrase: self.brief.paraphrase,
            tellers: self.tellers,
            told: self.told.clone(),
            note: super::house::Note::default(),
        }
    }

    fn original<'b>(
        &mut self,
        chance: &mut Seed,
        plan: &[&Fact],
        house: &'b House,
        values: &'b Values,
        index: usize,
    ) -> Vec<Sentence>
    where
        'a: 'b,
    {
        let mut writer = self.writer(house, values, index);
        self.note(plan);
        plan.iter().filter_map(|fact| writer.tell(chance, fact)).collect()
    }

    /// An account made from a source's sentences, with what it adds.
    fn copy<'b>(
        &mut self,
        chance: &mut Seed,
        (source, manner, partly): (&[Sentence], Manner, bool),
        added: &[&Fact],
        house: &'b House,
        values: &'b Values,
        index: usize,
    ) -> Vec<Sentence>
    where
        'a: 'b,
    {
        let kept = self.kept(chance, source, (manner, partly), index);
        let mut writer = self.writer(house, values, index);
        let told: Vec<&str> = source.iter().map(|sentence| sentence.fact.as_str()).collect();
        let added: Vec<&Fact> =
            added.iter().copied().filter(|fact| !told.contains(&fact.key.as_str())).collect();
        self.note(&added);
        // What is added stands together, in one place or in two.
        let first = kept.len() / 2 + chance.below(kept.len() / 2 + 1);
        let cut = chance.below(added.len() + 1);
        let mut sentences = Vec::new();
        for (at, sentence) in kept.iter().enumerate() {
            if at == first {
                sentences.extend(added.iter().take(cut).filter_map(|fact| writer.tell(chance, fact)));
            }
            let fact = self.cast.sheet.fact(&sentence.fact);
            sentences.extend(fact.and_then(|fact| writer.copy(chance, fact, sentence, manner)));
        }
        let left = if first < kept.len() { cut } else { 0 };
        sentences.extend(added.iter().skip(left).filter_map(|fact| writer.tell(chance, fact)));
        sentences
    }

    /// Notes that one more reporter tells these facts.
    fn note(&mut self, facts: &[&Fact]) {
        for fact in facts {
            *self.told.entry(fact.key.clone()).or_default() += 1;
        }
    }

    /// The sentences that a copy keeps, mostly in their order: more of the first ones, and those in which it differs.
    fn kept(
        &self,
        chance: &mut Seed,
        source: &[Sentence],
        (manner, partly): (Manner, bool),
        index: usize,
    ) -> Vec<Sentence> {
        let bound = |sentence: &Sentence| {
            self.planted.iter().any(|one| one.account == index && one.differs.fact == sentence.fact)
        };
        let mut kept: Vec<Sentence> = source.to_vec();
        let target = if partly { source.len() * 5 / 10 } else { source.len() * 8 / 10 }.max(4);
        let mut tries = 60;
        while kept.len() > target && tries > 0 {
            tries -= 1;
            let at = chance.below(kept.len()).max(chance.below(kept.len()));
            let Some(sentence) = kept.get(at) else { continue };
            let lead = self.cast.sheet.fact(&sentence.fact).is_some_and(|fact| fact.reach == Reach::Lead);
            let needed = manner == Manner::Verbatim
                && kept.iter().skip(at + 1).any(|later| sentence.introduces_for(later));
            if !lead && !needed && !bound(sentence) {
                kept.remove(at);
            }
        }
        if manner == Manner::Paraphrase {
            for at in 1..kept.len().saturating_sub(1) {
                if chance.chance(1, 5) {
                    kept.swap(at, at + 1);
                }
            }
        }
        kept
    }
}
