//! Dates written in figures, and figures that are no date.

use super::check;

#[test]
fn a_date_that_does_not_exist_is_none() {
    check(&[
        ("Due 29/02/2024.", &[("29/02/2024", "2024-02-29")]),
        ("Due 29/02/2023.", &[]),
        ("The tag says Feb/30.", &[]),
        ("The fair is on 30-31.11.2025.", &[]),
    ]);
}

#[test]
fn a_month_of_a_year() {
    check(&[
        ("Published 2012-12.", &[("2012-12", "2012-12")]),
        ("Published 2010/12.", &[("2010/12", "2010-12")]),
    ]);
}

#[test]
fn either_end_of_a_range_in_figures() {
    check(&[
        ("The fair is on 14-15.11.2025.", &[("14", "2025-11-14"), ("15.11.2025", "2025-11-15")]),
        ("Open 14/03/2024-15/04/2024.", &[("14/03/2024", "2024-03-14"), ("15/04/2024", "2024-04-15")]),
    ]);
}

#[test]
fn a_month_and_a_day_where_the_words_around_say_so() {
    check(&[
        ("They spoke on 12/30.", &[("12/30", "2025-12-30")]),
        ("They spoke of next 12/30.", &[("12/30", "2026-12-30")]),
        ("The hall is booked for 3/14 at 5pm.", &[("3/14 at 5pm", "2026-03-14T17:00")]),
        ("3/14 at the town hall", &[("3/14", "2026-03-14")]),
        ("3/14 17:30 Board meeting", &[("3/14 17:30", "2026-03-14T17:30")]),
        ("The pipe runs for 3/4 of its length.", &[]),
        ("They will meet this Friday, 1/9/2026.", &[("this Friday, 1/9/2026", "2026-01-09")]),
        // Neither reading is a Monday: month first.
        ("Published Monday 3/4/2020", &[("Monday 3/4/2020", "2020-03-04")]),
    ]);
}

#[test]
fn a_date_within_a_name() {
    check(&[
        ("Dates:\n-2024-03-09 is free", &[("2024-03-09", "2024-03-09")]),
        ("See case-2024-03-09-1177.", &[]),
        ("Part 12-2024-03-09 is out.", &[]),
        ("Part 123-2024-03-09 is out.", &[]),
    ]);
}

#[test]
fn what_a_log_writes() {
    check(&[
        ("Logged 05/31/2024-14:15.", &[("05/31/2024-14:15", "2024-05-31T14:15")]),
        ("Wed Mar 4 07:15:20 2020", &[("Wed Mar 4 07:15:20 2020", "2020-03-04T07:15:20")]),
        ("2030-10-14T08:20:00-05:00", &[("2030-10-14T08:20:00-05:00", "2030-10-14T08:20:00-05:00")]),
    ]);
}

#[test]
fn days_with_points_in_brackets_and_without_the_second_point() {
    check(&[
        ("The kick-off (23.02. at 19:00) is late.", &[("23.02. at 19:00", "2026-02-23T19:00")]),
        ("Kick-off will be on 23.02 at 19:00.", &[("23.02 at 19:00", "2026-02-23T19:00")]),
        ("Growth slowed from 1.2 % to 6.6.", &[]),
        ("It rose in 2 of the years to 6.6.", &[]),
    ]);
}

#[test]
fn a_second_day_behind_the_first() {
    check(&[
        ("It was shut on March 5 and 9.", &[("March 5", "2026-03-05"), ("9", "2026-03-09")]),
        ("It is on March 5 and 9\nTickets are free", &[("March 5", "2026-03-05"), ("9", "2026-03-09")]),
        ("It opened on March 5 and 9 people came.", &[("March 5", "2026-03-05")]),
        ("It opened on March 5 \u{2013}\n9 came.", &[("March 5", "2026-03-05")]),
        ("It sold 9 and January 12 was fixed.", &[("January 12", "2026-01-12")]),
        ("It sold 9 and Monday 12 January was fixed.", &[("Monday 12 January", "2026-01-12")]),
    ]);
}
