//! Entities, quotations and attributed statements of one article.

mod annotations;
mod groups;
mod mention;
mod quotation;
mod statement;
mod syntax;
mod tokens;

pub use annotations::{Annotations, Sentence, annotate, annotate_text};
pub use mention::{
    CountryForm, EntityKind, Mention, NameParts, country, is_organisation_kind, is_place_kind, is_site_kind,
    mentions, opens_club, opens_place,
};
#[doc(hidden)]
pub use mention::{inputs, training};
pub use quotation::{Gender, Quotation, QuotationKind, Speaker, gender, quotations};
pub use statement::{Polarity, Statement, Strength, statements};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
