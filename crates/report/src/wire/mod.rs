//! The wire format `corroborate-report/1`: plain types that serde writes and schemars describes.

mod claim;
mod date;
mod decision;
mod difference;
mod entity;
mod evidence;
mod family;
mod number;
mod origin;
mod quantity;
mod quotation;
mod report;
mod source;
mod timeline;

pub(crate) use claim::Claim;
pub(crate) use date::{Date, iso_value};
pub(crate) use decision::Decision;
pub(crate) use difference::Difference;
pub(crate) use entity::{Entity, EntityIndex};
pub(crate) use evidence::{Evidence, Place};
pub(crate) use family::QuoteFamily;
pub(crate) use origin::{Origin, Reuse};
pub(crate) use quantity::Quantity;
pub(crate) use quotation::Quotation;
pub(crate) use report::{Report, SCHEMA};
pub(crate) use source::{Source, body};
pub(crate) use timeline::TimelineEntry;
