//! One account with what was found in it.

use corroborate_article::Article;
use corroborate_extract::Annotations;
use corroborate_text::Span;

/// An article and its annotations.
#[derive(Clone, Debug, Default)]
pub struct Account {
    /// What was read.
    pub article: Article,
    /// What was found in it.
    pub annotations: Annotations,
}

impl Account {
    /// Annotates an article.
    pub fn new(article: Article) -> Self {
        let annotations = corroborate_extract::annotate(&article);
        Self { article, annotations }
    }
}

/// A place in one of the accounts of a story: the evidence of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Index of the account in the story.
    pub account: usize,
    /// Where in its text.
    pub span: Span,
}

impl Place {
    /// A place.
    pub const fn new(account: usize, span: Span) -> Self {
        Self { account, span }
    }

    /// The words there, empty if the story has no such account.
    pub fn words(self, accounts: &[Account]) -> &str {
        accounts.get(self.account).map_or("", |account| self.span.of(&account.article.text))
    }
}
