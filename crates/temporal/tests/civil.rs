//! Moments as they are written and moved, and the names of how finely they are told.

use corroborate_temporal::{Civil, Precision};

fn read(text: &str) -> Option<String> {
    Civil::parse_iso(text).map(|civil| civil.to_string())
}

#[test]
fn a_moment_is_read_as_far_as_it_is_written() {
    for (text, wanted) in [
        ("2025-11-12", Some("2025-11-12T00:00:00")),
        ("2025-11-12T09:40", Some("2025-11-12T09:40:00")),
        ("2025-11-12 09:40", Some("2025-11-12T09:40:00")),
        ("2025-11-12T09:40:15", Some("2025-11-12T09:40:15")),
        ("2025-11-12T09:40:15.250+01:00", Some("2025-11-12T09:40:15")),
        // Without a colon it is no time of this form, and is left aside.
        ("2025-11-12T0940", Some("2025-11-12T00:00:00")),
        ("2025-11-12, 09:40", Some("2025-11-12T00:00:00")),
        ("2025-11-12T24:40", None),
        ("2025-11-12T09:60", None),
        ("2025-02-29", None),
        ("2025-11", None),
        ("", None),
    ] {
        assert_eq!(read(text).as_deref(), wanted, "{text:?}");
    }
}

#[test]
fn a_moment_is_moved_by_seconds() {
    let new_year = Civil::new(2025, 1, 1, 0, 0, 0).expect("a moment");
    let before = new_year.plus_seconds(-1).expect("the second before");
    assert_eq!(before.to_string(), "2024-12-31T23:59:59");
    assert_eq!((before.seconds_until(new_year), new_year.seconds_until(before)), (1, -1));
    assert_eq!(new_year.plus_seconds(i64::MAX), None);
    assert_eq!((before.hour(), before.minute(), before.second()), (23, 59, 59));
}

#[test]
fn the_names_of_precisions() {
    use Precision::{Century, Day, DayPart, Decade, Hour, Minute, Month, Season, Second, Vague, Week, Year};
    let all = [Second, Minute, Hour, DayPart, Day, Week, Month, Season, Year, Decade, Century, Vague];
    let names = [
        "second", "minute", "hour", "day-part", "day", "week", "month", "season", "year", "decade",
        "century", "vague",
    ];
    assert_eq!(all.map(Precision::name), names);
    assert!(all.is_sorted(), "the finest first");
}
