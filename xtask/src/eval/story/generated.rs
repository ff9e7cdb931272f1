//! Stories that `testkit` writes, with differences and copying of every kind.

use super::super::{Context, Row, Section};
use super::score::{Place, Truth};
use super::tally::Tally;
use super::{pairs, read, score_story};
use crate::command;
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Accounts of a story, and the first seed of the stories measured; others are for looking at.
const ACCOUNTS: usize = 6;
const SEED: usize = 1001;

/// Writes so many stories; paraphrase, kind of copying, and whether they give their dates.
fn written(
    context: &Context,
    count: usize,
    paraphrase: &str,
    copying: &str,
    dated: bool,
) -> Result<Vec<PathBuf>> {
    let program = command::example(&context.root, "corroborate-testkit", "generate")?;
    let dates = if dated { "dated" } else { "undated" };
    let folder = program.with_file_name("stories").join(format!("{paraphrase}-{copying}-{dates}"));
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    let (count, accounts, seed) = (count.to_string(), ACCOUNTS.to_string(), SEED.to_string());
    let path = folder.display().to_string();
    command::output(&program, &[&path, &count, &accounts, &seed, paraphrase, copying, dates])?;
    let mut stories: Vec<PathBuf> =
        std::fs::read_dir(&folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    stories.sort();
    Ok(stories)
}

/// Precision and recall of one kind, as counts.
#[derive(Default)]
struct Kind {
    tally: Tally,
    /// Of the gold's, those found whatever they were called.
    any: usize,
}

/// Differences by kind and by relation, and quotation families by relation.
pub fn kinds(context: &Context) -> Result<Option<Section>> {
    let mut kinds: BTreeMap<String, Kind> = BTreeMap::new();
    for story in written(context, 42, "0.8", "all", true)? {
        let misses = read(context, &story, |truth, _| differences(truth, &mut kinds))?;
        if context.misses {
            eprintln!("== {}", story.display());
            misses.iter().for_each(|miss| eprintln!("  - {miss}"));
        }
    }
    let rows = kinds
        .into_iter()
        .map(|(name, kind)| {
            let any = kind.any as f64 / kind.tally.gold.max(1) as f64;
            let values = vec![kind.tally.precision(), kind.tally.recall(), any, kind.tally.gold as f64];
            Row::higher(name, values.into_iter().map(Some).collect())
        })
        .collect();
    Ok(Some(Section {
        title: "Differences planted in generated stories".to_owned(),
        intro: format!(
            "42 stories of {ACCOUNTS} accounts by `corroborate-testkit`, seven kinds of event, seeds from {SEED}. A \
             difference of a kind (of a relation) is right where one of the same kind (relation) is planted there; \
             `found` counts those planted that were reported under any name. Families: pairs of versions of one \
             utterance, found under any name; the gold gives each way of change beside the whole words alone."
        ),
        columns: ["precision", "recall", "found", "planted"].map(str::to_owned).to_vec(),
        rows,
    }))
}

fn differences(truth: &Truth, kinds: &mut BTreeMap<String, Kind>) -> Vec<String> {
    let report = &truth.report.differences;
    let sides = |difference: &super::report::Difference| -> Vec<BTreeSet<Place>> {
        let sides = difference.sides.iter();
        sides.map(|side| side.evidence.iter().filter_map(|span| truth.place(span)).collect()).collect()
    };
    let predicted: Vec<Vec<BTreeSet<Place>>> = report.iter().map(sides).collect();
    let mut misses = Vec::new();
    let mut right: BTreeSet<(usize, String)> = BTreeSet::new();
    for one in &truth.gold.differences {
        let wanted: Vec<BTreeSet<Place>> =
            one.sides.iter().map(|side| truth.places(&side.evidence)).collect();
        let found: Vec<usize> = (0..predicted.len())
            .filter(|&at| predicted.get(at).is_some_and(|given| pairs::same(&wanted, given)))
            .collect();
        let names = [format!("kind: {}", one.kind), format!("relation: {}", one.relation)];
        for (at, name) in names.iter().enumerate() {
            let kind = kinds.entry(name.clone()).or_default();
            let same = |index: &&usize| {
                report.get(**index).is_some_and(|given| {
                    if at == 0 { given.kind == one.kind } else { given.relation == one.relation }
                })
            };
            let matching: Vec<usize> = found.iter().filter(same).copied().collect();
            kind.tally.gold += 1;
            kind.tally.found += usize::from(!matching.is_empty());
            kind.any += usize::from(!found.is_empty());
            right.extend(matching.into_iter().map(|index| (index, name.clone())));
        }
        if found.is_empty() {
            misses.push(format!("missed: {} {} {}", one.kind, one.relation, one.id));
        }
    }
    for (index, given) in report.iter().enumerate() {
        for name in [format!("kind: {}", given.kind), format!("relation: {}", given.relation)] {
            let is_right = right.contains(&(index, name.clone()));
            let kind = kinds.entry(name).or_default();
            kind.tally.predicted += 1;
            kind.tally.right += usize::from(is_right);
        }
    }
    families(truth, kinds);
    misses
}

/// Pairs of versions by the relation that the gold gives them.
fn families(truth: &Truth, kinds: &mut BTreeMap<String, Kind>) {
    let near = |g: &Place, p: &Place| super::score::hits(*g, *p, 0.4);
    for family in &truth.gold.quote_families {
        let places: Vec<Place> = truth.places(&family.versions).into_iter().collect();
        for (a, b) in super::tally::pairs_of(&places) {
            let holding: Vec<&str> = truth
                .report
                .quote_families
                .iter()
                .filter(|given| {
                    let spans: Vec<Place> =
                        given.versions.iter().filter_map(|span| truth.place(span)).collect();
                    spans.iter().any(|p| near(&a, p)) && spans.iter().any(|p| near(&b, p))
                })
                .map(|given| given.relation.as_str())
                .collect();
            let kind = kinds.entry(format!("family: {}", family.relation)).or_default();
            kind.tally.gold += 1;
            kind.any += usize::from(!holding.is_empty());
            let named = usize::from(holding.contains(&family.relation.as_str()));
            kind.tally.found += named;
            kind.tally.right += named;
            kind.tally.predicted += usize::from(!holding.is_empty());
        }
    }
}

/// Claims and differences over the amount of paraphrase.
pub fn paraphrase(context: &Context) -> Result<Option<Section>> {
    let amounts = ["0.00", "0.25", "0.50", "0.75", "1.00"];
    let mut values: Vec<Vec<Option<f64>>> = vec![Vec::new(); 5];
    for amount in amounts {
        let stories = written(context, 21, amount, "all", true)?;
        let mut scores = Vec::new();
        for story in &stories {
            scores.push(score_story(context, story)?);
        }
        let mean = |pick: &dyn Fn(&super::score::Score) -> f64| {
            Some(scores.iter().map(pick).sum::<f64>() / scores.len().max(1) as f64)
        };
        let figures = [
            mean(&|score| score.claims.f1()),
            mean(&|score| score.claims.precision()),
            mean(&|score| score.claims.recall()),
            mean(&|score| score.differences.recall()),
            mean(&|score| score.typed.recall()),
        ];
        for (row, figure) in values.iter_mut().zip(figures) {
            row.push(figure);
        }
    }
    let names = [
        "claims F1",
        "claims precision (lower bound)",
        "claims recall",
        "differences recall",
        "differences of the right relation, recall",
    ];
    Ok(Some(Section {
        title: "Over the amount of paraphrase".to_owned(),
        intro: "21 generated stories an amount: the share of facts that accounts tell in another way than the first \
                of their sheet, and of sentences that a paraphrase takes apart. Scored as the stories with gold."
            .to_owned(),
        columns: amounts.map(str::to_owned).to_vec(),
        rows: names.iter().zip(values).map(|(name, values)| Row::higher(*name, values)).collect(),
    }))
}

/// What is counted of who drew on whom.
#[derive(Default)]
struct Copies {
    pairs: Tally,
    /// Groups with a source among the accounts: all, those for which a source was named, and those where it is right.
    sourced: usize,
    decided: usize,
    /// Sources named at all, and those that are right.
    named: usize,
    right: usize,
    /// Accounts beside the source, and those whose extent is right.
    accounts: usize,
    extents: usize,
}

/// Origins, direction and extent by kind of copying, with dates hidden.
pub fn copying(context: &Context) -> Result<Option<Section>> {
    let kinds = ["verbatim", "near-verbatim", "paraphrase", "hidden", "all"];
    let mut counts = Vec::new();
    for kind in kinds {
        let mut copies = Copies::default();
        for story in written(context, 28, "1.00", kind, false)? {
            let misses = read(context, &story, |truth, _| copies.add(truth))?;
            if context.misses {
                eprintln!("== {}", story.display());
                misses.iter().for_each(|miss| eprintln!("  - {miss}"));
            }
        }
        counts.push(copies);
    }
    let row = |name: &str, pick: &dyn Fn(&Copies) -> Option<f64>| {
        Row::higher(name, counts.iter().map(pick).collect())
    };
    let share = |part: usize, whole: usize| (whole > 0).then(|| part as f64 / whole as f64);
    let rows = vec![
        row("origins F1", &|copies| Some(copies.pairs.f1())),
        row("origins precision", &|copies| Some(copies.pairs.precision())),
        row("origins recall", &|copies| Some(copies.pairs.recall())),
        row("source among the accounts: decided", &|copies| share(copies.decided, copies.sourced)),
        row("source named: right", &|copies| share(copies.right, copies.named)),
        row("wholly, partly or not derived: right", &|copies| share(copies.extents, copies.accounts)),
    ];
    Ok(Some(Section {
        title: "Who drew on whom, in generated stories without dates".to_owned(),
        intro: format!(
            "28 stories of {ACCOUNTS} accounts a kind of copying, paraphrase 1; a third of the copies is half its own \
             reporting. A source is decided where the report names one for accounts of an origin whose source is there, \
             and right where it is that one: naming one of several that share a hidden source is wrong."
        ),
        columns: kinds.map(str::to_owned).to_vec(),
        rows,
    }))
}

impl Copies {
    fn add(&mut self, truth: &Truth) -> Vec<String> {
        let mut score = super::score::Score::default();
        super::integrity::origins(truth, &mut score);
        self.pairs.right += score.origins.right;
        self.pairs.predicted += score.origins.predicted;
        self.pairs.found += score.origins.found;
        self.pairs.gold += score.origins.gold;
        let mut misses = score.misses;
        let origin_of = |account: &str| {
            truth
                .report
                .origins
                .iter()
                .find(|origin| origin.sources.iter().any(|source| truth.account(source) == Some(account)))
        };
        for group in &truth.gold.origins {
            // The report's origin that holds most of the group.
            let mut held: Vec<(usize, &super::report::Origin)> = truth
                .report
                .origins
                .iter()
                .map(|origin| {
                    let inside = |source: &&String| {
                        truth.account(source).is_some_and(|id| group.docs.iter().any(|doc| doc == id))
                    };
                    (origin.sources.iter().filter(inside).count(), origin)
                })
                .filter(|(count, _)| *count > 1)
                .collect();
            held.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
            let from = held.first().and_then(|(_, origin)| truth.account(origin.from.as_deref()?));
            let source =
                if group.relation == "derives" { group.docs.first().map(String::as_str) } else { None };
            self.sourced += usize::from(source.is_some());
            self.decided += usize::from(source.is_some() && from.is_some());
            self.named += usize::from(from.is_some());
            self.right += usize::from(from.is_some() && from == source);
            if from != source {
                misses.push(format!("source: {from:?} for {source:?}"));
            }
        }
        let wire = truth.gold.origins.iter().find(|group| group.relation == "derives");
        let wire = wire.and_then(|group| group.docs.first());
        for (account, copying) in &truth.gold.copying {
            if Some(account) == wire {
                continue;
            }
            let origin = origin_of(account);
            let derivation = origin.and_then(|origin| {
                origin.derivations.iter().find(|given| truth.account(&given.source) == Some(account.as_str()))
            });
            let given = derivation.map_or("not", |given| given.extent.as_str());
            self.accounts += 1;
            self.extents += usize::from(given == copying.extent);
            if given != copying.extent {
                misses.push(format!(
                    "extent of {account}: {given}, is {} ({:?})",
                    copying.extent, copying.source
                ));
            }
        }
        misses
    }
}
