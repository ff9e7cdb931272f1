//! What the scoring reads of a report.

use serde::Deserialize;

#[derive(Deserialize)]
pub struct Report {
    pub sources: Vec<Source>,
    pub entities: Vec<Entity>,
    pub dates: Vec<Date>,
    pub quotations: Vec<Quotation>,
    pub claims: Vec<Claim>,
    pub differences: Vec<Difference>,
    pub quote_families: Vec<Family>,
    pub origins: Vec<Origin>,
}

#[derive(Deserialize)]
pub struct Source {
    pub id: String,
    pub path: String,
    pub text: Option<String>,
    pub published: Option<Published>,
    pub blocks: Vec<Block>,
}

#[derive(Deserialize)]
pub struct Published {
    pub value: String,
}

#[derive(Deserialize)]
pub struct Block {
    pub role: String,
    pub start: usize,
    pub end: usize,
}

#[derive(Deserialize)]
pub struct Span {
    pub source: String,
    pub start: usize,
    pub end: usize,
    pub text: String,
}

#[derive(Deserialize)]
pub struct Entity {
    pub id: String,
    pub name: String,
    pub mentions: Vec<Span>,
}

#[derive(Deserialize)]
pub struct Date {
    #[serde(flatten)]
    pub span: Span,
    pub value: String,
}

#[derive(Deserialize)]
pub struct Quotation {
    #[serde(flatten)]
    pub span: Span,
    pub kind: String,
    pub speaker: Option<Speaker>,
}

#[derive(Deserialize)]
pub struct Speaker {
    pub entity: Option<String>,
    pub evidence: Span,
}

#[derive(Deserialize)]
pub struct Claim {
    pub cells: Vec<Cell>,
}

#[derive(Deserialize)]
pub struct Cell {
    pub stance: String,
    pub evidence: Vec<Span>,
}

#[derive(Deserialize)]
pub struct Difference {
    pub kind: String,
    pub relation: String,
    pub sides: Vec<Side>,
}

#[derive(Deserialize)]
pub struct Side {
    pub evidence: Vec<Span>,
}

#[derive(Deserialize)]
pub struct Family {
    pub relation: String,
    pub versions: Vec<Span>,
}

#[derive(Deserialize)]
pub struct Origin {
    pub sources: Vec<String>,
    pub from: Option<String>,
    #[serde(default)]
    pub derivations: Vec<Derivation>,
}

#[derive(Deserialize)]
pub struct Derivation {
    pub source: String,
    pub extent: String,
}
