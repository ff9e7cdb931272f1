//! When things happened: dates placed through other accounts, datelines, the timeline.

mod story;

use corroborate_compare::{Account, Options, compare};
use story::account;

/// The values of the timeline, with the words of each.
fn timeline(accounts: &[Account]) -> Vec<(String, Vec<String>)> {
    let found = compare(accounts, &Options::default()).timeline;
    let entry = |entry: &corroborate_compare::TimelineEntry| {
        let words = entry.evidence.iter().map(|place| place.words(accounts).to_owned());
        (entry.value.clone(), words.collect())
    };
    found.iter().map(entry).collect()
}

fn values(accounts: &[Account]) -> Vec<String> {
    timeline(accounts).into_iter().map(|(value, _)| value).collect()
}

#[test]
fn the_timeline_is_in_the_order_of_time_and_of_how_exactly_it_is_told() {
    let told = [
        "The lower station burned down on 9 May 2023.",
        "It was built in 1958 and painted in March 2019.",
        "The alarm came at 6.40 a.m. on 9 May 2023.",
        "On 9 May 2023 the mayor spoke of the fire.",
    ];
    let found = timeline(&[account("a", None, &told)]);
    let values: Vec<&str> = found.iter().map(|(value, _)| value.as_str()).collect();
    assert_eq!(values, ["1958", "2019-03", "2023-05-09", "2023-05-09T06:40"]);
    assert_eq!(found[2].1, ["9 May 2023", "9 May 2023"]);
}

#[test]
fn the_day_of_a_dateline_is_not_that_of_what_happened() {
    let lead = |dateline: &str| {
        let line = format!("{dateline}The ferry to the islands ran aground on 3 May 2023.");
        values(&[account("a", None, &[&line])])
    };
    for dateline in
        ["OSLO, May 4, 2023 (XNA) - ", "OSLO, May 4, 2023 — ", "OSLO, May 4, 2023 (Nordic Press) – "]
    {
        assert_eq!(lead(dateline), ["2023-05-03"], "{dateline}");
    }
    assert_eq!(
        lead("On May 4, 2023 the captain – who was asleep – was questioned. "),
        ["2023-05-03", "2023-05-04"]
    );
    assert_eq!(
        lead("OSLO was told on May 4, 2023 by the owners – not before. "),
        ["2023-05-03", "2023-05-04"]
    );
    assert_eq!(lead("A May 4, 2023 - "), ["2023-05-03", "2023-05-04"]);
}

#[test]
fn a_weekday_is_placed_through_the_accounts_that_tell_their_day() {
    // 9 May 2023 was a Tuesday.
    let open = || account("a", None, &["The ferry to the islands ran aground on Monday."]);
    let dated = |id: &str, day| account(id, Some(day), &["The captain of the ferry was questioned."]);
    assert!(values(&[open()]).is_empty());
    assert_eq!(values(&[open(), dated("b", 9)]), ["2023-05-08"]);
    assert_eq!(values(&[open(), dated("b", 9), dated("c", 11)]), ["2023-05-08"]);
    // Where they do not agree it stays open.
    assert!(values(&[open(), dated("b", 9), dated("c", 17)]).is_empty());
    assert!(values(&[open(), dated("b", 9), dated("c", 11), dated("d", 17)]).is_empty());
    // An account that tells its day has its own weekdays.
    let own = account("a", Some(17), &["The ferry to the islands ran aground on Monday."]);
    assert_eq!(values(&[own, dated("b", 9)]), ["2023-05-15"]);
}

#[test]
fn claims_of_a_moment_come_once_and_in_order() {
    let told = |id: &str| {
        account(
            id,
            None,
            &[
                "The lower station burned down on 9 May 2023.",
                "Guests of the hotel were brought to the valley on 9 May 2023.",
            ],
        )
    };
    let found = compare(&[told("a"), told("b")], &Options::default());
    assert_eq!(found.timeline.len(), 1);
    assert_eq!((found.timeline[0].evidence.len(), found.timeline[0].claims.len()), (4, 2));
    assert!(found.timeline[0].claims.is_sorted());
    for &claim in &found.timeline[0].claims {
        assert_eq!(found.claims[claim].outlets, 2);
    }
}
