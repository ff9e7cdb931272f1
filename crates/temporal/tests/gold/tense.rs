//! Which Friday, which winter: what the clause, the line and the text before suggest.

use super::{check, only, read};
use corroborate_temporal::{Civil, annotate};

#[test]
fn a_line_without_a_verb_looks_back_where_it_is_more_than_a_few_words() {
    check(&[
        ("A quiet end to a long and bitter strike at the port on Monday", &[("Monday", "2026-01-05")]),
        ("Monday: a quiet end to a long and bitter strike at the port", &[("Monday", "2026-01-05")]),
        // The next sentence says nothing of this one.
        (
            "A quiet end to a long and bitter strike at the port on Friday. They will march again.",
            &[("Friday", "2026-01-02")],
        ),
        ("They will go to Paris. On Friday it was quiet.", &[("Friday", "2026-01-02")]),
        // The point of a title ends no sentence.
        ("They met Gen. Ali on Friday.", &[("Friday", "2026-01-02")]),
        // A set of a film looks nowhere.
        ("He left the set Friday.", &[("Friday", "2026-01-02")]),
        ("The paper says it opens 'on Monday' again.", &[("Monday", "2026-01-12")]),
    ]);
}

#[test]
fn this_last_and_next() {
    check(&[
        ("They met this Monday.", &[("this Monday", "2026-01-05")]),
        ("They will meet this Monday.", &[("this Monday", "2026-01-12")]),
        ("They will meet this next Monday.", &[("this next Monday", "2026-01-12")]),
        (
            "It fell on 6 January 2025. The following Friday it burned.",
            &[("6 January 2025", "2025-01-06"), ("The following Friday", "2025-01-10")],
        ),
        (
            "It fell on Monday, 5 January 2026. The previous trading day it had risen.",
            &[("Monday, 5 January 2026", "2026-01-05"), ("The previous trading day", "2026-01-02")],
        ),
        ("It fell last January.", &[("last January", "2025-01")]),
        ("It fell last winter.", &[("last winter", "2024-WI")]),
        ("It will open the March after next.", &[("the March after next", "2027-03")]),
        ("It opens next 6th of April.", &[("next 6th of April", "2026-04-06")]),
        ("It was sold on the 21st last month.", &[("the 21st last month", "2025-12-21")]),
        ("They sold 21 last month.", &[("last month", "2025-12")]),
    ]);
    let next = |text: &str, now| annotate(text, now)[0].value.clone();
    assert_eq!(next("It will open next spring.", Civil::date(2026, 4, 10)), "2027-SP");
    assert_eq!(next("It will open next winter.", Civil::date(2026, 12, 10)), "2027-WI");
}

#[test]
fn weekdays_of_a_week_that_is_said_once() {
    check(&[
        (
            "It was open from Monday to Friday last week.",
            &[("Monday", "2025-12-29"), ("Friday last week", "2026-01-02")],
        ),
        (
            "It is open from Friday to Monday next week.",
            &[("Friday", "2026-01-09"), ("Monday next week", "2026-01-12")],
        ),
        (
            "They met on Monday, two days later than planned.",
            &[("Monday", "2026-01-05"), ("two days later", "2026-01-07")],
        ),
        ("See you this Sun\nBye", &[("this Sun", "2026-01-11")]),
        ("Under that sun they slept.", &[]),
        ("They sat on 3 May 2020.", &[("3 May 2020", "2020-05-03")]),
        ("They play on Tuesday nights.", &[("Tuesday nights", "XXXX-WXX-2TNI")]),
        ("It was on Monday\nMorning prayers were said.", &[("Monday", "2026-01-05")]),
    ]);
}

#[test]
fn days_of_a_month_by_their_ordinal() {
    check(&[
        ("They will meet on Tuesday the twelfth.", &[("Tuesday the twelfth", "2026-05-12")]),
        ("They will meet on Tuesday the tenth.", &[("Tuesday the tenth", "2026-02-10")]),
        ("They will meet on the tenth.", &[("the tenth", "2026-01-10")]),
        ("On Tuesday the twelfth man was found.", &[("Tuesday", "2026-01-06")]),
        ("They meet on the 21st\nTickets are free", &[("the 21st", "2026-01-21")]),
        (
            "They met on the 21st early in the morning.",
            &[("the 21st", "2025-12-21"), ("early in the morning", "2025-12-21TMO")],
        ),
        ("It is due by the week of the 31st.", &[("the week of the 31st", "2026-W05")]),
        ("Thursday,9 January 2031", &[("Thursday,9 January 2031", "2031-01-09")]),
        ("It is on 9 January 2031, Thursday.", &[("9 January 2031, Thursday", "2031-01-09")]),
        ("It is on 9 January, Friday.", &[("9 January, Friday", "2026-01-09")]),
        // That ninth of January was a Thursday.
        (
            "They met on 9 January 2025, Friday being a feast.",
            &[("9 January 2025", "2025-01-09"), ("Friday", "2026-01-02")],
        ),
        ("He came on March twenty five 2020 and left.", &[("March twenty five 2020", "2020-03-25")]),
    ]);
}

