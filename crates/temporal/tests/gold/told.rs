//! Dates of a story of the past, of stretches, and of a text that is placed later.

use crate::{check, only, reference};
use corroborate_temporal::{TimexType, annotate};

/// Six years of a story, and what stands behind them.
fn last_of_story(behind: &str) -> String {
    let years: String = (1901..=1905).map(|year| format!("In {year} it grew. ")).collect();
    let found = annotate(&format!("{years}In 1906 it fell{behind}"), reference());
    found.last().map(|found| found.value.clone()).unwrap_or_default()
}

#[test]
fn a_year_that_stands_aside_does_not_move_a_story() {
    assert_eq!(last_of_story(". In May it burnt down."), "1906-05");
    assert_eq!(last_of_story(" (1950). In May it burnt down."), "1906-05");
    assert_eq!(last_of_story(", like the August 1950 uprising. In May it burnt down."), "1906-05");
    // A year that the story comes to does.
    assert_eq!(last_of_story(". In 1950 it was built again. In May it burnt down."), "1950-05");
}

#[test]
fn a_stretch_until_now_has_begun() {
    check(&[(
        "They close from 9 a.m. until now.",
        &[("9 a.m.", "2026-01-08T09:00"), ("now", "PRESENT_REF")],
    )]);
}

#[test]
fn a_time_of_this_minute_is_not_over() {
    assert_eq!(only("The train will leave at 9:30.").value, "2026-01-08T09:30");
    assert_eq!(only("The train will leave at 9:29.").value, "2026-01-09T09:29");
}

#[test]
fn days_counted_inside_a_year() {
    // The first Friday of 2025 is the third of January.
    assert_eq!(only("the fifth Friday of 2025").value, "2025-01-31");
    // 2024 began with a Monday and had 53 of them; 2025 did not.
    assert_eq!(only("the 53rd Monday of 2024").value, "2024-12-30");
    assert_eq!(only("the 53rd Monday of 2025").earliest, None);
}

#[test]
fn days_beside_marks_and_short_years() {
    check(&[
        ("It opened May/11.", &[("May/11", "2025-05-11")]),
        ("It opened in Nov. 99.", &[("Nov. 99", "1999-11")]),
        ("It opened on 3 November 99.", &[("3 November 99", "1999-11-03")]),
        ("The train left 20h.", &[("20h", "2026-01-08T20:00")]),
        ("two hours after midnight", &[("two hours after midnight", "2026-01-09T02:00")]),
        ("Friday before last", &[("Friday before last", "2025-12-26")]),
        ("second week of June", &[("second week of June", "2026-W24")]),
        (
            "Profits rose in the third quarter of 2025. In the quarter, sales fell.",
            &[("the third quarter of 2025", "2025-Q3"), ("the quarter", "2025-Q3")],
        ),
        // No month has a sixtieth day.
        ("on Tuesday the 60th", &[("Tuesday", "2026-01-13")]),
        ("on Tuesday the 31st", &[("Tuesday the 31st", "2026-03-31")]),
    ]);
}

#[test]
fn an_invisible_character_parts_nothing() {
    assert_eq!(only("on 5\u{200b} May\u{ad} 2025").value, "2025-05-05");
}

#[test]
fn the_names_of_timex3() {
    let names = [TimexType::Date, TimexType::Time, TimexType::Duration, TimexType::Set].map(TimexType::name);
    assert_eq!(names, ["DATE", "TIME", "DURATION", "SET"]);
}

#[test]
fn a_story_goes_on_from_its_last_date() {
    for (behind, wanted) in [
        // A look back, and a year within a sentence, stand aside.
        (". Two years earlier it had burnt. In May it was built again.", "1906-05"),
        (". In March 1906 it rose, as it had in 1850. In April it was repaired.", "1906-04"),
        (". In December 1906 it rose, as it had in 1850. In January it was repaired.", "1907-01"),
        (", and was shut as of August 1950. In September it burnt down.", "1906-09"),
        // A year that the story comes to does not.
        (". In March 1906 it rose. In 1950 it was sold. In April it was repaired.", "1950-04"),
        (". By the end of August 1950 it was built again. In September it burnt down.", "1950-09"),
        (". In August 1950 rebels took it. In September it burnt down.", "1950-09"),
        (". In November 1906 it fell again. In January it rose.", "1907-01"),
        // The third of March 1906 was a Saturday.
        (". On 3 March 1906 it fell again. On Friday it burned.", "1906-03-09"),
        (". Next year it was rebuilt.", "1907"),
    ] {
        assert_eq!(last_of_story(behind), wanted, "{behind}");
    }
    // Which day of 1906 it was nobody says.
    assert_eq!(last_of_story(". The following day it burned."), "XXXX-XX-XX");
}

#[test]
fn a_text_that_speaks_of_today_is_no_story() {
    assert_eq!(last_of_story(". Last week it was sold. It is shut on Monday."), "2026-01-12");
    assert_eq!(last_of_story(". Two days ago it was sold. It is shut on Monday."), "2026-01-12");
}

/// Far inside a text, and placed later, a date is what it is when it is placed at once.
#[test]
fn a_date_far_inside_a_text_is_placed_later() {
    let now = reference().expect("a reference date");
    for filler in ["Nothing else was said. ", "Nothing else was said.\n", "\u{4f55}"] {
        let text = format!("{0}\u{e9} It opened on Monday and shut at 9 p.m. {0}", filler.repeat(700));
        let at_once = annotate(&text, Some(now));
        assert!(!at_once.is_empty());
        let later: Vec<_> = annotate(&text, None).iter().map(|found| found.resolve(&text, now)).collect();
        assert_eq!(later, at_once, "{filler:?}");
    }
}

#[test]
fn bounds_before_and_after_a_day() {
    let days = |text: &str| {
        let found = only(text);
        (found.earliest.map(|from| from.to_string()), found.latest.map(|until| until.to_string()))
    };
    // Monday is the twelfth, and the ninth a full three days before it.
    let (from, until) = days("less than three days before Monday");
    assert_eq!(
        (from.as_deref(), until.as_deref()),
        (Some("2026-01-10T00:00:00"), Some("2026-01-12T00:00:00"))
    );
}

#[test]
fn seconds_are_a_unit() {
    assert_eq!(only("one second").value, "PT1S");
    assert_eq!(only("It rained throughout the year.").value, "2026");
}
