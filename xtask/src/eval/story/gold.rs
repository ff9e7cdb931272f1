//! The gold of a story, as its format describes it.

use serde::Deserialize;
use std::collections::BTreeMap;

/// Account to the words that are the evidence.
pub type Evidence = BTreeMap<String, String>;

/// What a careful reader says of a story.
#[derive(Deserialize)]
pub struct Gold {
    pub documents: BTreeMap<String, String>,
    pub claims: Vec<Claim>,
    pub differences: Vec<Difference>,
    pub not_conflicts: Vec<Trap>,
    pub entities: Vec<Entity>,
    pub quotations: Vec<Quotation>,
    pub quote_families: Vec<Family>,
    pub published: BTreeMap<String, Option<Published>>,
    pub events: Vec<Event>,
    pub origins: Vec<Origin>,
    #[serde(default)]
    pub boilerplate: BTreeMap<String, Vec<String>>,
    /// Of generated stories: what each account was written from.
    #[serde(default)]
    pub copying: BTreeMap<String, Copying>,
}

#[derive(Deserialize)]
pub struct Copying {
    pub source: Option<String>,
    pub extent: String,
}

#[derive(Deserialize)]
pub struct Claim {
    pub id: String,
    pub evidence: Evidence,
}

#[derive(Deserialize)]
pub struct Difference {
    pub id: String,
    pub kind: String,
    pub relation: String,
    pub sides: Vec<Side>,
}

#[derive(Deserialize)]
pub struct Side {
    pub evidence: Evidence,
}

#[derive(Deserialize)]
pub struct Trap {
    pub id: String,
    pub why: String,
    pub evidence: Evidence,
}

#[derive(Deserialize)]
pub struct Entity {
    pub name: String,
    pub forms: Vec<String>,
}

#[derive(Deserialize)]
pub struct Quotation {
    pub doc: String,
    pub text: String,
    pub speaker: Option<String>,
}

#[derive(Deserialize)]
pub struct Family {
    pub relation: String,
    pub versions: Evidence,
}

/// One date, or several of which each is right.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Published {
    One(String),
    Several(Vec<Option<String>>),
}

#[derive(Deserialize)]
pub struct Event {
    pub what: String,
    pub value: String,
    pub evidence: Evidence,
}

#[derive(Deserialize)]
pub struct Origin {
    pub docs: Vec<String>,
    pub relation: String,
}
