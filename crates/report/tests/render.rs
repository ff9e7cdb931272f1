//! The other formats: what they say, and that no text from outside ever acts in them.

#[allow(dead_code, reason = "each test file uses a part of it")]
mod fixture;

use corroborate_report::{Story, TextOptions, csv, markdown, text};
use fixture::{story, story_of};
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

fn plain(width: usize) -> TextOptions {
    TextOptions { width, colour: false }
}

#[test]
fn the_summary_names_accounts_agreement_differences_spellings_and_origins() {
    let summary = text(&story(), plain(100));
    for words in [
        "3 accounts, 2 independent origins",
        "1 The Evening Lamp, 2024-05-07T11:38",
        "All say (1)",
        "Mayor Ana Brandt shut the bridge on Monday.",
        "Conflicts: both cannot be true (1)",
        "[1 3] 25 cm: “25 centimetres”",
        "[2] 40 cm",
        "not known or not disclosed (1)",
        "[1 2] Ana Brandt",
        "[3] Ana Brant",
        "altered – Ana Brandt",
        "third draws on The Evening Lamp (80 % sure)",
        "A ferry runs instead.",
    ] {
        assert!(summary.contains(words), "{words} is not in\n{summary}");
    }
}

#[test]
fn the_summary_keeps_to_its_width() {
    for width in [40, 60, 100] {
        for line in text(&story(), plain(width)).lines() {
            assert!(line.width() <= width || !line.trim().contains(' '), "{width}: {line}");
        }
    }
}

#[test]
fn colour_is_there_when_asked_for_only() {
    assert!(!text(&story(), plain(80)).contains('\u{1b}'));
    assert!(text(&story(), TextOptions { width: 80, colour: true }).contains("\u{1b}["));
}

#[test]
fn markdown_has_the_matrix_and_the_differences() {
    let page = markdown(&story());
    assert!(page.contains("| The crack is 25 centimetres long. | ✓ | ✗ | ✓ | 1 |"), "{page}");
    assert!(page.contains("- **length of the crack** (figure)"), "{page}");
    assert!(page.contains("`figure.bounds`"), "{page}");
}

#[test]
fn tables_have_a_row_for_every_span() {
    let tables = csv(&story());
    let rows = |wanted: &str| -> Vec<Vec<String>> {
        let (_, table) = tables.iter().find(|(name, _)| *name == wanted).expect("a table");
        let mut reader = ::csv::Reader::from_reader(table.as_bytes());
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
    };
    assert_eq!(rows("claims").len(), 12, "four claims, three accounts, no cell with two spans");
    assert_eq!(rows("differences").len(), 8);
    assert_eq!(rows("quotations")[0][6..9], ["Ana Brandt", "She", "said"]);
    assert!(tables.joined().starts_with("claims\r\nclaim,summary,"));
}

#[test]
fn a_story_without_accounts_is_no_reason_to_fail() {
    let nothing = Story::default();
    assert!(text(&nothing, plain(80)).contains("0 accounts"));
    assert!(markdown(&nothing).contains("0 accounts"));
    assert!(csv(&nothing).joined().contains("claim,summary"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_acts_on_a_terminal(texts in proptest::collection::vec(any::<String>(), 1..4)) {
        let acts = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        prop_assert!(!text(&story_of(&texts), plain(80)).contains(acts));
        prop_assert!(!markdown(&story_of(&texts)).contains(acts));
    }

    #[test]
    fn no_cell_is_a_formula(texts in proptest::collection::vec("[=+@\t\r\n \"',;a0-]{0,8}", 1..4)) {
        for (_, table) in csv(&story_of(&texts)).iter() {
            let mut reader = ::csv::Reader::from_reader(table.as_bytes());
            for row in reader.records() {
                for cell in row.expect("a row").iter() {
                    prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
                }
            }
        }
    }
}
