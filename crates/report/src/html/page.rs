//! The page as a whole.

use super::account::{AccountView, accounts, set_aside};
use super::claim::{Omission, Row, Single, omissions, rows, singles};
use super::difference::{Entry, entries};
use super::entity::{EntityView, entities};
use super::escape::Html;
use super::family::{Family, families};
use super::graph::{OriginView, Pair, graph, origins, pairs};
use super::policy::{SCRIPT, STYLE, policy};
use super::timeline::{Moment, moments, picture};
use crate::Story;
use crate::overview::{Overview, accounts_of, counted, shortened, subject, told};
use crate::visible::line;
use askama::Template;
use corroborate_compare::DifferenceRelation;
use std::collections::BTreeSet;

/// How many findings of a sort the first screen shows.
const FIRST: usize = 5;

/// How many claims that all make, but not alike, it shows.
const CONTESTED: usize = 3;

/// From how many accounts on the matrix has the sign alone in a cell, and the number alone over it.
const DENSE: usize = 20;

/// Most characters of a value and of a claim there.
const VALUE: usize = 60;
const CLAIM: usize = 110;

#[derive(Template)]
#[template(path = "page.html")]
pub(super) struct Page {
    policy: String,
    style: Html,
    script: Html,
    title: String,
    counts: String,
    tiles: Vec<Tile>,
    agreed: Vec<(usize, String)>,
    contested: Vec<(usize, String)>,
    conflicts: Vec<ConflictView>,
    lone: Vec<Lone>,
    agreed_more: usize,
    contested_more: usize,
    conflicts_more: usize,
    lone_more: usize,
    one_origin: usize,
    alone: bool,
    rows: Vec<Row>,
    dense: bool,
    entries: Vec<Entry>,
    kinds: BTreeSet<&'static str>,
    relations: BTreeSet<(&'static str, String)>,
    families: Vec<Family>,
    graph: Option<Html>,
    origins: Vec<OriginView>,
    pairs: Vec<Pair>,
    pairs_more: usize,
    picture: Option<Html>,
    moments: Vec<Moment>,
    singles: Vec<Single>,
    omissions: Vec<Omission>,
    entities: Vec<EntityView>,
    minor: Vec<EntityView>,
    accounts: Vec<AccountView>,
    set_aside: Vec<&'static str>,
    remarks: Vec<(&'static str, String)>,
    decisions: Vec<String>,
    options: Vec<(&'static str, String)>,
    version: &'static str,
}

/// A conflict on the first screen: what it is about, and who says what.
struct ConflictView {
    id: usize,
    subject: String,
    sides: Vec<(Vec<usize>, String)>,
}

/// What one account says alone, on the first screen: how much, and the first of it.
struct Lone {
    index: usize,
    number: usize,
    label: String,
    count: String,
    first: Option<(usize, String)>,
}

/// A number of the first screen.
struct Tile {
    number: usize,
    words: String,
    target: &'static str,
    class: &'static str,
}

impl Page {
    pub(super) fn new(story: &Story) -> Self {
        let overview = Overview::new(story);
        let comparison = &story.comparison;
        let differences = &comparison.differences;
        let conflicts: Vec<ConflictView> = overview
            .related(DifferenceRelation::Conflict)
            .map(|(index, difference)| ConflictView {
                id: index + 1,
                subject: subject(difference),
                sides: difference
                    .sides
                    .iter()
                    .map(|side| {
                        let tellers = accounts_of(&side.evidence).into_iter().map(|account| account + 1);
                        (tellers.collect(), shortened(&side.value, VALUE))
                    })
                    .collect(),
            })
            .collect();
        let claims = |list: &[usize], most: usize| -> Vec<(usize, String)> {
            list.iter().take(most).map(|&claim| (claim + 1, overview.summary(claim))).collect()
        };
        let singles = singles(&overview);
        let (pairs, pairs_more) = pairs(&overview);
        let (entities, minor): (Vec<EntityView>, Vec<EntityView>) =
            entities(&overview).into_iter().partition(EntityView::matters);
        Self {
            policy: policy(),
            style: Html(STYLE.to_owned()),
            script: Html(SCRIPT.to_owned()),
            title: overview.title().unwrap_or_else(|| "Accounts compared".to_owned()),
            counts: overview.counts(),
            tiles: tiles(&overview),
            lone: singles
                .iter()
                .take(FIRST)
                .map(|single| Lone {
                    index: single.index,
                    number: single.number,
                    label: single.label.clone(),
                    count: counted(single.claims.len(), "claim"),
                    first: single
                        .claims
                        .first()
                        .map(|(id, _)| (*id, shortened(&overview.summary(id.saturating_sub(1)), CLAIM))),
                })
                .collect(),
            lone_more: singles.len().saturating_sub(FIRST),
            one_origin: overview.one_origin_count(),
            agreed_more: overview.agreed.len().saturating_sub(FIRST),
            contested_more: overview.contested.len().saturating_sub(CONTESTED),
            conflicts_more: conflicts.len().saturating_sub(FIRST),
            agreed: claims(&overview.agreed, FIRST),
            contested: claims(&overview.contested, CONTESTED),
            conflicts: conflicts.into_iter().take(FIRST).collect(),
            alone: story.accounts.len() == 1,
            rows: rows(&overview),
            dense: story.accounts.len() > DENSE,
            kinds: differences.iter().map(|difference| difference.kind.name()).collect(),
            relations: differences
                .iter()
                .map(|difference| (difference.relation.name(), plain(difference.relation.name())))
                .collect(),
            entries: entries(&overview),
            families: families(&overview),
            graph: graph(&overview),
            origins: origins(&overview),
            pairs,
            pairs_more,
            picture: picture(&overview),
            moments: moments(&overview),
            singles,
            omissions: omissions(&overview),
            entities,
            minor,
            accounts: accounts(&overview),
            set_aside: set_aside(&overview),
            remarks: story
                .diagnostics
                .iter()
                .chain(&comparison.diagnostics)
                .map(|remark| (remark.severity.name(), line(&remark.message)))
                .collect(),
            decisions: story.decisions.iter().map(told).collect(),
            options: vec![
                ("align threshold", story.settings.compare.align_threshold.to_string()),
                ("fewest words of a shared passage", story.settings.compare.reuse_min_words.to_string()),
                ("bytes of a file read at most", story.settings.max_bytes.to_string()),
            ],
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

/// The name of a relation as it is read: `not disclosed`.
pub(super) fn plain(name: &str) -> String {
    name.replace('-', " ")
}

fn tiles(overview: &Overview) -> Vec<Tile> {
    let tile = |number: usize, one: &str, many: &str, target, class| Tile {
        number,
        words: if number == 1 { one } else { many }.to_owned(),
        target,
        class,
    };
    let conflicts = overview.count(DifferenceRelation::Conflict);
    let unknown = overview.count(DifferenceRelation::NotDisclosed);
    vec![
        tile(overview.story.accounts.len(), "account", "accounts", "accounts", ""),
        tile(
            overview.story.comparison.origin_count,
            "independent origin",
            "independent origins",
            "origins",
            "",
        ),
        tile(overview.agreed.len(), "claim all agree on", "claims all agree on", "claims", "s"),
        tile(conflicts, "conflict", "conflicts", "differences", "x"),
        tile(unknown, "not disclosed by one", "not disclosed by some", "differences", "u"),
        tile(overview.single_count(), "claim by one alone", "claims by one alone", "single", ""),
    ]
}
