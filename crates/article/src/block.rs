//! A part of the page and the role it plays.

use corroborate_text::Span;

/// A stretch of the text with one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is on the page.
    pub role: Role,
    /// Where it stands, line ends included: the blocks of an article partition its text.
    pub span: Span,
    /// What a reader would take for its words: without line ends, an outlet's prefix or a bullet.
    pub content: Span,
}

macro_rules! roles {
    ($($(#[$doc:meta])* $variant:ident => $name:literal,)*) => {
        /// What a block is on the page.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role {
            $($(#[$doc])* $variant,)*
        }

        impl Role {
            /// Every role, in the order of their declaration.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name used in reports.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

roles! {
    /// The outlet's name as the page's head shows it.
    Masthead => "masthead",
    /// The outlet's motto.
    Tagline => "tagline",
    /// The section the article stands in, breadcrumbs among them.
    Category => "category",
    /// The article's title.
    Headline => "headline",
    /// A second, different title.
    AlternateHeadline => "alternate-headline",
    /// The title once more.
    RepeatedHeadline => "repeated-headline",
    /// The summary under the title.
    Standfirst => "standfirst",
    /// Who wrote it.
    Byline => "byline",
    /// The place (and date) that opens a lead, where it stands on a line of its own.
    Dateline => "dateline",
    /// When it was published or updated.
    Published => "published",
    /// A date that belongs to the page (a calendar, a clock), not to the article.
    PageDate => "page-date",
    /// A short label over a heading.
    Kicker => "kicker",
    /// A heading within the article.
    Heading => "heading",
    /// A paragraph of running text.
    Paragraph => "paragraph",
    /// Words of the article shown large once more.
    PullQuote => "pull-quote",
    /// A quoted passage set apart.
    Quotation => "quotation",
    /// An item of a list that is part of the article.
    ListItem => "list-item",
    /// A row of a table that is part of the article.
    TableRow => "table-row",
    /// The words under a picture.
    Caption => "caption",
    /// A label that the page's template puts into every article.
    TemplateLabel => "template-label",
    /// Buttons, weather, loading notes, share counts, advertisements.
    Widget => "widget",
    /// Links to other articles.
    Related => "related",
    /// An invitation to comment, and comments.
    CommentPrompt => "comment-prompt",
    /// Cookie, subscription and copyright notices.
    Notice => "notice",
    /// An agency's routing lines: slug, priority, advisory to editors, end mark.
    Wire => "wire",
    /// An agency or a reporter credited at the end.
    Credit => "credit",
    /// A notice of correction.
    Correction => "correction",
    /// The time stamp of an entry of a live blog.
    LiveStamp => "live-stamp",
    /// What the page's markup says of the article and its visible text does not.
    Metadata => "metadata",
    /// White space between the others.
    Blank => "blank",
}

impl Role {
    /// Whether it is part of the article's running text.
    pub const fn is_body(self) -> bool {
        matches!(self, Self::Paragraph | Self::ListItem | Self::Quotation | Self::TableRow)
    }

    /// Whether the article's author wrote it as part of the article: body, titles, headings, captions.
    pub const fn is_editorial(self) -> bool {
        self.is_body()
            || matches!(
                self,
                Self::Headline
                    | Self::AlternateHeadline
                    | Self::Standfirst
                    | Self::Heading
                    | Self::PullQuote
                    | Self::Caption
            )
    }

    /// The role of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.name() == name)
    }
}
