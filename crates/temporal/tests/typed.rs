//! What a text is read as that is nothing but one date or time, as typed to a calendar or into a search field; and that
//! the same figures in running text are left alone. Right by hand.

use corroborate_temporal::{Civil, Modifier, annotate};

/// Where a text begins and ends, on Thursday 8 January 2026 at half past nine.
fn bounds(text: &str) -> Vec<String> {
    let found = annotate(text, Civil::new(2026, 1, 8, 9, 30, 0));
    let shown =
        |bound: Option<Civil>| bound.map_or("-".to_owned(), |civil| civil.to_string().replace(":00:00", ""));
    found.iter().map(|found| format!("{}/{}", shown(found.earliest), shown(found.latest))).collect()
}

#[test]
fn figures_alone_say_when() {
    for (text, wanted) in [
        ("23.05", "2026-05-23T00/2026-05-24T00"),
        ("4.02", "2026-02-04T00/2026-02-05T00"),
        ("14.02 evening", "2026-02-14T18/2026-02-15T00"),
        ("Friday 30.01", "2026-01-30T00/2026-01-31T00"),
        ("3 / 17", "2026-03-17T00/2026-03-18T00"),
        ("at 7p", "2026-01-08T19/2026-01-08T20"),
        ("in 40", "2026-01-08T10:10:00/2026-01-08T10:11:00"),
        ("7 tomorrow", "2026-01-09T07/2026-01-09T08"),
        ("Saturday 1845", "2026-01-10T18:45:00/2026-01-10T18:46:00"),
        ("9 February 0715", "2026-02-09T07:15:00/2026-02-09T07:16:00"),
        ("about 0945", "2026-01-08T09:45:00/2026-01-08T09:46:00"),
        ("21st", "2026-01-21T00/2026-01-22T00"),
        ("on the second", "2026-02-02T00/2026-02-03T00"),
        ("all week", "2026-01-05T00/2026-01-12T00"),
        ("23.05.", "2026-05-23T00/2026-05-24T00"),
        ("Saturday 1845.", "2026-01-10T18:45:00/2026-01-10T18:46:00"),
        ("evening tomorrow", "2026-01-09T18/2026-01-10T00"),
        ("evening", "2026-01-08T18/2026-01-09T00"),
        ("next march", "2026-03-01T00/2026-04-01T00"),
        ("last wk", "2025-12-29T00/2026-01-05T00"),
        ("on sat. at 9am", "2026-01-10T09/2026-01-10T10"),
        ("Saturday morning at around 8.30", "2026-01-10T08:30:00/2026-01-10T08:31:00"),
        // That of the week before, and the last there was.
        ("last Monday", "2025-12-29T00/2025-12-30T00"),
        ("last Sunday", "2026-01-04T00/2026-01-05T00"),
        ("this past Monday", "2026-01-05T00/2026-01-06T00"),
    ] {
        assert_eq!(bounds(text), [wanted], "{text}");
    }
}

#[test]
fn both_ends_of_a_stretch() {
    assert_eq!(bounds("20.02 - 04.03"), ["2026-02-20T00/2026-02-21T00", "2026-03-04T00/2026-03-05T00"]);
    let text = "20.02 - 04.03";
    let found = annotate(text, Civil::date(2026, 1, 8));
    let words: Vec<&str> = found.iter().map(|found| found.span.of(text)).collect();
    assert_eq!(words, ["20.02", "04.03"]);
    assert_eq!(bounds("1/30-2/2"), ["2026-01-30T00/2026-01-31T00", "2026-02-02T00/2026-02-03T00"]);
}

#[test]
fn a_clock_of_twelve_hours_shows_the_next_such_time() {
    assert_eq!(bounds("at 8 15"), ["2026-01-08T20:15:00/2026-01-08T20:16:00"]);
    assert_eq!(bounds("at eight forty"), ["2026-01-08T20:40:00/2026-01-08T20:41:00"]);
    assert_eq!(bounds("at 10 15"), ["2026-01-08T10:15:00/2026-01-08T10:16:00"]);
    assert_eq!(bounds("at 8:15"), ["2026-01-08T20:15:00/2026-01-08T20:16:00"]);
    assert_eq!(bounds("at 9:30"), ["2026-01-08T09:30:00/2026-01-08T09:31:00"]);
    // A nought before it shows a clock of twenty-four hours.
    assert_eq!(bounds("at 09:15"), ["2026-01-09T09:15:00/2026-01-09T09:16:00"]);
    // At two in the afternoon either quarter past one is over.
    let found = annotate("at 1:15", Civil::new(2026, 1, 8, 14, 0, 0));
    assert_eq!(found[0].value, "2026-01-09T01:15");
    assert_eq!(bounds("at 8:15 am"), ["2026-01-09T08:15:00/2026-01-09T08:16:00"]);
}

