//! A tag soup to its tokens.

use memchr::{memchr, memchr3, memmem};

/// Whose rules of markup hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// Pages: `<` opens a tag before a letter only, `<![CDATA[` is a comment.
    Html,
    /// Feeds: names may hold any letter, `<![CDATA[` … `]]>` is text.
    Xml,
}

/// A piece of markup; every byte of the source belongs to exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// `<name attributes>`.
    Start {
        /// As written.
        name: &'a str,
        /// What stands between the name and the `>`, for [`attribute`](super::attribute).
        attributes: &'a str,
        /// Whether it ends in `/>`.
        empty: bool,
    },
    /// `</name>`.
    End(&'a str),
    /// Text in which references stand.
    Text(&'a str),
    /// Text that is meant as written.
    Literal(&'a str),
    /// A comment, a declaration or a processing instruction.
    Aside(&'a str),
}

/// Reads tokens one after the other, in time linear in the source whatever is left unclosed.
#[derive(Clone, Debug)]
pub(crate) struct Tokens<'a> {
    source: &'a str,
    at: usize,
    dialect: Dialect,
    /// Whether a `"` or a `'` may still be ahead; a search that found none need not be made again.
    double: bool,
    single: bool,
}

impl<'a> Tokens<'a> {
    pub(crate) fn new(source: &'a str, dialect: Dialect) -> Self {
        Self { source, at: 0, dialect, double: true, single: true }
    }

    /// How far it has read, in bytes.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    /// Everything up to `</name`, or `None` where that is missing; the end tag itself comes as the next token.
    pub(crate) fn until_end_of(&mut self, name: &str) -> Option<&'a str> {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let mut from = 0;
        while let Some(at) = bytes.get(from..).and_then(|tail| memmem::find(tail, b"</")) {
            let start = from + at;
            let after = bytes.get(start + 2..).unwrap_or_default();
            let same = after.get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name.as_bytes()));
            let ends = after.get(name.len()).is_none_or(|byte| !byte.is_ascii_alphanumeric());
            if same && ends {
                self.at += start;
                return rest.get(..start);
            }
            from = start + 2;
        }
        None
    }

    /// All that is left.
    pub(crate) fn rest(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or_default()
    }

    fn take(&mut self, length: usize) -> &'a str {
        let taken = self.source.get(self.at..self.at + length).unwrap_or_else(|| self.rest());
        self.at += taken.len();
        taken
    }

    fn opens_name(&self, byte: u8) -> bool {
        byte.is_ascii_alphabetic()
            || (self.dialect == Dialect::Xml && (byte == b'_' || byte == b':' || byte >= 0x80))
    }

    /// The length of the text up to the next `<` that opens markup.
    fn text_length(&self, bytes: &[u8]) -> usize {
        let mut from = 0;
        while let Some(at) = bytes.get(from..).and_then(|tail| memchr(b'<', tail)) {
            let start = from + at;
            match bytes.get(start + 1) {
                Some(b'!' | b'?' | b'/') => return start,
                Some(&byte) if self.opens_name(byte) => return start,
                _ => from = start + 1,
            }
        }
        bytes.len()
    }

    fn aside(&mut self) -> Token<'a> {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let closed = |open: usize, close: &str| {
            let found = bytes.get(open..).and_then(|tail| memmem::find(tail, close.as_bytes()));
            found.map_or(bytes.len(), |at| open + at + close.len())
        };
        if bytes.starts_with(b"<!--") {
            // `<!-->` is a whole comment.
            let length = if bytes.starts_with(b"<!-->") { 5 } else { closed(4, "-->") };
            return Token::Aside(self.take(length));
        }
        if self.dialect == Dialect::Xml && bytes.starts_with(b"<![CDATA[") {
            let whole = self.take(closed(9, "]]>"));
            let inner = whole.get(9..).unwrap_or_default();
            return Token::Literal(inner.strip_suffix("]]>").unwrap_or(inner));
        }
        if self.dialect == Dialect::Xml
            && bytes.get(..9).is_some_and(|start| start.eq_ignore_ascii_case(b"<!doctype"))
        {
            let open = memchr(b'[', bytes);
            let end = closed(9, ">");
            let length = match open {
                Some(open) if open < end => match memchr(b']', bytes.get(open..).unwrap_or_default()) {
                    Some(at) => closed(open + at, ">"),
                    None => end,
                },
                _ => end,
            };
            return Token::Aside(self.take(length));
        }
        let length = closed(1, ">");
        Token::Aside(self.take(length))
    }

    fn tag(&mut self, closing: bool) -> Token<'a> {
        let open = if closing { 2 } else { 1 };
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/' | b'<');
        let name_end = bytes.iter().skip(open).position(is_end).map_or(bytes.len(), |length| open + length);
        let name = rest.get(open..name_end).unwrap_or_default();
        let close = self.tag_end(bytes, name_end);
        let whole = self.take((close + 1).min(bytes.len()));
        if closing {
            return Token::End(name);
        }
        let inner = whole.get(name_end..close.min(whole.len())).unwrap_or_default();
        let trimmed = inner.trim_end();
        let empty = trimmed.ends_with('/');
        Token::Start { name, attributes: inner, empty }
    }

    /// Where the `>` of a tag stands: one within a quoted value does not count, and a `<` in a feed ends a tag
    /// whose `>` was forgotten.
    fn tag_end(&mut self, bytes: &[u8], from: usize) -> usize {
        let mut at = from;
        loop {
            let Some(found) = bytes.get(at..).and_then(|tail| memchr3(b'>', b'"', b'\'', tail)) else {
                return bytes.len();
            };
            let place = at + found;
            let quote = match bytes.get(place) {
                Some(b'>') | None => return place,
                Some(&quote) => quote,
            };
            at = place + 1;
            let before = bytes.get(from..place).unwrap_or_default().trim_ascii_end();
            let hope = if quote == b'"' { &mut self.double } else { &mut self.single };
            if before.ends_with(b"=") && *hope {
                match memchr(quote, bytes.get(at..).unwrap_or_default()) {
                    Some(length) => at += length + 1,
                    None => *hope = false,
                }
            }
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let bytes = self.rest().as_bytes();
        if bytes.is_empty() {
            return None;
        }
        let length = self.text_length(bytes);
        if length > 0 {
            return Some(Token::Text(self.take(length)));
        }
        Some(match (bytes.get(1), bytes.get(2)) {
            (Some(b'/'), Some(&byte)) if self.opens_name(byte) => self.tag(true),
            (Some(b'!' | b'?' | b'/'), _) => self.aside(),
            _ => self.tag(false),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tokens(source: &str) -> Vec<Token<'_>> {
        Tokens::new(source, Dialect::Html).collect()
    }

    #[test]
    fn tags_text_and_comments() {
        assert_eq!(
            tokens("a<b c='>'>1 < 2<!-- <i> --></b>"),
            [
                Token::Text("a"),
                Token::Start { name: "b", attributes: " c='>'", empty: false },
                Token::Text("1 < 2"),
                Token::Aside("<!-- <i> -->"),
                Token::End("b"),
            ]
        );
    }

    #[test]
    fn an_unclosed_quote_does_not_swallow_the_page() {
        let found = tokens("<a title=\"oops>text</a>");
        assert_eq!(found[1], Token::Text("text"));
    }

    #[test]
    fn cdata_is_text_in_feeds_only() {
        let mut feed = Tokens::new("<![CDATA[<b>]]>", Dialect::Xml);
        assert_eq!(feed.next(), Some(Token::Literal("<b>")));
        assert_eq!(tokens("<![CDATA[<b>]]>")[0], Token::Aside("<![CDATA[<b>"));
    }

    #[test]
    fn raw_text_runs_to_its_own_end_tag() {
        let mut tokens = Tokens::new("var a = '</b>';</SCRIPT>x", Dialect::Html);
        assert_eq!(tokens.until_end_of("script"), Some("var a = '</b>';"));
        assert_eq!(tokens.next(), Some(Token::End("SCRIPT")));
    }

    proptest! {
        #[test]
        fn any_source_is_read_to_its_end(source in "[<>/!?a-b='\" \\[\\]Cé-]{0,60}") {
            for dialect in [Dialect::Html, Dialect::Xml] {
                let mut tokens = Tokens::new(&source, dialect);
                let mut last = 0;
                while tokens.next().is_some() {
                    prop_assert!(tokens.position() > last);
                    last = tokens.position();
                }
                prop_assert_eq!(last, source.len());
            }
        }
    }
}
