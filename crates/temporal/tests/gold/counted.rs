//! What hangs on the day of writing or on another date.

use super::{check, only, read};
use corroborate_temporal::{Civil, annotate};

#[test]
fn what_hangs_on_the_day_of_writing() {
    check(&[
        ("It rained yesterday.", &[("yesterday", "2026-01-07")]),
        ("Shots were heard last night.", &[("last night", "2026-01-07TNI")]),
        ("They were freed three days ago.", &[("three days ago", "2026-01-05")]),
        ("Sales fell last month.", &[("last month", "2025-12")]),
        ("It opened earlier this month.", &[("earlier this month", "2026-01")]),
        ("It closes at the end of March.", &[("the end of March", "2026-03")]),
        ("She was elected last June.", &[("last June", "2025-06")]),
        ("Prices rose in the third quarter of 2025.", &[("the third quarter of 2025", "2025-Q3")]),
        ("He resigned in June last year.", &[("June last year", "2025-06")]),
        ("It was built in the 18th century.", &[("the 18th century", "17")]),
        ("The temple fell in 480 BC.", &[("480 BC", "BC0480")]),
        ("It reopens on Good Friday.", &[("Good Friday", "2026-04-03")]),
    ]);
}

#[test]
fn what_hangs_on_the_date_before() {
    let text = "The ministers met on 12 November 2025. Two days later the talks broke down. \
                The following day the envoy left.";
    let values: Vec<String> = read(text).into_iter().map(|(_, value)| value).collect();
    assert_eq!(values, ["2025-11-12", "2025-11-14", "2025-11-15"]);
    let text = "He was arrested on 3 March 2020. The previous evening he had dined with friends.";
    assert_eq!(read(text)[1].1, "2020-03-02TEV");
}

#[test]
fn without_a_reference_date_the_value_stays_partial() {
    let value = |text| annotate(text, None)[0].value.clone();
    assert_eq!(value("They met on Tuesday evening."), "XXXX-WXX-2TEV");
    assert_eq!(value("They met on 12 March."), "XXXX-03-12");
    assert_eq!(value("They met in July."), "XXXX-07");
    assert_eq!(value("They met last week."), "XXXX-WXX");
    assert_eq!(value("They met at 18:30."), "XXXX-XX-XXT18:30");
    assert!(annotate("They met on Tuesday.", None)[0].earliest.is_none());
}

#[test]
fn a_story_of_the_past_keeps_its_year() {
    let text = "The rising began on 3 March 1848. In April 1848 the king fled. By June the city had fallen. \
                On 4 July 1848 a truce was signed. In May 1849 it was broken. On 12 September the fort fell. \
                In November 1849 the war was over, and in January 1850 the king returned.";
    let values: Vec<String> = read(text).into_iter().map(|(_, value)| value).collect();
    assert_eq!(
        values,
        ["1848-03-03", "1848-04", "1848-06", "1848-07-04", "1849-05", "1849-09-12", "1849-11", "1850-01"]
    );
}

#[test]
fn days_are_counted_from_other_days() {
    check(&[
        (
            "It fell on the first Monday after Easter 2024.",
            &[("the first Monday after Easter 2024", "2024-04-01")],
        ),
        (
            "It closed the Friday before 25 December 2025.",
            &[("the Friday before 25 December 2025", "2025-12-19")],
        ),
        ("They will meet the week after next.", &[("the week after next", "2026-W04")]),
        ("They had met two Tuesdays ago.", &[("two Tuesdays ago", "2025-12-30")]),
        ("It rained in the third last week of May 2025.", &[("the third last week of May 2025", "2025-W20")]),
        ("It is due by the week of the 18th.", &[("the week of the 18th", "2026-W03")]),
        (
            "The ship sank in 2 weeks flat on 3 May 2025. The crew had left the day before.",
            &[("2 weeks", "P2W"), ("3 May 2025", "2025-05-03"), ("the day before", "2025-05-02")],
        ),
        ("Sales grew in the four previous weeks.", &[("the four previous weeks", "P4W")]),
    ]);
}

#[test]
fn days_of_a_week_or_month_said_before_them() {
    check(&[
        ("They meet next week on Tuesday.", &[("next week on Tuesday", "2026-01-13")]),
        ("It opens next month, on the 5th.", &[("next month, on the 5th", "2026-02-05")]),
        ("He left a week ago Tuesday.", &[("a week ago Tuesday", "2025-12-30")]),
        ("She resigned two weeks ago on Friday.", &[("two weeks ago on Friday", "2025-12-26")]),
        ("The trial opens a week on Monday.", &[("a week on Monday", "2026-01-19")]),
        (
            "It is open from Monday to Friday next week.",
            &[("Monday", "2026-01-12"), ("Friday next week", "2026-01-16")],
        ),
        ("They signed on the eve of Epiphany.", &[("the eve of Epiphany", "2026-01-05")]),
        ("It burned on the night of the 15th.", &[("the night of the 15th", "2025-12-15TNI")]),
        ("It marks the night of the 15th anniversary.", &[]),
        ("The shop is shut for two weeks from Monday.", &[("two weeks", "P2W"), ("Monday", "2026-01-12")]),
        ("It ended last year on March 15.", &[("last year on March 15", "2025-03-15")]),
        ("It begins next year in March.", &[("next year in March", "2027-03")]),
        ("They meet a week today.", &[("a week today", "2026-01-15")]),
        ("She read a page a week today and more.", &[("a week", "P1W"), ("today", "2026-01-08")]),
        ("next week on the island", &[("next week", "2026-W03")]),
    ]);
}

#[test]
fn weeks_before_a_weekday_and_years_before_this_month() {
    check(&[
        ("He resigned a week last Tuesday.", &[("a week last Tuesday", "2025-12-30")]),
        ("He lost a week last May.", &[("a week", "P1W"), ("last May", "2025-05")]),
        ("The bridge fell two years ago this month.", &[("two years ago this month", "2024-01")]),
        ("The bridge fell ten years ago this week.", &[("ten years ago this week", "2016-W01")]),
        ("It shut two weeks ago this week.", &[("two weeks ago", "2025-W52"), ("this week", "2026-W02")]),
        ("It will open in the next fortnight.", &[("the next fortnight", "P2W")]),
    ]);
    let ago = only("The bridge fell a fortnight ago.");
    assert_eq!(ago.value, "2025-W52");
    assert_eq!((ago.earliest, ago.latest), (Civil::date(2025, 12, 25), Civil::date(2026, 1, 1)));
}
