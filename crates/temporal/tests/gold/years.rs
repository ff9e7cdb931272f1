//! Four figures, and three, that are a year, and those that are none.

use super::check;

#[test]
fn a_year_stands_in_brackets_between_commas_or_in_a_range() {
    check(&[
        ("The charter (1215 at the earliest) was lost.", &[("1215", "1215")]),
        ("At Hastings, 1066, the king fell.", &[("1066", "1066")]),
        ("The war lasted 1337-1453.", &[("1337", "1337"), ("1453", "1453")]),
        ("The seasons 2010-12 were good.", &[("2010", "2010"), ("12", "2012")]),
        ("The 2010-2015-era phones broke.", &[("2010", "2010"), ("2015", "2015")]),
        ("Cairo - 2015 was a hard year.", &[("2015", "2015")]),
        ("There were 45 in 2015.", &[("2015", "2015")]),
        ("The map was drawn circa 1650.", &[("1650", "1650")]),
        ("It was in the year two thousand.", &[("the year two thousand", "2000")]),
        ("They met in '84, he said.", &[("'84", "1984")]),
        ("They wed on 3 May '96.", &[("3 May '96", "1996-05-03")]),
    ]);
}

#[test]
fn figures_of_other_things_are_no_year() {
    for text in [
        "The crowd numbered 1300.",
        "The number rose to 1150.",
        "The price was given as 1641.",
        "They counted two thousand and five of them.",
        "A 1998-1500 majority stood.",
        "Lot 45 - 2015 was sold.",
        "Lot 2015 - 45 was sold.",
        "Resolution 2015-15 was adopted.",
        "Ring 2010-2015-86 for help.",
        "Its length was given in 812.5 units.",
        "It lasted. At 250, the band turned back.",
        "It fell by a tenth, to 1150.",
    ] {
        check(&[(text, &[])]);
    }
}

#[test]
fn a_year_of_three_figures_at_the_head_of_a_line() {
    check(&[("The end of Rome\nIn 476, the last emperor was deposed.", &[("476", "0476")])]);
}

#[test]
fn decades_centuries_and_ages() {
    check(&[
        ("It fell in the nineties.", &[("the nineties", "199")]),
        ("He died in his sixties.", &[]),
        (
            "In the 17th century it grew. The following century it fell.",
            &[("the 17th century", "16"), ("The following century", "17")],
        ),
    ]);
}
