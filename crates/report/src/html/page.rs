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
use crate::overview::{Overview, counted, subject, told};
use crate::visible::line;
use askama::Template;
use corroborate_compare::DifferenceRelation;
use std::collections::BTreeSet;

/// How many findings of a sort the first screen shows.
const FIRST: usize = 5;

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
    conflicts: Vec<(usize, String)>,
    lone: Vec<(usize, usize, String, String)>,
    agreed_more: usize,
    conflicts_more: usize,
    alone: bool,
    rows: Vec<Row>,
    entries: Vec<Entry>,
    kinds: BTreeSet<&'static str>,
    relations: BTreeSet<&'static str>,
    families: Vec<Family>,
    graph: Option<Html>,
    origins: Vec<OriginView>,
    pairs: Vec<Pair>,
    picture: Option<Html>,
    moments: Vec<Moment>,
    singles: Vec<Single>,
    omissions: Vec<Omission>,
    entities: Vec<EntityView>,
    accounts: Vec<AccountView>,
    set_aside: Vec<&'static str>,
    remarks: Vec<(&'static str, String)>,
    decisions: Vec<String>,
    options: Vec<(&'static str, String)>,
    version: &'static str,
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
        let conflicts: Vec<(usize, String)> = overview
            .related(DifferenceRelation::Conflict)
            .map(|(index, difference)| {
                let values: Vec<String> = difference.sides.iter().map(|side| line(&side.value)).collect();
                (index + 1, format!("{}: {}", subject(difference), values.join(" / ")))
            })
            .collect();
        let agreed: Vec<(usize, String)> =
            overview.agreed.iter().map(|&claim| (claim + 1, overview.summary(claim))).collect();
        let singles = singles(&overview);
        Self {
            policy: policy(),
            style: Html(STYLE.to_owned()),
            script: Html(SCRIPT.to_owned()),
            title: overview.title().unwrap_or_else(|| "Accounts compared".to_owned()),
            counts: overview.counts(),
            tiles: tiles(&overview),
            lone: singles
                .iter()
                .map(|single| {
                    (single.index, single.number, single.label.clone(), counted(single.claims.len(), "claim"))
                })
                .collect(),
            agreed_more: agreed.len().saturating_sub(FIRST),
            conflicts_more: conflicts.len().saturating_sub(FIRST),
            agreed: agreed.into_iter().take(FIRST).collect(),
            conflicts: conflicts.into_iter().take(FIRST).collect(),
            alone: story.accounts.len() == 1,
            rows: rows(&overview),
            kinds: differences.iter().map(|difference| difference.kind.name()).collect(),
            relations: differences.iter().map(|difference| difference.relation.name()).collect(),
            entries: entries(&overview),
            families: families(&overview),
            graph: graph(&overview),
            origins: origins(&overview),
            pairs: pairs(&overview),
            picture: picture(&overview),
            moments: moments(&overview),
            singles,
            omissions: omissions(&overview),
            entities: entities(&overview),
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
        tile(overview.agreed.len(), "claim in all accounts", "claims in all accounts", "claims", "s"),
        tile(conflicts, "conflict", "conflicts", "differences", "x"),
        tile(unknown, "not disclosed by one", "not disclosed by some", "differences", "u"),
        tile(overview.single_count(), "claim by one alone", "claims by one alone", "single", ""),
    ]
}
