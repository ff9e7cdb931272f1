//! What is no date.

use super::read;

#[test]
fn what_is_no_date_is_left_alone() {
    for text in [
        "It may or may not rain there.",
        "They march on the capital.",
        "The second man fled.",
        "Version 10.1.2 of the program is out.",
        "They won 3-1 at home.",
        "Call 555-2010-2015 for help.",
        "A Boeing 747 landed.",
        "The shop is open 24/7.",
        "Some 2000 people marched.",
        "About 1800 soldiers left.",
        "The screen has a ratio of 4:3.",
        "The 44-year-old driver was unhurt.",
        "Inflation stood at 6.45 percent.",
        "It was priced at $2024.",
        "May I come in?",
        "He went from two to one.",
        "June 31, 2031 does not exist.",
    ] {
        assert!(read(text).is_empty(), "{text}: {:?}", read(text));
    }
}