#[test]
fn what_is_counted_from_a_day_or_within_a_year() {
    check(&[
        (
            "It fell on the second Monday after Easter 2024.",
            &[("the second Monday after Easter 2024", "2024-04-08")],
        ),
        (
            "It fell on the second Friday before 25 December 2025.",
            &[("the second Friday before 25 December 2025", "2025-12-12")],
        ),
        (
            "It was the closest Christmas to 3 January 2024.",
            &[("the closest Christmas to 3 January 2024", "2023-12-25")],
        ),
        ("They met on Christmas thirteen months ago.", &[("Christmas thirteen months ago", "2024-12-25")]),
        ("It opens in May in two years.", &[("May in two years", "2028-05")]),
        ("In May two years of talks ended.", &[("May", "2025-05"), ("two years", "P2Y")]),
        ("He left a semester ago.", &[("a semester ago", "2025-H2")]),
    ]);
    // Neither year had one.
    for text in ["the 53rd Wednesday of 2024", "the 13th month of 2024", "the 32nd day of May 2024"] {
        assert_eq!(only(text).earliest, None, "{text}");
    }
}

#[test]
fn quarters_of_business_news() {
    check(&[
        (
            "Profit rose in the third quarter of 2025. Sales were higher than a year earlier.",
            &[("the third quarter of 2025", "2025-Q3"), ("a year earlier", "2024-Q3")],
        ),
        (
            "In the third quarter of 2025 profit rose. In fiscal 2025 it fell from a year earlier.",
            &[
                ("the third quarter of 2025", "2025-Q3"),
                ("fiscal 2025", "FY2025"),
                ("a year earlier", "2024"),
            ],
        ),
        (
            "Profits rose in the third quarter of 2015. In the quarter, sales fell.",
            &[("the third quarter of 2015", "2015-Q3"), ("the quarter", "2015-Q3")],
        ),
        (
            "Sales fell in the first quarter of last fiscal year.",
            &[("the first quarter of last fiscal year", "2025-Q1")],
        ),
        ("Shares fell 3 percent for the week.", &[("the week", "2026-W02")]),
        ("Sales beat year-ago results.", &[("year-ago", "2025")]),
        ("They live in the quarter of the weavers.", &[]),
        ("They crossed the quarter at night.", &[]),
        ("Sales rose in the period.", &[]),
    ]);
    let text =
        "Profits rose in the second quarter of 2025. On 3 November shares fell. In the quarter, sales rose.";
    assert_eq!(read(text)[2], ("the quarter".to_owned(), "2025-Q2".to_owned()));
    let october = |text: &str| annotate(text, Civil::date(2025, 10, 20))[0].value.clone();
    assert_eq!(october("Sales rose from the year-ago third quarter."), "2024-Q3");
    assert_eq!(october("It expects a loss for the full year despite sales."), "2025");
}

#[test]
fn feasts_and_words_that_look_like_them() {
    check(&[
        ("They had a white Christmas.", &[("Christmas", "2025-12-25")]),
        ("It snowed. White Christmas had come.", &[("Christmas", "2025-12-25")]),
        ("On Monday Christmas was over.", &[("Monday", "2026-01-05"), ("Christmas", "2025-12-25")]),
        ("They kept ash wednesday 2025.", &[("ash wednesday 2025", "2025-03-05")]),
        ("He had an epiphany.", &[]),
        ("They met before new year sales began.", &[]),
        ("Prices rise and fall.", &[]),
        ("It rained over the autumn.", &[("the autumn", "2025-FA")]),
    ]);
    let christmas = annotate("Christmas", Civil::date(2026, 12, 25));
    assert_eq!(christmas[0].value, "2026-12-25", "the day itself");
}

#[test]
fn months_that_are_other_words_too() {
    check(&[
        ("2024 Aug", &[("2024 Aug", "2024-08")]),
        ("It rained all june.", &[("june", "2025-06")]),
        ("They left at the end of may.", &[("the end of may", "2025-05")]),
        ("A branch of may was cut.", &[]),
    ]);
}

#[test]
fn a_stretch_that_is_over_comes_again() {
    let found = annotate("It will be open from December to February.", Civil::date(2026, 4, 10));
    let values: Vec<&str> = found.iter().map(|found| found.value.as_str()).collect();
    assert_eq!(values, ["2026-12", "2027-02"]);
}

#[test]
fn times_in_view() {
    check(&[
        ("They sang at the time.", &[("the time", "PAST_REF")]),
        ("Prices fell during that time.", &[("that time", "PAST_REF")]),
        ("Sales rose during the period.", &[]),
        ("They had left by the time they came.", &[]),
        ("They sang at this time-honoured place.", &[]),
    ]);
}

#[test]
fn the_first_moment_of_a_month_has_nothing_before_it() {
    let found = annotate("It opened earlier this month.", Civil::date(2026, 1, 1));
    assert_eq!((found[0].earliest, found[0].latest), (Civil::date(2026, 1, 1), Civil::date(2026, 2, 1)));
}
