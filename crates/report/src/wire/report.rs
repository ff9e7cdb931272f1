//! The report as a whole.

use super::{
    Claim, Date, Decision, Difference, Entity, EntityIndex, Evidence, Origin, Quantity, Quotation,
    QuoteFamily, Reuse, Source, TimelineEntry,
};
use crate::Story;
use corroborate_compare::Place;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The name and number of the format.
pub(crate) const SCHEMA: &str = "corroborate-report/1";

/// The accounts of one event compared. Offsets are bytes into a source's text, half open, on character
/// boundaries. Keys may be added without a new number; a change that breaks a reader raises it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "Corroborate report", rename = "Report")]
pub(crate) struct Report {
    /// `corroborate-report/1`.
    pub schema: String,
    /// The program that wrote it.
    pub tool: Tool,
    /// Every option in force, so that the run can be repeated.
    pub options: Options,
    /// The accounts, in the order of their ids.
    pub sources: Vec<Source>,
    /// People, places, organisations.
    pub entities: Vec<Entity>,
    /// Dates and times.
    pub dates: Vec<Date<Evidence>>,
    /// Numbers and quantities.
    pub quantities: Vec<Quantity<Evidence>>,
    /// Quotations.
    pub quotations: Vec<Quotation>,
    /// Claims, the most widely and prominently made first.
    pub claims: Vec<Claim>,
    /// Differences, conflicts first.
    pub differences: Vec<Difference>,
    /// Versions of one utterance.
    pub quote_families: Vec<QuoteFamily>,
    /// Passages that two accounts share.
    pub reuse: Vec<Reuse>,
    /// Accounts that share an origin.
    pub origins: Vec<Origin>,
    /// How many independent origins stand behind all accounts.
    pub origin_count: usize,
    /// What happened when.
    pub timeline: Vec<TimelineEntry>,
    /// For each source, the claims that most others make and it leaves out.
    pub omissions: Vec<Omission>,
    /// What a person decided, in the order in which it was carried out.
    #[serde(default)]
    pub decisions: Vec<Decision>,
    /// What a reader should know about how the accounts were read and compared.
    pub diagnostics: Vec<Diagnostic>,
}

/// The program that wrote the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Tool {
    /// `corroborate`.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// The options in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Options {
    /// Lowest score at which two statements are taken for the same claim, in 0..=1.
    pub align_threshold: f64,
    /// Fewest words of a shared passage.
    pub reuse_min_words: usize,
    /// How many bytes of a file were read at most.
    pub max_bytes: u64,
}

/// What one account leaves out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Omission {
    /// The id of the source.
    pub source: String,
    /// The ids of the claims.
    pub claims: Vec<String>,
}

/// A remark on how an account was read, or on the comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Diagnostic {
    /// The id of the source; null where the remark is on the story as a whole.
    pub source: Option<String>,
    /// `note`, `warning` or `error`.
    pub severity: String,
    /// What, and what follows from it.
    pub message: String,
    /// First byte of the place it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// One past its last byte.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
}

impl Report {
    pub(crate) fn of(story: &Story) -> Self {
        let comparison = &story.comparison;
        let entities = EntityIndex::new(story);
        let accounts = || story.accounts.iter().enumerate();
        Self {
            schema: SCHEMA.to_owned(),
            tool: Tool { name: "corroborate".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
            options: Options {
                align_threshold: story.settings.compare.align_threshold,
                reuse_min_words: story.settings.compare.reuse_min_words,
                max_bytes: story.settings.max_bytes,
            },
            sources: story.accounts.iter().map(|account| Source::of(&account.article)).collect(),
            entities: Entity::all(story),
            dates: comparison
                .dates
                .iter()
                .enumerate()
                .flat_map(|(account, dates)| dates.iter().map(move |date| (account, date)))
                .map(|(account, date)| Date::of(Evidence::of(story, Place::new(account, date.span)), date))
                .collect(),
            quantities: accounts()
                .flat_map(|(index, account)| {
                    let text = &account.article.text;
                    account.annotations.quantities.iter().map(move |quantity| {
                        Quantity::of(Evidence::of(story, Place::new(index, quantity.span)), text, quantity)
                    })
                })
                .collect(),
            quotations: Quotation::all(story, &entities),
            claims: Claim::all(story),
            differences: Difference::all(story),
            quote_families: QuoteFamily::all(story),
            reuse: Reuse::all(story),
            origins: Origin::all(story),
            origin_count: comparison.origin_count,
            timeline: TimelineEntry::all(story),
            omissions: comparison
                .omissions
                .iter()
                .enumerate()
                .map(|(account, claims)| Omission {
                    source: story.id(account).to_owned(),
                    claims: claims.iter().copied().map(Claim::id).collect(),
                })
                .collect(),
            decisions: Decision::all(story),
            diagnostics: diagnostics(story),
        }
    }
}

fn diagnostics(story: &Story) -> Vec<Diagnostic> {
    let whole = story.diagnostics.iter().chain(&story.comparison.diagnostics).map(|remark| (None, remark));
    let parts = story.accounts.iter().flat_map(|account| {
        account.article.diagnostics.iter().map(|remark| (Some(account.article.id.clone()), remark))
    });
    let write = |(source, remark): (Option<String>, &corroborate_article::Diagnostic)| Diagnostic {
        source,
        severity: remark.severity.name().to_owned(),
        message: remark.message.clone(),
        start: remark.span.map(corroborate_text::Span::start),
        end: remark.span.map(corroborate_text::Span::end),
    };
    whole.chain(parts).map(write).collect()
}
