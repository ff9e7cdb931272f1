//! Lengths, recurrences, ranges and the parts of a stretch.

use super::{bounds, check, only, read, reference};
use corroborate_temporal::{Civil, Modifier, Precision, annotate};

#[test]
fn lengths_and_recurrences() {
    check(&[
        ("The war lasted four years.", &[("four years", "P4Y")]),
        ("A three-day visit.", &[("three-day", "P3D")]),
        ("They waited for more than two and a half hours.", &[("more than two and a half hours", "PT2.5H")]),
        ("It fell in the last six months.", &[("the last six months", "P6M")]),
        ("It will take two to three weeks.", &[("two to three weeks", "P2W")]),
        ("The board meets every Tuesday.", &[("every Tuesday", "XXXX-WXX-2")]),
        ("The ferry runs twice a week.", &[("twice a week", "P1W")]),
        ("It sells daily.", &[("daily", "P1D")]),
        ("In recent weeks it has grown.", &[("recent weeks", "PAST_REF")]),
    ]);
}

#[test]
fn either_end_of_a_range_is_an_expression() {
    check(&[
        ("The fair runs from 6 to 9 January.", &[("6", "2026-01-06"), ("9 January", "2026-01-09")]),
        ("It met between May and July 2023.", &[("May", "2023-05"), ("July 2023", "2023-07")]),
        ("The season of 2019-20 was cut short.", &[("2019", "2019"), ("20", "2020")]),
        ("It was held on March 5-9, 2019.", &[("March 5", "2019-03-05"), ("9, 2019", "2019-03-09")]),
        (
            "Roads were shut between 9:30 and 11:00 on Tuesday.",
            &[("9:30", "2026-01-06T09:30"), ("11:00 on Tuesday", "2026-01-06T11:00")],
        ),
    ]);
}

#[test]
fn modifiers_narrow_the_bounds() {
    let late = only("It opened in late November 2025.");
    assert_eq!((late.value.as_str(), late.modifier), ("2025-11", Some(Modifier::End)));
    assert_eq!((late.earliest, late.latest), (Civil::date(2025, 11, 21), Civil::date(2025, 12, 1)));
    let later = only("A vote is expected later this month.");
    assert_eq!((later.earliest, later.latest), (reference(), Civil::date(2026, 2, 1)));
    assert_eq!(only("Nearly four years passed.").modifier, Some(Modifier::LessThan));
}

#[test]
fn lengths_are_read_in_parts_of_a_unit() {
    check(&[
        ("It took three-quarters of an hour.", &[("three-quarters of an hour", "PT0.75H")]),
        ("After a month-long strike they returned.", &[("month-long", "P1M")]),
        ("Profit in the year ended 31 March fell.", &[("the year", "P1Y"), ("31 March", "2025-03-31")]),
    ]);
}

#[test]
fn the_ends_of_a_stretch_lend_each_other_what_they_leave_unsaid() {
    check(&[
        (
            "Guards watched between 7 and 9:30 last night.",
            &[("7", "2026-01-07T19:00"), ("9:30 last night", "2026-01-07T21:30")],
        ),
        ("The hall is let from 5 to 6pm.", &[("5", "2026-01-08T17:00"), ("6pm", "2026-01-08T18:00")]),
        (
            "It was broadcast from 9:30 to 11:00 GMT.",
            &[("9:30", "2026-01-08T09:30Z"), ("11:00 GMT", "2026-01-08T11:00Z")],
        ),
        ("The league lasted from 477 to 404 BC.", &[("477", "BC0477"), ("404 BC", "BC0404")]),
        (
            "It will run from the 27th to the 3rd of April.",
            &[("the 27th", "2026-03-27"), ("the 3rd of April", "2026-04-03")],
        ),
        ("Entries were taken from 5/1-5/7, 2020.", &[("5/1", "2020-05-01"), ("2020", "2020")]),
    ]);
    let ongoing = annotate("The fair will run from Monday to Sunday.", Civil::date(2026, 1, 7));
    let values: Vec<&str> = ongoing.iter().map(|expression| expression.value.as_str()).collect();
    assert_eq!(values, ["2026-01-05", "2026-01-11"], "a stretch that has begun");
    check(&[
        (
            "The mill will be sold in the July-September quarter.",
            &[("July", "2026-07"), ("September", "2026-09")],
        ),
        ("The road was shut from May to September.", &[("May", "2025-05"), ("September", "2025-09")]),
    ]);
}

#[test]
fn short_forms_of_feeds_and_clocks() {
    check(&[
        ("3h ago", &[("3h ago", "2026-01-08T06:30")]),
        ("Posted 2w ago by the editor", &[("2w ago", "2025-W52")]),
        ("It is due within 48h.", &[("48h", "PT48H")]),
        ("+15 minutes", &[("15 minutes", "2026-01-08T09:45")]),
        ("Exports grew by 15 minutes of output", &[("15 minutes", "PT15M")]),
        ("A cable 5m long", &[]),
        ("They open at 9a.", &[("9a", "2026-01-08T09:00")]),
        ("The shares closed at 3p.", &[]),
        ("Tonight at 12 the truce begins.", &[("Tonight at 12", "2026-01-08T24:00")]),
    ]);
}

