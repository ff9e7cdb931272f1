//! Times that name their zone.

use super::{check, only, reference};
use corroborate_temporal::annotate;

#[test]
fn both_ends_of_a_stretch_have_the_zone() {
    check(&[
        (
            "It ran from 9:30 to 11:00 GMT on Tuesday.",
            &[("9:30", "2026-01-06T09:30Z"), ("11:00 GMT on Tuesday", "2026-01-06T11:00Z")],
        ),
        (
            "It ran from 13:30 to 15:00 GMT.",
            &[("13:30", "2026-01-08T13:30Z"), ("15:00 GMT", "2026-01-08T15:00Z")],
        ),
        (
            "It ran from 13:30 EST to 15:00 GMT.",
            &[("13:30 EST", "2026-01-08T13:30-05:00"), ("15:00 GMT", "2026-01-08T15:00Z")],
        ),
        ("It began at 10:15 gmt.", &[("10:15 gmt", "2026-01-08T10:15Z")]),
        ("It began at 10:15 mt.", &[("10:15", "2026-01-08T10:15")]),
    ]);
}

#[test]
fn standard_time_is_kept_in_summer_where_it_is_said() {
    assert_eq!(only("At 9 a.m. Eastern Standard Time on 4 July 2025 it began.").offset, Some(-300));
    assert_eq!(only("At 9 a.m. Eastern Daylight Time on 4 July 2025 it began.").offset, Some(-240));
    assert_eq!(only("At 9 a.m. Eastern on 4 July 2025 it began.").offset, Some(-240));
    assert_eq!(only("At 9 a.m. Central Park was full.").offset, None);
}

#[test]
fn minutes_that_no_zone_has_are_another_time() {
    assert_eq!(only("It began at 18:30+0530.").value, "2026-01-08T18:30+05:30");
    check(&[(
        "It ran on 9 January 07:15-08:20.",
        &[("9 January 07:15", "2026-01-09T07:15"), ("08:20", "2026-01-09T08:20")],
    )]);
}

#[test]
fn a_time_told_on_two_clocks_has_the_zone_of_their_difference() {
    for (text, wanted) in [
        ("It began at 6 a.m. (0500 GMT).", [Some(60), Some(0)]),
        ("It began at 10:30 pm (1700 GMT).", [Some(330), Some(0)]),
        ("It began at 8 p.m. (0100 GMT).", [Some(-300), Some(0)]),
        ("It began at 9 a.m. (0313 GMT).", [None, Some(0)]),
        ("It began at 6 a.m. and not at 0500 GMT.", [None, Some(0)]),
    ] {
        let offsets: Vec<Option<i32>> =
            annotate(text, reference()).iter().map(|found| found.offset).collect();
        assert_eq!(offsets, wanted, "{text}");
    }
}
