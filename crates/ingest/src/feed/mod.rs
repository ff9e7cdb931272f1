//! RSS, Atom, RDF and their kin, malformed as they come.
//!
//! Not an XML parser: an undefined prefix, a bare `&`, an unclosed element or markup that was not escaped is read for
//! what it was meant to be. Entities that the document declares are resolved once, not within each other, so that
//! they cannot grow without bound.

mod declared;
mod field;
mod fields;
mod open;
mod reader;

use crate::markup::{Dialect, Tokens};
use corroborate_article::Article;
use declared::declared;
use reader::Reader;

/// One article an entry, in the order of the feed.
pub(crate) fn read(source: &str) -> Vec<Article> {
    let mut reader = Reader::new(declared(source));
    let mut tokens = Tokens::new(source, Dialect::Xml);
    loop {
        let start = tokens.position();
        let Some(token) = tokens.next() else { break };
        reader.token(source, token, start, tokens.position());
    }
    reader.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(source: &str) -> Vec<String> {
        read(source).into_iter().map(|article| article.text).collect()
    }

    #[test]
    fn an_item_becomes_an_article() {
        let feed = "<rss><channel><title>The Post</title><item><title>Bridge &amp; road</title>\
            <link>https://post.example/1</link><pubDate>Wed, 01 May 2024 09:40:05 GMT</pubDate>\
            <dc:creator>Ada Moe</dc:creator>\
            <description>&lt;p&gt;The bridge is closed.&lt;/p&gt;&lt;p&gt;The road is open.&lt;/p&gt;</description>\
            </item></channel></rss>";
        let articles = read(feed);
        let article = &articles[0];
        assert!(article.text.starts_with("Bridge & road\n\nThe bridge is closed.\n\nThe road is open.\n"));
        assert_eq!(article.words(article.metadata.byline[0]), "Ada Moe");
        assert_eq!(article.metadata.published.as_ref().unwrap().iso(), "2024-05-01T09:40:05");
        assert_eq!(article.metadata.outlet.as_ref().unwrap().name, "The Post");
        assert_eq!(article.metadata.url.as_deref(), Some("https://post.example/1"));
    }

    #[test]
    fn atom_with_markup_in_place() {
        let feed = "<feed><entry><title>One</title><author><name>Ada Moe</name><uri>x</uri></author>\
            <content type='xhtml'><div><p>First.</p><p>Second.</p></div></content></entry></feed>";
        let articles = read(feed);
        assert!(articles[0].text.starts_with("One\n\nFirst.\n\nSecond.\n"), "{}", articles[0].text);
        assert_eq!(articles[0].words(articles[0].metadata.byline[0]), "Ada Moe");
    }

    #[test]
    fn broken_feeds_are_read() {
        assert_eq!(texts("<rss><item><title>Fish & chips<item><title>Two</title>").len(), 2);
        assert_eq!(texts("<x:feed><x:entry><x:title>One</x:title></x:entry>"), ["One\n"]);
        assert_eq!(
            texts(
                "<!DOCTYPE rss [<!ENTITY co 'Moe &amp; Sons'>]><rss><item><title>&co; closes</title></item></rss>"
            ),
            ["Moe & Sons closes\n"]
        );
        assert_eq!(texts("<rss><item></item></rss>"), [""]);
    }

    proptest! {
        #[test]
        fn anything_is_read(source in "(<(/)?(item|title|description|b)>|&[a-z]{1,3};?|<!\\[CDATA\\[|\\]\\]>|[a-zé ]{1,4}){0,30}") {
            for article in read(&source) {
                let mut end = 0;
                for block in &article.blocks {
                    prop_assert_eq!(block.span.start(), end);
                    end = block.span.end();
                }
                prop_assert_eq!(end, article.text.len());
            }
        }
    }
}