#[test]
fn parts_that_are_left_of_a_stretch() {
    let rest = only("It will rain for the rest of the month.");
    assert_eq!((rest.earliest, rest.latest), (reference(), Civil::date(2026, 2, 1)));
    let so_far = only("Sales fell in the year to date.");
    assert_eq!((so_far.earliest, so_far.latest), (Civil::date(2026, 1, 1), reference()));
    let ahead = only("It will take place in the next three days.");
    assert_eq!((ahead.earliest, ahead.latest), (Civil::date(2026, 1, 9), Civil::new(2026, 1, 12, 0, 0, 0)));
    assert_eq!(only("Reports are due by EOM.").modifier, Some(Modifier::End));
    check(&[
        ("The bank opens on the next business day.", &[("the next business day", "2026-01-09")]),
        ("It fell in the latter half of 2024.", &[("the latter half of 2024", "2024-H2")]),
        ("It was built in the 470s BC.", &[("the 470s BC", "BC047")]),
        ("Deliveries begin in week 3 of 2027.", &[("week 3 of 2027", "2027-W03")]),
        ("Rebels came in the early hours of Tuesday morning.", &[("Tuesday morning", "2026-01-06TMO")]),
        ("Snow lay through the fall and winter.", &[("the fall", "2025-FA"), ("winter", "2025-WI")]),
        ("June 10 - 31, 2022 does not exist.", &[]),
    ]);
}

#[test]
fn bounds_of_offsets_and_ranges() {
    let bounds = |text: &str| -> Vec<String> {
        let found = annotate(text, Civil::new(2026, 1, 8, 10, 20, 0));
        let shown = |bound: Option<Civil>| bound.map_or("-".to_owned(), |civil| civil.to_string());
        found.iter().map(|found| shown(found.earliest) + "/" + &shown(found.latest)).collect()
    };
    assert_eq!(
        bounds("It will be done less than 3 days after Monday."),
        ["2026-01-12T00:00:00/2026-01-15T00:00:00"]
    );
    assert_eq!(
        bounds("Plans for the next two quarters are made."),
        ["2026-04-01T00:00:00/2026-10-01T00:00:00"]
    );
    assert_eq!(bounds("He was out late this morning.")[0], "2026-01-08T10:00:00/2026-01-08T12:00:00");
    assert_eq!(
        bounds("The gates closed late Wednesday night.")[0],
        "2026-01-07T21:00:00/2026-01-08T06:00:00"
    );
    assert_eq!(
        bounds("How many calls came between nine o'clock and now?")[0],
        "2026-01-08T09:00:00/2026-01-08T10:00:00"
    );
    assert_eq!(
        bounds("They speak tonight at 2 a.m. by phone.")[0],
        "2026-01-09T02:00:00/2026-01-09T03:00:00"
    );
    assert_eq!(
        bounds("Doors will open later than 9:30 but before 11:00 on Friday.")[0],
        "2026-01-09T09:30:00/2026-01-09T09:31:00"
    );
    assert_eq!(bounds("She is free next Monday 6-8.")[0], "2026-01-12T06:00:00/2026-01-12T07:00:00");
    // A result is no time.
    assert_eq!(bounds("They won on Monday 3-1.")[0], "2026-01-05T00:00:00/2026-01-06T00:00:00");
}

#[test]
fn the_first_and_the_last_of_a_stretch_lie_in_it() {
    let bounds = |text: &str| {
        let found = annotate(text, reference());
        let of = |index: usize| found.get(index).map(|one| (one.value.clone(), one.earliest, one.latest));
        (of(0), of(1).map(|(value, ..)| value))
    };
    let lies = |value: &str, from, until| Some((value.to_owned(), from, until));
    assert_eq!(
        bounds("Sales are up in the first four months of 2025."),
        (lies("P4M", Civil::date(2025, 1, 1), Civil::date(2025, 5, 1)), Some("2025".into()))
    );
    assert_eq!(
        bounds("Snow fell in the last ten days of December 2025.").0,
        lies("P10D", Civil::date(2025, 12, 22), Civil::date(2026, 1, 1))
    );
    // The first week is that of the first Thursday, as it is in *the first week of May*.
    assert_eq!(
        bounds("It will rain in the first two weeks of May 2026.").0,
        lies("P2W", Civil::date(2026, 5, 4), Civil::date(2026, 5, 18))
    );
    // Of what is not in the calendar nothing is known; it does not begin or end now.
    for text in
        ["Exports are up in the first four months.", "She wrote it in the last ten years of her life."]
    {
        let found = only(text);
        assert_eq!((found.earliest, found.latest), (None, None), "{text}");
    }
}

