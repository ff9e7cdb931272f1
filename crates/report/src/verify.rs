//! A report held against its sources: every span's words, every hash, every block. Whether the rules still give
//! its findings is checked by [`hold`](crate::hold).

use crate::wire::{self, Report};
use corroborate_article::Article;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What a report says about its sources, so that they can be read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The sources' paths, as given when the report was made.
    pub paths: Vec<String>,
    /// How many bytes of a file were read at most.
    pub max_bytes: Option<u64>,
}

/// Why a report could not be checked at all.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// The file is not JSON.
    #[error("not JSON: {0}")]
    NotJson(serde_json::Error),
    /// It is JSON, but not a report.
    #[error("not a report: its `schema` is {found}, and this program reads `{}`", wire::SCHEMA)]
    NotReport {
        /// What `schema` is.
        found: String,
    },
    /// A source that the caller named cannot be read.
    #[error("{0}")]
    Unreadable(String),
}

/// One thing in a report that does not hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Failure {
    /// Where in the report: `claims[3].cells[0].evidence[1]`.
    pub place: String,
    /// What does not hold.
    pub message: String,
}

/// The result of a check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    /// How many sources the report has.
    pub sources: usize,
    /// How many spans with words were checked.
    pub spans: usize,
    /// What does not hold, in the order of the report.
    pub failures: Vec<Failure>,
}

/// Where a report's sources are to be found.
///
/// # Errors
/// When the text is not a report.
pub fn report_sources(report: &str) -> Result<Wanted, VerifyError> {
    let value = open(report)?;
    let sources = value.get("sources").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let paths = sources.iter().filter_map(|source| Some(source.get("path")?.as_str()?.to_owned()));
    Ok(Wanted {
        paths: paths.collect(),
        max_bytes: value.pointer("/options/max_bytes").and_then(Value::as_u64),
    })
}

/// Checks a report against its sources as read again, in any order and with others among them.
///
/// # Errors
/// When the text is not a report.
pub fn verify(report: &str, articles: &[Article]) -> Result<Verification, VerifyError> {
    let value = open(report)?;
    let mut check = Check::default();
    match serde_json::from_value::<Report>(value.clone()) {
        Ok(report) => {
            check.sources(&report, articles);
            check.references(&report);
        }
        Err(error) => check.fail("", format!("does not follow the schema: {error}")),
    }
    check.walk("", &value);
    let sources = value.get("sources").and_then(Value::as_array).map_or(0, Vec::len);
    Ok(Verification { sources, spans: check.spans, failures: check.failures })
}

pub(crate) fn open(report: &str) -> Result<Value, VerifyError> {
    let value: Value = serde_json::from_str(report).map_err(VerifyError::NotJson)?;
    match value.get("schema") {
        Some(Value::String(schema)) if schema == wire::SCHEMA => Ok(value),
        Some(other) => Err(VerifyError::NotReport { found: other.to_string() }),
        None => Err(VerifyError::NotReport { found: "missing".to_owned() }),
    }
}

#[derive(Default)]
struct Check {
    /// The text of each source, as read again.
    texts: BTreeMap<String, String>,
    /// Sources that could not be read again: their spans are not checked one by one.
    missing: BTreeSet<String>,
    spans: usize,
    failures: Vec<Failure>,
}

impl Check {
    fn fail(&mut self, place: &str, message: impl Into<String>) {
        self.failures.push(Failure { place: place.to_owned(), message: message.into() });
    }

    fn sources(&mut self, report: &Report, articles: &[Article]) {
        let mut ids = BTreeSet::new();
        for (index, source) in report.sources.iter().enumerate() {
            let place = format!("sources[{index}]");
            if !ids.insert(&source.id) {
                self.fail(&place, format!("another source has the id {:?} too", source.id));
            }
            match find(source, articles) {
                Some(article) => self.source(&place, source, article),
                None => {
                    self.missing.insert(source.id.clone());
                    let why = if source.path == "-" { "it came from standard input" } else { "no such file" };
                    self.fail(
                        &place,
                        format!("{} could not be read again: {why}; name it as PATH", source.path),
                    );
                }
            }
        }
    }

    fn source(&mut self, place: &str, source: &wire::Source, article: &Article) {
        if source.sha256 != article.source.sha256 {
            let read = &article.source.sha256;
            self.fail(
                &format!("{place}.sha256"),
                format!("{} has changed: its SHA-256 is {read}", source.path),
            );
        }
        if source.text.as_ref().is_some_and(|text| *text != article.text) {
            self.fail(&format!("{place}.text"), format!("this is not the text of {}", source.path));
        }
        if source.text.is_none() && !article.source.text_is_file {
            self.fail(place, format!("the text is missing, and {} is not plain UTF-8 text", source.path));
        }
        let mut at = 0;
        for (index, block) in source.blocks.iter().enumerate() {
            let place = format!("{place}.blocks[{index}]");
            if block.start != at {
                self.fail(
                    &place,
                    format!("starts at {}, where the blocks before it end at {at}", block.start),
                );
            }
            if article.text.get(block.start..block.end).is_none() {
                self.fail(&place, "does not lie within the text or splits a character");
            }
            if corroborate_article::Role::from_name(&block.role).is_none() {
                self.fail(&place, format!("there is no role {:?}", block.role));
            }
            at = block.end;
        }
        if at != article.text.len() {
            let end = article.text.len();
            self.fail(&format!("{place}.blocks"), format!("end at {at}, and the text at {end}"));
        }
        self.texts.insert(source.id.clone(), article.text.clone());
    }

