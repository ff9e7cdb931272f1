//! What holds of every text, however odd.

use corroborate_article::{Article, Role};
use corroborate_parse::parse;
use proptest::prelude::*;

/// Lines as pages have them, and lines as nobody wrote them.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Z][a-z]{2,8}( [a-z]{1,9}){0,30}[.?!:]?",
        "([A-Z][a-z]{2,8} ){1,9}[A-Z][a-z]{2,8}",
        "[A-Z]{3,9}( [A-Z]{3,9}){0,3}",
        "(By|by) [A-Z][a-z]{2,6} [A-Z][a-z]{2,8}( \\| [0-9]{1,2} (March|May) 20[0-9]{2})?",
        "(Published|Updated)?:? ?[0-9]{1,2} (Jan|Feb|Aug)[a-z]{0,4} [0-9]{4},? ?([0-9]{1,2}[:.][0-9]{2})?( (pm|am|GMT|ET))?",
        "[0-9]{1,2}[:.][0-9]{2} (GMT|IST|ET)",
        "(•|\\*|-|[0-9]\\.) [A-Za-z ]{3,30}",
        "(Share|ADVERTISEMENT|Read more:|Related|Comments|LOADING\\.\\.\\.|© 2031 The Sun|Tags:|ENDS|\\*\\* ADDS \\*\\*)",
        "[a-z]{3,9}\\.[A-Z][a-z]{2,9} [a-z ]{0,40}\\.",
        "[\u{a0}\u{200b}\u{ad}\u{feff} \t]{0,4}",
        "\\PC{0,60}",
    ]
}

fn page() -> impl Strategy<Value = String> {
    (prop::collection::vec(line(), 0..40), prop::sample::select(vec!["\n", "\r\n", "\n\n", "\r"]))
        .prop_map(|(lines, end)| lines.join(end))
}

fn check(article: &Article) {
    let mut at = 0;
    for block in &article.blocks {
        assert_eq!(block.span.start(), at, "a gap or an overlap before {block:?}");
        assert!(!block.span.is_empty());
        assert!(block.span.get(&article.text).is_some() && block.content.get(&article.text).is_some());
        assert!(block.span.covers(block.content), "{block:?}");
        let visible = |c: char| !c.is_whitespace();
        if block.role != Role::Blank {
            assert!(
                article.words(block.content).starts_with(visible)
                    && article.words(block.content).ends_with(visible)
            );
        }
        at = block.span.end();
    }
    assert_eq!(at, article.text.len());
    let metadata = &article.metadata;
    for span in metadata.headline.iter().chain(&metadata.byline) {
        assert!(!article.words(*span).is_empty());
    }
    for moment in metadata.published.iter().chain(&metadata.modified) {
        assert!(!article.words(moment.evidence).is_empty());
    }
    if let Some(outlet) = &metadata.outlet {
        assert_eq!(outlet.evidence.map(|span| article.words(span)), Some(outlet.name.as_str()));
    }
}

fn roles(text: &str) -> Vec<Role> {
    parse(text.to_owned()).blocks.iter().map(|block| block.role).filter(|role| *role != Role::Blank).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn blocks_partition_a_page(text in page()) {
        check(&parse(text));
    }

    #[test]
    fn blocks_partition_any_text(text in any::<String>()) {
        check(&parse(text));
    }

    #[test]
    fn the_same_text_gives_the_same_article(text in page()) {
        prop_assert_eq!(parse(text.clone()), parse(text));
    }

    #[test]
    fn blank_lines_at_the_end_change_no_role(text in page(), blanks in "[\n \u{a0}]{0,6}") {
        let more = format!("{text}\n{blanks}");
        prop_assert_eq!(roles(&text), roles(&more));
    }

    #[test]
    fn a_byte_order_mark_changes_no_role(text in page()) {
        let marked = format!("\u{feff}{text}");
        prop_assert_eq!(roles(&text), roles(&marked));
    }

    #[test]
    fn line_ends_change_no_role(lines in prop::collection::vec(line(), 0..30)) {
        prop_assert_eq!(roles(&lines.join("\n")), roles(&lines.join("\r\n")));
    }
}

#[test]
fn odd_texts_are_read() {
    for text in
        ["", "\n", "\u{feff}", "\r\r\r", "\u{a0}\n\u{a0}", ".", "•", "By ", "©", "((", "|||", "\u{0}", "🕒"]
    {
        check(&parse(text.to_owned()));
    }
}

/// Each is of a kind that a rule looks at; a rule that is not linear shows as a test that does not end.
#[test]
fn long_odd_texts_are_read_in_linear_time() {
    let cases = [
        "A\n".repeat(60_000),
        "By Ann Writer\n".repeat(8_000),
        "1/1/2031 - 10:00\n".repeat(6_000),
        "World\n".repeat(30_000),
        "Some Title Of A Story Here\n\n".repeat(6_000),
        format!("{}\n", ".\"A said".repeat(1_000)).repeat(6),
        "word. Another word said so ".repeat(8_000),
        "a | b | c | d | e\n".repeat(6_000),
        "Comments\nRead more:\n".repeat(8_000),
        "Photo: A: B: C: D: E: F\n".repeat(5_000),
        "Who is it?\n".repeat(12_000),
        "* one two\n".repeat(12_000),
    ];
    for text in cases {
        check(&parse(text));
    }
}
