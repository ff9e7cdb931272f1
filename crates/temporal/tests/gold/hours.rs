//! Times of day in more forms, and figures that are no time.

use super::{check, only};
use corroborate_temporal::Modifier;

#[test]
fn the_first_time_of_two_takes_its_half_of_the_day_from_the_last() {
    check(&[
        (
            "It ran from a quarter past two to 3 p.m.",
            &[("a quarter past two", "2026-01-08T14:15"), ("3 p.m.", "2026-01-08T15:00")],
        ),
        (
            "It ran from half past eleven to 1 p.m.",
            &[("half past eleven", "2026-01-08T11:30"), ("1 p.m.", "2026-01-08T13:00")],
        ),
        (
            "Open 10am-2 this afternoon.",
            &[("10am", "2026-01-08T10:00"), ("2 this afternoon", "2026-01-08T14:00")],
        ),
        ("The talk (3-4pm) was full.", &[("3", "2026-01-08T15:00"), ("4pm", "2026-01-08T16:00")]),
        (
            "It is open from 12 to midnight on Friday.",
            &[("12", "2026-01-09T12:00"), ("midnight on Friday", "2026-01-09T24:00")],
        ),
        ("It ran from 4:31 to 5:15.", &[("4:31", "2026-01-08T04:31"), ("5:15", "2026-01-08T05:15")]),
        (
            "The hall (9:30 to 11:00 on Tuesday) was full.",
            &[("9:30", "2026-01-06T09:30"), ("11:00 on Tuesday", "2026-01-06T11:00")],
        ),
        ("She is free on Friday evening 6-8.", &[("Friday evening 6", "2026-01-09T18:00")]),
        ("They expect next Monday 6-8 guests.", &[("next Monday", "2026-01-12")]),
    ]);
}

#[test]
fn the_half_of_the_day_in_words_or_letters() {
    check(&[
        ("The show is at 8:15p on Friday.", &[("8:15p on Friday", "2026-01-09T20:15")]),
        ("It rang at 9:15 p m.", &[("9:15 p m", "2026-01-08T21:15")]),
        ("It ended at ten thirty p.m.", &[("ten thirty p.m.", "2026-01-08T22:30")]),
        ("They met at twelve noon.", &[("twelve noon", "2026-01-08T12:00")]),
        (
            "The vote was at 9:15 in the evening on Friday.",
            &[("9:15 in the evening on Friday", "2026-01-02T21:15")],
        ),
        (
            "The vote was at 9:15 in the morning on Friday.",
            &[("9:15 in the morning on Friday", "2026-01-02T09:15")],
        ),
        ("They left early morning at 3.", &[("early morning at 3", "2026-01-08T03:00")]),
        (
            "It was in the early morning hours of Thursday.",
            &[("the early morning hours of Thursday", "2026-01-08TMO")],
        ),
        ("The 4:31 p.m. left on time.", &[("4:31 p.m.", "2026-01-08T16:31")]),
        ("Doors open at 10.30. 12 people came.", &[("10.30", "2026-01-08T10:30")]),
    ]);
}

#[test]
fn four_figures_beside_a_day() {
    check(&[
        ("The vote is on Saturday at 1830.", &[("Saturday at 1830", "2026-01-10T18:30")]),
        ("It must be done on Friday by 1830.", &[("Friday by 1830", "2026-01-09T18:30")]),
        ("The train left on Friday at 0859.", &[("Friday at 0859", "2026-01-02T08:59")]),
        // No clock shows sixty minutes.
        ("The vote is on Saturday at 1860.", &[("Saturday", "2026-01-10")]),
        ("The train left on Friday at 0875.", &[("Friday", "2026-01-02")]),
        ("Fri 9 Jan 1040-1210", &[("Fri 9 Jan 1040", "2026-01-09T10:40"), ("1210", "2026-01-09T12:10")]),
        ("Fri 9 Jan 0741-0912", &[("Fri 9 Jan 0741", "2026-01-09T07:41"), ("0912", "2026-01-09T09:12")]),
        (
            "The train of 12 March 1040-1210 was full.",
            &[("12 March 1040", "2026-03-12T10:40"), ("1210", "2026-03-12T12:10")],
        ),
        ("The front of 12 March 1914-1918 held.", &[("12 March 1914", "1914-03-12"), ("1918", "1918")]),
    ]);
}

#[test]
fn times_beside_days_that_are_counted() {
    check(&[
        (
            "It opens on the first Monday of March at 5 p.m.",
            &[("the first Monday of March at 5 p.m.", "2026-03-02T17:00")],
        ),
        ("He left three days ago at 5 p.m.", &[("three days ago at 5 p.m.", "2026-01-05T17:00")]),
        ("We meet on Monday 19 at 9:30.", &[("Monday 19 at 9:30", "2026-01-19T09:30")]),
        (
            "We meet on Monday 19 from 9 to 11am.",
            &[("Monday 19 from 9", "2026-01-19T09:00"), ("11am", "2026-01-19T11:00")],
        ),
        ("The shop is open in March until 9 p.m.", &[("March", "2026-03"), ("9 p.m.", "2026-01-08T21:00")]),
    ]);
    let early = only("The vote is on Friday, earlier than 3 p.m.");
    assert_eq!((early.value.as_str(), early.modifier), ("2026-01-09T15:00", Some(Modifier::Before)));
    let late = only("The vote is on Friday, later than 3 p.m.");
    assert_eq!((late.value.as_str(), late.modifier), ("2026-01-09T15:00", Some(Modifier::After)));
}

#[test]
fn counted_from_a_clock_up_to_midnight() {
    check(&[
        ("It came two hours before 12 a.m.", &[("two hours before 12 a.m.", "2026-01-08T22:00")]),
        ("It came two hours after 12 a.m.", &[("two hours after 12 a.m.", "2026-01-08T02:00")]),
        ("It came two hours after 10 p.m.", &[("two hours after 10 p.m.", "2026-01-08T24:00")]),
        (
            "It rained for two hours before midnight.",
            &[("two hours", "PT2H"), ("midnight", "2026-01-08T24:00")],
        ),
        ("It fell 30 seconds ago.", &[("30 seconds ago", "2026-01-08T09:29:30")]),
        ("2h30m ago", &[("2h30m ago", "2026-01-08T07:00")]),
        ("+15 minutes of extra time", &[("15 minutes", "PT15M")]),
    ]);
}

#[test]
fn from_yesterday_evening_until_now() {
    check(&[(
        "It rained from 10 p.m. until now.",
        &[("10 p.m.", "2026-01-07T22:00"), ("now", "PRESENT_REF")],
    )]);
}

#[test]
fn amounts_are_no_time_of_day() {
    check(&[
        ("The index closed at 18.30 points.", &[]),
        ("It was sold at nine fifty a share.", &[]),
        ("The fund rose by nine fifty points.", &[]),
        ("It helps 5 to 7-year-olds.", &[]),
        ("The rate stood on Friday at 5.5 and rose.", &[("Friday", "2026-01-02")]),
    ]);
}