    /// Every id that a finding names is that of something in the report.
    fn references(&mut self, report: &Report) {
        let sources: BTreeSet<&str> = report.sources.iter().map(|source| source.id.as_str()).collect();
        let entities: BTreeSet<&str> = report.entities.iter().map(|entity| entity.id.as_str()).collect();
        let claims: BTreeSet<&str> = report.claims.iter().map(|claim| claim.id.as_str()).collect();
        let quotations: BTreeSet<&str> =
            report.quotations.iter().map(|quotation| quotation.id.as_str()).collect();
        let mut named: Vec<(String, &str, &BTreeSet<&str>)> = Vec::new();
        for (index, quotation) in report.quotations.iter().enumerate() {
            let entity = quotation.speaker.iter().filter_map(|speaker| speaker.entity.as_deref());
            named.extend(entity.map(|id| (format!("quotations[{index}].speaker.entity"), id, &entities)));
            let within = quotation.within.iter().map(String::as_str);
            named.extend(within.map(|id| (format!("quotations[{index}].within"), id, &quotations)));
        }
        for (index, family) in report.quote_families.iter().enumerate() {
            let entity = family.entity.iter().map(String::as_str);
            named.extend(entity.map(|id| (format!("quote_families[{index}].entity"), id, &entities)));
        }
        for (index, difference) in report.differences.iter().enumerate() {
            let claim = difference.claim.iter().map(String::as_str);
            named.extend(claim.map(|id| (format!("differences[{index}].claim"), id, &claims)));
        }
        for (index, entry) in report.timeline.iter().enumerate() {
            let ids = entry.claims.iter().map(String::as_str);
            named.extend(ids.map(|id| (format!("timeline[{index}].claims"), id, &claims)));
        }
        for (index, omission) in report.omissions.iter().enumerate() {
            named.push((format!("omissions[{index}].source"), &omission.source, &sources));
            let ids = omission.claims.iter().map(String::as_str);
            named.extend(ids.map(|id| (format!("omissions[{index}].claims"), id, &claims)));
        }
        for (index, origin) in report.origins.iter().enumerate() {
            let ids = origin.sources.iter().chain(&origin.from).map(String::as_str);
            named.extend(ids.map(|id| (format!("origins[{index}].sources"), id, &sources)));
        }
        for (index, remark) in report.diagnostics.iter().enumerate() {
            let id = remark.source.iter().map(String::as_str);
            named.extend(id.map(|id| (format!("diagnostics[{index}].source"), id, &sources)));
        }
        let lost: Vec<_> = named.into_iter().filter(|(_, id, known)| !known.contains(id)).collect();
        for (place, id, _) in lost {
            self.fail(&place, format!("the report has no {id:?}"));
        }
        for (index, claim) in report.claims.iter().enumerate() {
            let cells: Vec<&str> = claim.cells.iter().map(|cell| cell.source.as_str()).collect();
            let all: Vec<&str> = report.sources.iter().map(|source| source.id.as_str()).collect();
            if cells != all {
                self.fail(
                    &format!("claims[{index}].cells"),
                    "is not one cell for every source, in their order",
                );
            }
        }
    }

    /// Finds every span, wherever it stands in the report.
    fn walk(&mut self, place: &str, value: &Value) {
        match value {
            Value::Object(fields) => {
                if let Some(source) = fields.get("source").and_then(Value::as_str) {
                    let offset =
                        |key| fields.get(key).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
                    match (offset("start"), offset("end"), fields.get("text").and_then(Value::as_str)) {
                        (Some(start), Some(end), text) => self.span(place, source, start, end, text),
                        (None, None, None) => {}
                        _ => self.fail(place, "is not a span: `start`, `end` and `text` belong together"),
                    }
                }
                for (key, value) in fields {
                    let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
                    self.walk(&place, value);
                }
            }
            Value::Array(items) => {
                for (index, value) in items.iter().enumerate() {
                    self.walk(&format!("{place}[{index}]"), value);
                }
            }
            _ => {}
        }
    }

    fn span(&mut self, place: &str, source: &str, start: usize, end: usize, text: Option<&str>) {
        self.spans += 1;
        let Some(whole) = self.texts.get(source) else {
            if !self.missing.contains(source) {
                self.fail(place, format!("the report has no source {source:?}"));
            }
            return;
        };
        let failure = match (whole.get(start..end), text) {
            (None, _) => format!("{start}..{end} does not lie within {source} or splits a character"),
            (Some(stands), Some(text)) if stands != text => {
                format!("at {start}..{end} of {source} stands {stands:?}, and not {text:?}")
            }
            _ => return,
        };
        self.fail(place, failure);
    }
}

/// The article that a source of the report is: by its bytes, or by its path, or by the name of its file.
pub(crate) fn find<'a>(source: &wire::Source, articles: &'a [Article]) -> Option<&'a Article> {
    let same_path = |article: &&Article| article.source.path == source.path;
    let same_bytes = |article: &&Article| article.source.sha256 == source.sha256;
    let same_name = |article: &&Article| name(&article.source.path) == name(&source.path);
    let find = |test: &dyn Fn(&&Article) -> bool| articles.iter().find(test);
    find(&|article| same_path(article) && same_bytes(article))
        .or_else(|| find(&|article| same_bytes(article) && same_name(article)))
        .or_else(|| find(&same_bytes))
        .or_else(|| find(&same_path))
        .or_else(|| find(&same_name))
}

fn name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
