//! Times of the day, alone and beside a day.

use super::{check, only};
use corroborate_temporal::Modifier;

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
fn a_timetable_gives_two_times_where_two_years_might_stand() {
    check(&[
        ("Fri 9 Jan 0740-0910.", &[("Fri 9 Jan 0740", "2026-01-09T07:40"), ("0910", "2026-01-09T09:10")]),
        ("The treaty of 12 March 1915 was kept.", &[("12 March 1915", "1915-03-12")]),
        ("The ship sails on 12 March 2330.", &[("12 March 2330", "2026-03-12T23:30")]),
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
fn half_an_hour_past_as_the_british_say_it() {
    check(&[
        ("Doors will open at half six on Friday.", &[("half six on Friday", "2026-01-09T06:30")]),
        ("He had left by half 9 p.m.", &[("half 9 p.m.", "2026-01-08T21:30")]),
        ("They will dine half eight tonight.", &[("half eight tonight", "2026-01-08T20:30")]),
        ("She woke after half four and rang.", &[("half four", "2026-01-08T04:30")]),
        ("Output was cut by half five years ago.", &[("five years ago", "2021")]),
        ("They had lost half seven times over.", &[]),
        ("It grew at half two rates.", &[]),
    ]);
}

#[test]
fn an_hour_before_a_day_and_its_part() {
    check(&[
        ("He was shot at 3:20 Monday afternoon.", &[("3:20 Monday afternoon", "2026-01-05T15:20")]),
        ("The game will start at 7 Friday night.", &[("7 Friday night", "2026-01-09T19:00")]),
        ("They shot 7 Friday night.", &[("Friday night", "2026-01-02TNI")]),
    ]);
}

#[test]
fn figures_of_a_stopwatch_are_no_time_of_day() {
    check(&[
        ("They led by two with 4:31 left.", &[]),
        ("He scored with 1:05 to go.", &[]),
        ("She won in 2:14:30.", &[]),
        ("He ran a time of 3:52.", &[]),
        ("The train at 4:31 left on time.", &[("4:31", "2026-01-08T04:31")]),
        ("They met at 4:31 to go home.", &[("4:31", "2026-01-08T04:31")]),
    ]);
}
