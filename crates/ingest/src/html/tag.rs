//! The elements that the reading of a page turns on.

macro_rules! tags {
    ($($variant:ident $name:literal,)*) => {
        /// An element's kind.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Tag {
            $(#[doc = $name] $variant,)*
            /// Any other: of a component, of a newer standard, or mistyped.
            Other,
        }

        impl Tag {
            fn of_lower(name: &str) -> Self {
                match name {
                    $($name => Self::$variant,)*
                    _ => Self::Other,
                }
            }
        }
    };
}

tags! {
    A "a", Abbr "abbr", Address "address", Article "article", Aside "aside", Audio "audio", B "b", Base "base",
    Blockquote "blockquote", Body "body", Br "br", Button "button", Canvas "canvas", Caption "caption",
    Center "center", Cite "cite", Code "code", Col "col", Dd "dd", Del "del", Details "details", Dialog "dialog",
    Div "div", Dl "dl", Dt "dt", Em "em", Embed "embed", Fieldset "fieldset", Figcaption "figcaption",
    Figure "figure", Font "font", Footer "footer", Form "form", H1 "h1", H2 "h2", H3 "h3", H4 "h4", H5 "h5",
    H6 "h6", Head "head", Header "header", Hgroup "hgroup", Hr "hr", Html "html", I "i", Iframe "iframe", Img "img",
    Input "input", Ins "ins", Kbd "kbd", Label "label", Legend "legend", Li "li", Link "link", Main "main",
    Mark "mark", Math "math", Menu "menu", Meta "meta", Nav "nav", Noembed "noembed", Noframes "noframes",
    Noscript "noscript", Object "object", Ol "ol", Optgroup "optgroup", Option "option", P "p", Param "param",
    Picture "picture", Pre "pre", Q "q", S "s", Samp "samp", Script "script", Section "section", Select "select",
    Small "small", Source "source", Span "span", Strike "strike", Strong "strong", Style "style", Sub "sub",
    Summary "summary", Sup "sup", Svg "svg", Table "table", Tbody "tbody", Td "td", Template "template",
    Textarea "textarea", Tfoot "tfoot", Th "th", Thead "thead", Time "time", Title "title", Tr "tr", Track "track",
    Tt "tt", U "u", Ul "ul", Var "var", Video "video", Wbr "wbr", Xmp "xmp",
}

impl Tag {
    /// The kind that a name in any case stands for.
    pub(crate) fn of(name: &str) -> Self {
        if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
            Self::of_lower(&name.to_ascii_lowercase())
        } else {
            Self::of_lower(name)
        }
    }

    /// Whether it never has content.
    pub(crate) const fn is_void(self) -> bool {
        matches!(
            self,
            Self::Base
                | Self::Br
                | Self::Col
                | Self::Embed
                | Self::Hr
                | Self::Img
                | Self::Input
                | Self::Link
                | Self::Meta
                | Self::Param
                | Self::Source
                | Self::Track
                | Self::Wbr
        )
    }

    /// Whether what it holds is no markup.
    pub(crate) const fn is_raw(self) -> bool {
        matches!(
            self,
            Self::Script
                | Self::Style
                | Self::Xmp
                | Self::Iframe
                | Self::Noembed
                | Self::Noframes
                | Self::Textarea
        ) || matches!(self, Self::Title)
    }

    /// Whether nothing in it is shown as text of the page.
    pub(crate) const fn is_unseen(self) -> bool {
        matches!(
            self,
            Self::Script
                | Self::Style
                | Self::Template
                | Self::Svg
                | Self::Math
                | Self::Iframe
                | Self::Noembed
                | Self::Noframes
                | Self::Object
                | Self::Video
                | Self::Audio
                | Self::Canvas
                | Self::Textarea
                | Self::Select
                | Self::Option
                | Self::Title
                | Self::Head
        )
    }

    /// Whether it stands within a line. An unknown element does, as in browsers.
    pub(crate) const fn is_inline(self) -> bool {
        matches!(
            self,
            Self::A
                | Self::Abbr
                | Self::B
                | Self::Cite
                | Self::Code
                | Self::Del
                | Self::Em
                | Self::Font
                | Self::I
                | Self::Img
                | Self::Ins
                | Self::Kbd
                | Self::Label
                | Self::Mark
                | Self::Noscript
                | Self::Picture
                | Self::Q
                | Self::S
                | Self::Samp
                | Self::Script
                | Self::Small
                | Self::Span
                | Self::Strike
                | Self::Strong
                | Self::Style
                | Self::Sub
                | Self::Sup
                | Self::Svg
                | Self::Time
                | Self::Tt
                | Self::U
                | Self::Var
                | Self::Wbr
                | Self::Other
        )
    }

    /// Whether it marks up words within a line, so that its end tag ends nothing larger.
    pub(crate) const fn is_formatting(self) -> bool {
        self.is_inline()
            && !matches!(
                self,
                Self::Noscript | Self::Picture | Self::Script | Self::Style | Self::Svg | Self::Other
            )
    }

    /// The rank of a heading.
    pub(crate) const fn heading(self) -> Option<u8> {
        match self {
            Self::H1 => Some(1),
            Self::H2 => Some(2),
            Self::H3 => Some(3),
            Self::H4 => Some(4),
            Self::H5 => Some(5),
            Self::H6 => Some(6),
            _ => None,
        }
    }

    /// Whether its start ends an open paragraph.
    pub(crate) const fn ends_paragraph(self) -> bool {
        self.heading().is_some()
            || matches!(
                self,
                Self::Address
                    | Self::Article
                    | Self::Aside
                    | Self::Blockquote
                    | Self::Center
                    | Self::Dd
                    | Self::Details
                    | Self::Dialog
                    | Self::Div
                    | Self::Dl
                    | Self::Dt
                    | Self::Fieldset
                    | Self::Figcaption
                    | Self::Figure
                    | Self::Footer
                    | Self::Form
                    | Self::Header
                    | Self::Hgroup
                    | Self::Hr
                    | Self::Li
                    | Self::Main
                    | Self::Menu
                    | Self::Nav
                    | Self::Ol
                    | Self::P
                    | Self::Pre
                    | Self::Section
                    | Self::Summary
                    | Self::Table
                    | Self::Ul
                    | Self::Xmp
            )
    }

    /// Whether end tags of other elements do not reach past it.
    pub(crate) const fn is_scope(self) -> bool {
        matches!(
            self,
            Self::Table
                | Self::Td
                | Self::Th
                | Self::Caption
                | Self::Template
                | Self::Object
                | Self::Html
                | Self::Body
        )
    }

    /// Whether it is a part of a table.
    pub(crate) const fn is_table_part(self) -> bool {
        matches!(
            self,
            Self::Table
                | Self::Tbody
                | Self::Thead
                | Self::Tfoot
                | Self::Tr
                | Self::Td
                | Self::Th
                | Self::Caption
        )
    }
}