#[test]
fn a_half_joined_by_hyphens() {
    check(&[
        ("A three-and-a-half-hour debate followed.", &[("three-and-a-half-hour", "PT3.5H")]),
        ("A two-and-a-half year term.", &[("two-and-a-half year", "P2.5Y")]),
    ]);
}

#[test]
fn days_that_come_back_within_every_month() {
    check(&[
        (
            "The council sits on the first Monday of every month.",
            &[("the first Monday of every month", "P1M")],
        ),
        ("Rent is due on the last day of each quarter.", &[("the last day of each quarter", "P3M")]),
    ]);
}

#[test]
fn a_quarter_of_a_century_is_no_quarter_of_a_year() {
    check(&[
        ("It grew over the past quarter century.", &[("the past quarter century", "P25Y")]),
        ("It grew in the past quarter.", &[("the past quarter", "2025-Q4")]),
    ]);
}

#[test]
fn lengths_in_more_forms() {
    check(&[
        ("It took 2½ hours.", &[("2½ hours", "PT2.5H")]),
        ("It took 1¼ hours.", &[("1¼ hours", "PT1.25H")]),
        ("It took 2¾ hours.", &[("2¾ hours", "PT2.75H")]),
        (
            "It lasted one year, two months, three days and four hours.",
            &[("one year, two months, three days and four hours", "P1Y2M3DT4H")],
        ),
        ("It stood for two thousand five hundred years.", &[("two thousand five hundred years", "P2500Y")]),
        ("They made three two-day trips.", &[("two-day", "P2D")]),
        ("They waited three weeks\u{2014}a record.", &[("three weeks", "P3W")]),
        ("They talked for weeks - a record.", &[("weeks", "PXW")]),
        ("It took over two and a half years.", &[("over two and a half years", "P2.5Y")]),
        ("It shut in 2004 for two weeks.", &[("2004", "2004"), ("two weeks", "P2W")]),
        ("It will end in the next hour.", &[("the next hour", "PT1H")]),
        ("They had a night out.", &[]),
        ("She spoke of the years in exile.", &[]),
    ]);
}

#[test]
fn quarters_are_of_a_year_or_of_anything() {
    check(&[
        ("Sales fell for one quarter.", &[("one quarter", "P3M")]),
        ("Sales fell for two quarters.", &[("two quarters", "P6M")]),
        ("Sales fell over the last three quarters.", &[("the last three quarters", "P9M")]),
        ("It lost three quarters of its value.", &[]),
        ("It fell by a quarter.", &[]),
    ]);
}

#[test]
fn rates() {
    check(&[
        ("They sell 15 a year.", &[("a year", "P1Y")]),
        ("Sales rose by ten percent a year.", &[("a year", "P1Y")]),
        ("It moves at 30 metres per second.", &[("per second", "PT1S")]),
    ]);
}

#[test]
fn ends_of_what_is_not_named() {
    check(&[
        ("Pay is due by end of month", &[("end of month", "2026-01")]),
        ("Pay is due by end of month, he said.", &[("end of month", "2026-01")]),
        ("Reports are due EOM Friday.", &[("EOM", "2026-01"), ("Friday", "2026-01-09")]),
        ("He took an end of year bonus.", &[]),
        ("They left at the end of the season.", &[]),
    ]);
}

#[test]
fn the_first_and_the_last_of_longer_stretches() {
    for (text, wanted) in [
        ("It grew in the first three years of the 1990s.", "1990-01-01/1993-01-01"),
        ("It grew in the last ten years of the 18th century.", "1790-01-01/1800-01-01"),
        ("It grew in the first two months of the second half of 2025.", "2025-07-01/2025-09-01"),
        ("It will rain in the first three days of next month.", "2026-02-01/2026-02-04"),
        ("Hundreds died in the last two weeks of fighting.", "2025-12-25/2026-01-08T09:30:00"),
    ] {
        let found = annotate(text, reference());
        assert_eq!(found.first().map(bounds).as_deref(), Some(wanted), "{text}: {:?}", read(text));
    }
}

#[test]
fn without_a_reference_date_a_value_is_as_fine_as_it_will_be() {
    for (text, value, precision) in [
        ("They met in March.", "XXXX-03", Precision::Month),
        ("They met in the winter.", "XXXX-WI", Precision::Season),
        ("They met on Tuesday.", "XXXX-WXX-2", Precision::Day),
        ("They met last week.", "XXXX-WXX", Precision::Week),
        ("They met last year.", "XXXX", Precision::Year),
        ("They met over the weekend.", "XXXX-WXX-WE", Precision::Week),
        ("They speak tonight at 2.", "XXXX-XX-XXT02:00", Precision::Hour),
    ] {
        let found = annotate(text, None);
        let read = found.first().map(|found| (found.value.as_str(), found.precision));
        assert_eq!(read, Some((value, precision)), "{text}");
    }
}
