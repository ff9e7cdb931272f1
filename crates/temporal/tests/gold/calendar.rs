//! Dates of the calendar in words and figures.

use super::{check, only};
use corroborate_temporal::{Civil, annotate};

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
fn the_nearest_of_a_name_to_a_day() {
    let read = |text: &str| annotate(text, Civil::date(2026, 1, 8)).first().map(|found| found.value.clone());
    assert_eq!(read("The fair is on the Sunday closest to 1 May.").as_deref(), Some("2026-01-11"));
    assert_eq!(read("The fair is on the closest Sunday to 1 May.").as_deref(), Some("2026-05-03"));
    assert_eq!(read("It will be the second nearest Sunday to 1 May.").as_deref(), Some("2026-04-26"));
    assert_eq!(read("They last met on Thanksgiving three months ago.").as_deref(), Some("2025-11-27"));
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
fn decades_early_and_late_and_years_of_the_era() {
    check(&[
        ("It was common in the early 90s.", &[("the early 90s", "199")]),
        ("It was common in the late nineteen-eighties.", &[("the late nineteen-eighties", "198")]),
        ("It was built in AD 1066.", &[("AD 1066", "1066")]),
        ("The ad 1066 cost a lot.", &[]),
    ]);
}

#[test]
fn years_of_three_figures_want_a_sign_that_they_are_years() {
    check(&[
        ("In 476, the last emperor was deposed.", &[("476", "0476")]),
        ("The abbey was founded in 812 by monks.", &[("812", "0812")]),
        ("The king died in 954.", &[("954", "0954")]),
        ("It was lost in the year 529.", &[("the year 529", "0529")]),
        ("The town burned in AD 64.", &[("AD 64", "0064")]),
        ("In 250, 300 and 400 metres she won.", &[]),
        ("The runner came home in 312.", &[]),
        ("It was sold in 250 shops.", &[]),
        ("One in 300, they say, is ill.", &[]),
        ("The fort stood as late as 1641 and as early as 1588.", &[("1641", "1641"), ("1588", "1588")]),
    ]);
}

#[test]
fn days_that_do_not_exist_leave_no_year_behind() {
    check(&[("February 20 - 29, 2023", &[])]);
    assert_eq!(only("February 29, 2024").value, "2024-02-29");
}

#[test]
fn sundays_with_a_name() {
    check(&[
        ("Wreaths were laid on Remembrance Sunday 2025.", &[("Remembrance Sunday 2025", "2025-11-09")]),
        ("Mothering Sunday 2025 was wet.", &[("Mothering Sunday 2025", "2025-03-30")]),
        ("They lit it on Advent Sunday 2025.", &[("Advent Sunday 2025", "2025-11-30")]),
    ]);
}

#[test]
fn the_weekend_in_two_words() {
    check(&[
        ("They will vote this week-end.", &[("this week-end", "2026-W02-WE")]),
        ("Over the week-end the dam held.", &[("the week-end", "2026-W01-WE")]),
        ("The week-ending habit spread.", &[]),
    ]);
}
