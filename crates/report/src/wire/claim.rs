//! Claims, and how each account stands to them.

use super::Evidence;
use crate::Story;
use corroborate_compare::Place;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Something that one account or several state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Claim {
    /// Names the claim within this report: `c1`.
    pub id: String,
    /// The claim in the words of the account that puts it most plainly.
    pub summary: String,
    /// One cell for every source, in their order.
    pub cells: Vec<Cell>,
    /// How many accounts say it.
    pub outlets: usize,
    /// How many independent origins stand behind those that say it.
    pub origins: usize,
    /// How prominent it is where it is said, in 0..=1.
    pub prominence: f64,
}

/// One account's part in a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Cell {
    /// The id of the source.
    pub source: String,
    /// `says`, `unknown`, `contradicts` or `silent`.
    pub stance: String,
    /// Its words; none where it is silent.
    pub evidence: Vec<Evidence>,
}

impl Claim {
    pub(crate) fn all(story: &Story) -> Vec<Self> {
        story
            .comparison
            .claims
            .iter()
            .enumerate()
            .map(|(index, claim)| Self::of(story, index, claim))
            .collect()
    }

    /// The id of the claim at an index.
    pub(crate) fn id(index: usize) -> String {
        format!("c{}", index + 1)
    }

    fn of(story: &Story, index: usize, claim: &corroborate_compare::Claim) -> Self {
        let cells = claim.cells.iter().map(|cell| Cell {
            source: story.id(cell.account).to_owned(),
            stance: cell.stance.name().to_owned(),
            evidence: cell
                .evidence
                .iter()
                .map(|&span| Evidence::of(story, Place::new(cell.account, span)))
                .collect(),
        });
        Self {
            id: Self::id(index),
            summary: claim.summary.clone(),
            cells: cells.collect(),
            outlets: claim.outlets,
            origins: claim.origins,
            prominence: claim.prominence,
        }
    }
}
