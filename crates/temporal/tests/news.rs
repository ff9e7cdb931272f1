//! What is right, by hand: expressions of news sentences with their values.

use corroborate_temporal::{Civil, Modifier, TimeExpression, annotate};

/// Thursday, 8 January 2026.
fn reference() -> Option<Civil> {
    Civil::new(2026, 1, 8, 9, 30, 0)
}

fn read(text: &str) -> Vec<(String, String)> {
    let found = annotate(text, reference());
    found.iter().map(|found| (found.span.of(text).to_owned(), found.value.clone())).collect()
}

/// The only expression of a text.
fn only(text: &str) -> TimeExpression {
    let mut found = annotate(text, reference());
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.remove(0)
}

fn check(cases: &[(&str, &[(&str, &str)])]) {
    for (text, expected) in cases {
        let expected: Vec<(String, String)> =
            expected.iter().map(|(words, value)| ((*words).to_owned(), (*value).to_owned())).collect();
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn dates_in_every_common_order() {
    check(&[
        ("Issued on 12 November 2025.", &[("12 November 2025", "2025-11-12")]),
        ("Issued on Nov. 12, 2025.", &[("Nov. 12, 2025", "2025-11-12")]),
        ("Issued 12-Nov-2025", &[("12-Nov-2025", "2025-11-12")]),
        ("Issued 2025/11/12", &[("2025/11/12", "2025-11-12")]),
        ("Issued 31/12/2025", &[("31/12/2025", "2025-12-31")]),
        ("Jan 09, 2031 10:24 am", &[("Jan 09, 2031 10:24 am", "2031-01-09T10:24")]),
        ("Jan 09, 2031\n10:24 am", &[("Jan 09, 2031\n10:24 am", "2031-01-09T10:24")]),
        ("10:17, 14 Oct 2030", &[("10:17, 14 Oct 2030", "2030-10-14T10:17")]),
        ("15 October 2030 at 19.20", &[("15 October 2030 at 19.20", "2030-10-15T19:20")]),
        ("Thursday, 09 January 2031", &[("Thursday, 09 January 2031", "2031-01-09")]),
        ("Updated 2030-10-14T08:20:00Z", &[("2030-10-14T08:20:00Z", "2030-10-14T08:20:00Z")]),
        ("the strike of '84 and the 1990s", &[("'84", "1984"), ("the 1990s", "199")]),
    ]);
}

#[test]
fn figures_that_may_be_read_two_ways_follow_the_reference_date() {
    assert_eq!(only("Published 03/01/2026").value, "2026-01-03", "within a month of the reference date");
    assert_eq!(only("Published 03/04/2019").value, "2019-03-04", "month first where nothing decides");
    assert_eq!(only("Published Sunday 12/4/2020").value, "2020-04-12", "the day of the week decides");
}

#[test]
fn a_bare_weekday_is_past_unless_the_clause_looks_ahead() {
    check(&[
        ("The ministers met on Tuesday evening.", &[("Tuesday evening", "2026-01-06TEV")]),
        ("The envoy said Thursday that talks went on.", &[("Thursday", "2026-01-08")]),
        ("Parliament will vote on Tuesday.", &[("Tuesday", "2026-01-13")]),
        ("The ship is due to sail on Saturday.", &[("Saturday", "2026-01-10")]),
        ("He said the court would rule on Monday.", &[("Monday", "2026-01-12")]),
        ("The bridge has been shut since Saturday.", &[("Saturday", "2026-01-03")]),
        ("Wednesday's ruling is final.", &[("Wednesday", "2026-01-07")]),
    ]);
}

#[test]
fn times_of_day_and_zones() {
    let zoned = |text: &str| {
        let found = only(text);
        (found.value, found.offset)
    };
    assert_eq!(zoned("The quake struck at 0047 GMT."), ("2026-01-08T00:47Z".into(), Some(0)));
    assert_eq!(zoned("It left at 17:35 IST on Friday."), ("2026-01-02T17:35+05:30".into(), Some(330)));
    assert_eq!(
        zoned("It begins at 9 a.m. ET on 4 July 2025."),
        ("2025-07-04T09:00-04:00".into(), Some(-240))
    );
    assert_eq!(zoned("It began at 02.47 local time."), ("2026-01-08T02:47".into(), None));
    assert_eq!(zoned("He rang at 2.47am."), ("2026-01-08T02:47".into(), None));
    assert_eq!(zoned("They met at 6pm UK time on Monday."), ("2026-01-05T18:00Z".into(), Some(0)));
    assert_eq!(only("It ended at noon.").value, "2026-01-08T12:00");
    assert_eq!(only("The truce began at midnight on Tuesday.").value, "2026-01-06T24:00");
}

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
fn what_is_no_date_is_left_alone() {
    for text in [
        "It may or may not rain there.",
        "They march on the capital.",
        "The second man fled.",
        "Version 10.1.2 of the program is out.",
        "They won 3-1 at home.",
        "Call 555-2010-2015 for help.",
        "A Boeing 747 landed.",
        "The shop is open 24/7.",
        "Some 2000 people marched.",
        "About 1800 soldiers left.",
        "The screen has a ratio of 4:3.",
        "The 44-year-old driver was unhurt.",
        "Inflation stood at 6.45 percent.",
        "It was priced at $2024.",
        "May I come in?",
        "He went from two to one.",
        "June 31, 2031 does not exist.",
    ] {
        assert!(read(text).is_empty(), "{text}: {:?}", read(text));
    }
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
fn feasts_of_other_calendars_fall_on_their_day() {
    check(&[
        ("The market closed for Diwali 2023.", &[("Diwali 2023", "2023-11-12")]),
        ("Eid al-Fitr 2024 was quiet.", &[("Eid al-Fitr 2024", "2024-04-10")]),
        ("Lunar New Year 2024 was wet.", &[("Lunar New Year 2024", "2024-02-10")]),
        ("Orthodox Easter 2024 came late.", &[("Orthodox Easter 2024", "2024-05-05")]),
        ("The Labor Day weekend of 2025 was busy.", &[("The Labor Day weekend of 2025", "2025-W35-WE")]),
        ("The frigates of Operation Ramadan sailed.", &[]),
    ]);
    let passover = only("Passover 2024 is near.");
    assert_eq!(passover.value, "2024-04-23");
    assert_eq!(passover.earliest, Civil::new(2024, 4, 22, 18, 0, 0), "from sunset of the eve");
    assert_eq!(only("Ramadan 2025 began.").latest, Civil::date(2025, 3, 31), "a month");
}

#[test]
fn a_day_takes_its_hour_however_it_is_joined() {
    check(&[
        ("The vote is on Friday at 5.", &[("Friday at 5", "2026-01-09T05:00")]),
        ("The vote is on Friday at 5 schools.", &[("Friday", "2026-01-09")]),
        ("The vote will be on Sunday morning at 8.", &[("Sunday morning at 8", "2026-01-11T08:00")]),
        ("He will speak tomorrow afternoon at 4.", &[("tomorrow afternoon at 4", "2026-01-09T16:00")]),
        ("Doors open on 12 March at nine thirty.", &[("12 March at nine thirty", "2026-03-12T09:30")]),
        (
            "It opens on 12 March from 9-11am.",
            &[("12 March from 9", "2026-03-12T09:00"), ("11am", "2026-03-12T11:00")],
        ),
        ("It will close at a quarter past 6pm.", &[("a quarter past 6pm", "2026-01-08T18:15")]),
        ("They met on Thursday night, March 5, 2026.", &[("Thursday night, March 5, 2026", "2026-03-05TNI")]),
        ("Thu Feb 12 11:00:09 2026", &[("Thu Feb 12 11:00:09 2026", "2026-02-12T11:00:09")]),
        ("The patrol left at 03:00hrs.", &[("03:00hrs", "2026-01-08T03:00")]),
    ]);
    let after = only("The line opens on 12 March after 3 p.m.");
    assert_eq!((after.value.as_str(), after.modifier), ("2026-03-12T15:00", Some(Modifier::After)));
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
fn two_ways_to_say_one_day_are_one_expression() {
    check(&[
        ("They will meet this Friday, January 16.", &[("this Friday, January 16", "2026-01-16")]),
        ("They will meet tomorrow 9 January.", &[("tomorrow 9 January", "2026-01-09")]),
        ("He will return Monday two weeks from now.", &[("Monday two weeks from now", "2026-01-19")]),
        ("She had left in May two years ago.", &[("May two years ago", "2024-05")]),
        (
            "It reopens on the first Monday evening of next month.",
            &[("the first Monday evening of next month", "2026-02-02TEV")],
        ),
    ]);
}

#[test]
fn figures_with_points_are_days_where_a_time_or_a_point_says_so() {
    check(&[
        ("Kick-off is on 23.08. at 19:00.", &[("23.08. at 19:00", "2025-08-23T19:00")]),
        ("Wednesday 14.01. 22:00", &[("Wednesday 14.01. 22:00", "2026-01-14T22:00")]),
        ("The fair is open from 25.10. to 26.10.", &[("25.10.", "2025-10-25"), ("26.10.", "2025-10-26")]),
        ("Growth slowed to 6.6. Later it rose.", &[]),
        ("The price rose by 12.09 and the rate fell to 13.10.", &[]),
    ]);
}

#[test]
fn a_timetable_gives_two_times_where_two_years_might_stand() {
    check(&[
        ("Fri 9 Jan 0740-0910", &[("Fri 9 Jan 0740", "2026-01-09T07:40")]),
        ("The treaty of 12 March 1915 was kept.", &[("12 March 1915", "1915-03-12")]),
        ("The ship sails on 12 March 2330.", &[("12 March 2330", "2026-03-12T23:30")]),
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
fn the_nearest_of_a_name_to_a_day() {
    let read = |text: &str| annotate(text, Civil::date(2026, 1, 8)).first().map(|found| found.value.clone());
    assert_eq!(read("The fair is on the Sunday closest to 1 May.").as_deref(), Some("2026-01-11"));
    assert_eq!(read("The fair is on the closest Sunday to 1 May.").as_deref(), Some("2026-05-03"));
    assert_eq!(read("It will be the second nearest Sunday to 1 May.").as_deref(), Some("2026-04-26"));
    assert_eq!(read("They last met on Thanksgiving three months ago.").as_deref(), Some("2025-11-27"));
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
fn days_in_more_forms() {
    let read = |text: &str| -> Vec<String> {
        annotate(text, Civil::date(2026, 1, 8)).into_iter().map(|found| found.value).collect()
    };
    assert_eq!(read("We meet on Monday 19 between 9:30 and 11:00.")[0], "2026-01-19T09:30");
    assert_eq!(read("The hall opens on Sunday 18.")[0], "2026-01-18");
    assert_eq!(read("On Sunday 18 people came.")[0], "2026-01-04");
    assert_eq!(read("The file is called budget_draft-2024-03-09.xlsx."), ["2024-03-09"]);
    assert_eq!(read("They stay from May to September."), ["2026-05", "2026-09"]);
    assert_eq!(read("He may march to Paris."), [] as [&str; 0]);
    assert_eq!(read("We leave 5 days before new year.")[0], "2026-12-27");
    assert_eq!(read("They open a new year of talks."), [] as [&str; 0]);
    assert_eq!(read("Take this lunch home."), [] as [&str; 0]);
    assert_eq!(read("The court sits again Tuesday week."), ["2026-01-20"]);
    assert_eq!(read("The court sits again tomorrow fortnight."), ["2026-01-23"]);
    assert_eq!(read("The Tuesday week of talks was cut."), ["2026-01-06"]);
    assert_eq!(read("The bridge fell a year ago today."), ["2025-01-08"]);
    assert_eq!(read("The bridge fell three weeks ago yesterday."), ["2025-12-17"]);
    assert_eq!(read("A year ago today was a Wednesday")[0], "2025");
    assert_eq!(
        read("They rest in Easter week, before the Easter weekend.")[..2],
        ["2026-W14", "2026-W14-WE"]
    );
    assert_eq!(read("It runs from this 3/14 to next 3/19."), ["2026-03-14", "2026-03-19"]);
    assert_eq!(read("The feast is on Maundy Thu.")[0], "2026-04-02");
    assert_eq!(read("The results for 2024-3 are out.")[0], "2024-03");
    let season = read("The 2004-5 season was long.");
    assert!(!season.iter().any(|value| value == "2004-05" || value.starts_with('P')), "{season:?}");
    assert_eq!(
        read("She served the first two twenty-year terms.")
            .iter()
            .filter(|value| value.contains("T02"))
            .count(),
        0
    );
    assert_eq!(read("It is planned for Thursday, two years from now.")[0], "2028-01-06");
    assert_eq!(read("See you on March eighteenth nine thirty.")[0], "2026-03-18T09:30");
    assert_eq!(read("Early in the day on Friday they voted.")[0], "2026-01-02");
}

#[test]
fn days_of_a_month_in_figures_are_no_time_of_day() {
    check(&[
        ("5 to 7 January", &[("5", "2026-01-05"), ("7 January", "2026-01-07")]),
        ("It began at 5 to 7 on Monday.", &[("5 to 7 on Monday", "2026-01-05T06:55")]),
        ("It fell on the second to last day of May.", &[("the second to last day of May", "2025-05-30")]),
        ("It closed for 3 3/4 hours.", &[("3 3/4 hours", "PT3.75H")]),
        (
            "from 28 December to 3 January 2024",
            &[("28 December", "2023-12-28"), ("3 January 2024", "2024-01-03")],
        ),
        ("The price was 18.30 million.", &[]),
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
fn times_counted_from_a_clock() {
    check(&[
        ("It came two hours before midnight.", &[("two hours before midnight", "2026-01-08T22:00")]),
        ("It left 20 minutes after 6 p.m.", &[("20 minutes after 6 p.m.", "2026-01-08T18:20")]),
        (
            "It sank an hour before noon on Tuesday.",
            &[("an hour before noon on Tuesday", "2026-01-06T11:00")],
        ),
        ("The vote is at a quarter past 8 tonight.", &[("a quarter past 8 tonight", "2026-01-08T20:15")]),
        ("It opens on Friday at 7 in the evening.", &[("Friday at 7 in the evening", "2026-01-09T19:00")]),
        ("It starts at eleven thirty tonight.", &[("eleven thirty tonight", "2026-01-08T23:30")]),
        (
            "It starts at 8 in the evening on the 15th.",
            &[("8 in the evening on the 15th", "2026-01-15T20:00")],
        ),
        ("Doors open at 7 on Friday evening.", &[("7 on Friday evening", "2026-01-09T19:00")]),
        ("The gunman shot 7 on Friday evening.", &[("Friday evening", "2026-01-02TEV")]),
    ]);
}

#[test]
fn decades_early_and_late_and_years_of_the_era() {
    check(&[
        ("It was common in the early 90s.", &[("the early 90s", "199")]),
        ("It was common in the late nineteen-eighties.", &[("the late nineteen-eighties", "198")]),
        ("It was built in AD 1066.", &[("AD 1066", "1066")]),
        ("The ad 1066 cost a lot.", &[]),
    ]);
}
