//! Which times of one thing contradict each other: what is told and its near miss.

mod story;

use story::{rules, told};

const SAME_DAY: [Option<u32>; 2] = [Some(9), Some(9)];
const UNKNOWN: [Option<u32>; 2] = [None, None];

/// Whichever account comes first.
#[track_caller]
fn found(rule: &str, a: &str, b: &str, days: [Option<u32>; 2]) -> bool {
    let [first, second] = [told(&[a], &[b], days), told(&[b], &[a], [days[1], days[0]])];
    let (first, second) = (rules(&first).contains(&rule), rules(&second).contains(&rule));
    assert_eq!(first, second, "{rule} in one order alone: {a} / {b}");
    first
}

#[track_caller]
fn apart(a: &str, b: &str, days: [Option<u32>; 2]) {
    assert!(found("date.disjoint", a, b, days), "{a} / {b}");
}

#[track_caller]
fn agree(a: &str, b: &str, days: [Option<u32>; 2]) {
    assert!(!found("date.disjoint", a, b, days), "{a} / {b}");
}

fn rope(when: &str) -> String {
    format!("A guard cut the last rope of the stranded gondola {when}.")
}

#[test]
fn hours_of_one_day() {
    apart(&rope("at 5:12 p.m."), &rope("at 3:47 p.m."), SAME_DAY);
    agree(&rope("at 5:12 p.m."), &rope("at 5:12 p.m."), SAME_DAY);
    // A time to five minutes is often a rounded one.
    agree(&rope("at 5:12 p.m."), &rope("at 5:10 p.m."), SAME_DAY);
    apart(&rope("at 5:12 p.m."), &rope("at 5:17 p.m."), SAME_DAY);
    apart(&rope("at 5:12 p.m."), &rope("at 5:25 p.m."), SAME_DAY);
}

#[test]
fn hours_are_held_against_each_other_by_the_clock() {
    // Of which day an hour is, is a guess.
    agree(&rope("at 5:12 p.m."), &rope("at 5:12 p.m."), [Some(9), Some(11)]);
    apart(&rope("at 11:50 p.m."), &rope("at 4:20 a.m."), [Some(9), Some(11)]);
}

#[test]
fn hours_of_two_zones() {
    apart(&rope("at 06:10 GMT"), &rope("at 09:10 GMT"), SAME_DAY);
    agree(&rope("at 06:10 GMT"), &rope("at 08:10 local time"), SAME_DAY);
    agree(&rope("at 06:10 GMT"), &rope("at 08:10"), SAME_DAY);
    agree(&rope("at 06:10 GMT"), &rope("at 08:10 CEST"), SAME_DAY);
}

#[test]
fn an_hour_about_which_it_was() {
    agree(&rope("at 5:12 p.m."), &rope("shortly after 5 p.m."), SAME_DAY);
    agree(&rope("at 5:12 p.m."), &rope("around 5:30 p.m."), SAME_DAY);
    apart(&rope("at 5:12 p.m."), &rope("around 7:30 p.m."), SAME_DAY);
}

#[test]
fn by_an_hour_is_any_before_it() {
    agree(&rope("by 5 p.m."), &rope("at 3:40 p.m."), SAME_DAY);
    apart(&rope("by 5 p.m."), &rope("at 6:40 p.m."), SAME_DAY);
    apart(&rope("at 5 p.m."), &rope("at 3:40 p.m."), SAME_DAY);
}

#[test]
fn days_ago_are_counted_from_one_day_or_the_next() {
    agree(&rope("three days ago"), &rope("on 6 May 2023"), SAME_DAY);
    agree(&rope("three days ago"), &rope("on 5 May 2023"), SAME_DAY);
    apart(&rope("three days ago"), &rope("on 3 May 2023"), SAME_DAY);
    apart(&rope("on 5 May 2023"), &rope("on 6 May 2023"), SAME_DAY);
}

#[test]
fn a_weekday_of_which_the_week_is_a_guess() {
    agree(&rope("on Monday"), &rope("on Monday"), [Some(9), Some(16)]);
    agree(&rope("on Monday"), &rope("on Monday"), [Some(9), None]);
    apart(&rope("on Monday"), &rope("on Sunday"), SAME_DAY);
    apart(&rope("on 8 May 2023"), &rope("on 1 May 2023"), UNKNOWN);
}