#[test]
fn an_offset_keeps_the_time_of_day() {
    for (text, wanted) in [
        ("in 4 days", "2026-01-12T09:30:00/2026-01-13T09:30:00"),
        ("4 days ago", "2026-01-04T09:30:00/2026-01-05T09:30:00"),
        ("within a month", "2026-02-08T09:30:00/2026-03-08T09:30:00"),
        ("after 20 minutes", "2026-01-08T09:50:00/2026-01-08T09:51:00"),
        ("20 minutes out", "2026-01-08T09:50:00/2026-01-08T09:51:00"),
        ("in a few hours", "2026-01-08T12:30:00/2026-01-08T12:31:00"),
        ("the next few weeks", "2026-01-09T00/2026-01-30T00"),
        ("tomorrow +2 days", "2026-01-11T00/2026-01-12T00"),
        ("the minute before", "2026-01-08T09:29:00/2026-01-08T09:30:00"),
    ] {
        assert_eq!(bounds(text), [wanted], "{text}");
    }
    // Hours are whole ones, as days are.
    assert_eq!(bounds("next 2 hours"), ["2026-01-08T10/2026-01-08T12"]);
    // How far they go is said, not when.
    assert_eq!(bounds("a few hours"), ["-/-"]);
    assert_eq!(bounds("next 20 minutes"), ["2026-01-08T09:31:00/2026-01-08T09:51:00"]);
    assert_eq!(bounds("next 2 days"), ["2026-01-09T00/2026-01-11T00"]);
}

#[test]
fn by_is_a_stretch_from_now_and_after_one_without_an_end() {
    assert_eq!(bounds("by Saturday"), ["2026-01-08T09:30:00/2026-01-11T00"]);
    assert_eq!(bounds("by the end of the month"), ["2026-01-08T09:30:00/2026-02-01T00"]);
    assert_eq!(bounds("after 2027"), ["2028-01-01T00/-"]);
    assert_eq!(bounds("later than 2027"), ["2028-01-01T00/-"]);
    let modifier = |text: &str| annotate(text, Civil::date(2026, 1, 8))[0].modifier;
    assert_eq!(modifier("by Saturday"), Some(Modifier::Before));
    assert_eq!(modifier("about 0945"), Some(Modifier::Approximate));
}

#[test]
fn letters_of_calendars() {
    assert_eq!(bounds("BOM"), ["2026-01-01T00/2026-01-11T00"]);
    assert_eq!(bounds("the BOY"), ["2026-01-01T00/2026-05-01T00"]);
    assert_eq!(bounds("asap"), ["2026-01-08T09:30:00/2026-01-08T09:30:01"]);
    assert_eq!(bounds("tomorrows"), ["2026-01-09T00/2026-01-10T00"]);
}

#[test]
fn figures_that_say_nothing_are_left_alone() {
    for text in [
        "3/4",
        "9/11",
        "12/5",
        "20.02 -\n04.03",
        "20.02 - 04.03 more",
        "3 - 4",
        "35.49",
        "3.5",
        "12",
        "the boy",
        "15",
        "three four",
        "4a",
        "45.50 - 50.10",
    ] {
        assert_eq!(bounds(text), [] as [&str; 0], "{text}");
    }
}

#[test]
fn running_text_is_not_read_so() {
    for text in [
        "The index rose to 23.11 after a slow day.",
        "Three of them were sold in 40 minutes.\nShe paid 7p.",
        "He was sent off in 15 of the matches that he played there.",
        "They came for the few hours that were left of it.",
    ] {
        assert_eq!(
            bounds(text).iter().filter(|bounds| bounds.starts_with("20")).count(),
            0,
            "{text}: {:?}",
            bounds(text)
        );
    }
    // A day has no time of day in running text.
    assert_eq!(bounds("She left four days ago, he said."), ["2026-01-04T00/2026-01-05T00"]);
}

#[test]
fn without_a_reference_date_what_is_typed_stays_partial() {
    let values =
        |text: &str| -> Vec<String> { annotate(text, None).into_iter().map(|found| found.value).collect() };
    assert_eq!(values("23.11"), ["XXXX-11-23"]);
    assert_eq!(values("Saturday 1845"), ["XXXX-WXX-6T18:45"]);
    assert_eq!(annotate("in 4 days", None)[0].earliest, None);
}

#[test]
fn hours_of_a_day() {
    for (text, wanted) in [
        ("tomorrow 9-5", "2026-01-09T09/2026-01-09T10"),
        ("from 8 to 4 on Saturday", "2026-01-10T08/2026-01-10T09"),
        ("Sunday between 10 and 12", "2026-01-11T10/2026-01-11T11"),
        ("2-4 days ago", "2026-01-04T09:30:00/2026-01-05T09:30:00"),
        ("20260315", "2026-03-15T00/2026-03-16T00"),
        ("EOD Monday", "2026-01-12T12/2026-01-13T00"),
        ("March-April", "2026-03-01T00/2026-04-01T00"),
    ] {
        assert_eq!(bounds(text).first().map(String::as_str), Some(wanted), "{text}");
    }
    assert_eq!(bounds("24/7"), Vec::<String>::new());
}