#[test]
fn the_part_of_a_day_and_the_day() {
    apart(&rope("on the evening of 3 May 2023"), &rope("on 5 May 2023"), UNKNOWN);
    agree(&rope("on the evening of 3 May 2023"), &rope("on 3 May 2023"), UNKNOWN);
    apart(&rope("on Sunday evening"), &rope("on Monday morning"), SAME_DAY);
    apart(&rope("on Sunday at 7 a.m."), &rope("on Monday"), SAME_DAY);
    agree(&rope("on Sunday at 7 a.m."), &rope("on Sunday"), SAME_DAY);
}

#[test]
fn the_day_of_what_is_named_is_not_that_of_what_is_said() {
    let vote = "The council counted the ballots of Sunday's vote on the cable car twice.";
    agree(vote, "The council counted the ballots of the vote on the cable car twice on Monday.", SAME_DAY);
    let price = "A share of the operator cost nine crowns at the close on Friday.";
    let other = "A share of the operator cost nine crowns at the close on Thursday.";
    let found = rules(&told(&[price], &[other], SAME_DAY));
    assert!(!found.contains(&"date.moved"), "{found:?}");
}

#[test]
fn how_long_before_is_no_time() {
    agree(&rope("45 minutes earlier"), &rope("at 5:12 p.m."), SAME_DAY);
}

#[test]
fn years_of_the_same_digits() {
    let built = |year: &str| format!("The lower station was built of oak and slate by monks in {year}.");
    apart(&built("1958"), &built("1985"), UNKNOWN);
    let loose = "Monks and their pupils, who had come from the coast, built the lower station in 1985.";
    apart(&built("1958"), loose, UNKNOWN);
    agree(&built("1958"), &built("1958"), UNKNOWN);
    // A month of a year, and the year.
    agree(&built("1958"), &built("March 1958"), UNKNOWN);
    apart(&built("April 1958"), &built("March 1958"), UNKNOWN);
}

#[test]
fn a_month_and_its_quarter_or_season() {
    let opens = |when: &str| format!("The county will open the lower station for guests {when}.");
    let coarse = |a: &str, b: &str| found("date.precision", &opens(a), &opens(b), SAME_DAY);
    assert!(coarse("on 14 June 2023", "in June 2023"));
    assert!(coarse("in June 2023", "in the summer of 2023"));
    assert!(!coarse("in June 2023", "in June 2023"));
    assert!(!coarse("on 14 June 2023", "in 2023"));
    agree(&opens("in June 2023"), &opens("in the summer of 2023"), SAME_DAY);
    assert!(!coarse("on 14 June 2023", "in July 2023"));
}

#[test]
fn a_day_that_looks_like_a_slip_of_another() {
    let opens = |day: u32| format!("The county will open the lower station on {day} August 2023.");
    let days = [Some(5), Some(9)];
    let moved = |a: u32, b: u32| rules(&told(&[&opens(a)], &[&opens(b)], days)).contains(&"date.moved");
    assert!(moved(3, 19) && moved(7, 28));
    assert!(!moved(12, 21) && !moved(4, 14) && !moved(17, 27));
    // The same day of another month is no slip of the pen.
    let july = opens(12).replace("August", "July");
    assert!(rules(&told(&[&july], &[&opens(12)], days)).contains(&"date.moved"));
}

#[test]
fn a_time_that_an_account_says_was_corrected() {
    let old = "The alarm at the upper station was raised at 4:10 a.m., the operator said.";
    let new =
        "The alarm at the upper station was raised at 5:40 a.m., the operator said in a corrected report.";
    let found = rules(&told(&[old], &[new], SAME_DAY));
    assert!(found.contains(&"date.update") && !found.contains(&"date.disjoint"), "{found:?}");
}

#[test]
fn two_hours_of_two_things() {
    agree(&rope("at 5:12 p.m."), "The hut at the top opened its doors to hikers at 3:47 p.m.", SAME_DAY);
}
