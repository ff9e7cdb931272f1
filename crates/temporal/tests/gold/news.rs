//! Sentences as news has them, with all that they say of time.

use crate::{check, only};
use corroborate_temporal::{Civil, annotate};

#[test]
fn accidents_and_weather() {
    check(&[
        (
            "The roof came down on Tuesday night, and by Wednesday morning four people were in hospital.",
            &[("Tuesday night", "2026-01-06TNI"), ("Wednesday morning", "2026-01-07TMO")],
        ),
        (
            "Two more aftershocks struck overnight, at 02:14 and 04:50 local time.",
            &[
                ("overnight", "2026-01-08TNI"),
                ("02:14", "2026-01-08T02:14"),
                ("04:50 local time", "2026-01-08T04:50"),
            ],
        ),
        (
            "Rainfall over the past 48 hours was the heaviest since August 2011.",
            &[("the past 48 hours", "PT48H"), ("August 2011", "2011-08")],
        ),
        (
            "At a quarter to six on Wednesday evening the lights went out.",
            &[("a quarter to six on Wednesday evening", "2026-01-07T17:45")],
        ),
        (
            "It took the crews four and a half hours to reach the summit hut.",
            &[("four and a half hours", "PT4.5H")],
        ),
        ("For the first time in 30 years the lake froze over.", &[("30 years", "P30Y")]),
        (
            "The blaze was brought under control at about 3.15am, more than six hours after it started.",
            &[("about 3.15am", "2026-01-08T03:15"), ("more than six hours", "PT6H")],
        ),
        (
            "Snow fell on Christmas Day for only the second time this century.",
            &[("Christmas Day", "2025-12-25"), ("this century", "20")],
        ),
        (
            "Passengers on the 18:42 from Linton were stuck for almost three hours.",
            &[("18:42", "2026-01-08T18:42"), ("almost three hours", "PT3H")],
        ),
    ]);
}

#[test]
fn courts_councils_and_votes() {
    check(&[
        (
            "Polling stations close at 10pm on Sunday 18 January.",
            &[("10pm on Sunday 18 January", "2026-01-18T22:00")],
        ),
        (
            "The inquest, adjourned last October, resumes on Monday week.",
            &[("last October", "2025-10"), ("Monday week", "2026-01-19")],
        ),
        ("The first of the new trams will run from mid-April.", &[("mid-April", "2026-04")]),
        (
            "Voters rejected the plan in a referendum in the spring of last year.",
            &[("the spring of last year", "2025-SP")],
        ),
        (
            "The minister said late on Thursday that talks would resume at the weekend.",
            &[("late on Thursday", "2026-01-08"), ("the weekend", "2026-W02-WE")],
        ),
        (
            "An earlier vote, held on December 12th, had failed by one ballot.",
            &[("December 12th", "2025-12-12")],
        ),
        (
            "The curfew, from 9pm to 5am, was lifted the day before yesterday.",
            &[
                ("9pm", "2026-01-08T21:00"),
                ("5am", "2026-01-08T05:00"),
                ("the day before yesterday", "2026-01-06"),
            ],
        ),
        (
            "The court will rule in the week beginning 19 January.",
            &[("the week beginning 19 January", "2026-W04")],
        ),
        (
            "The mayor, who took office in 2019, will step down at the end of this month.",
            &[("2019", "2019"), ("the end of this month", "2026-01")],
        ),
        (
            "The vote was postponed from Tuesday to Thursday because of the storm.",
            &[("Tuesday", "2026-01-06"), ("Thursday", "2026-01-08")],
        ),
        ("The council meets twice a month, usually on the first Wednesday.", &[("twice a month", "P1M")]),
    ]);
}

#[test]
fn firms_and_buildings() {
    check(&[
        (
            "Profits for the three months to 31 December fell short.",
            &[("the three months", "P3M"), ("31 December", "2025-12-31")],
        ),
        (
            "Output fell year on year in November, the seventh monthly drop in a row.",
            &[("November", "2025-11"), ("monthly", "P1M")],
        ),
        (
            "Construction is expected to begin in Q3 2027 and last 18 months.",
            &[("Q3 2027", "2027-Q3"), ("18 months", "P18M")],
        ),
        ("The museum shut its doors in the winter of 1978-79.", &[("the winter of 1978-79", "1978-WI")]),
        ("The company's financial year ends on 31 March.", &[("31 March", "2026-03-31")]),
        ("At this time last year reservoirs were full.", &[("this time last year", "2025-01")]),
        (
            "The 1920s building was sold in the late 1980s for a song.",
            &[("The 1920s", "192"), ("the late 1980s", "198")],
        ),
        ("Nobody has lived there since the sixties.", &[("the sixties", "196")]),
    ]);
}

#[test]
fn what_the_verbs_around_a_day_say_of_it() {
    check(&[
        (
            "The ferry had set out from the quay on Tuesday night and was headed north.",
            &[("Tuesday night", "2026-01-06TNI")],
        ),
        ("They are set to meet on Tuesday.", &[("Tuesday", "2026-01-13")]),
        ("The guard who was taken away was let go on Tuesday night.", &[("Tuesday night", "2026-01-06TNI")]),
        ("Let us meet on Tuesday.", &[("Tuesday", "2026-01-13")]),
        (
            "On Sunday evening his office would only say that he stood by the plan.",
            &[("Sunday evening", "2026-01-04TEV")],
        ),
        ("On Sunday they would not comment.", &[("Sunday", "2026-01-04")]),
        ("On Sunday they would not play.", &[("Sunday", "2026-01-11")]),
        (
            "As many as 14 of the 86 trains scheduled on Friday were cancelled after the guards walked out.",
            &[("Friday", "2026-01-02")],
        ),
        ("The trains scheduled for Friday will run.", &[("Friday", "2026-01-09")]),
        ("The talks were due on Friday.", &[("Friday", "2026-01-09")]),
        (
            "She would review the lease, but, in an interview on Monday, that she would not tear it up at all.",
            &[("Monday", "2026-01-05")],
        ),
        (
            "Of the 268 trains that should have used the tunnel on Friday, 231 were cancelled.",
            &[("Friday", "2026-01-02")],
        ),
        ("They have until Friday to find the rest of the money.", &[("Friday", "2026-01-09")]),
        (
            "A man is in custody after a shooting on Tuesday night in the town.",
            &[("Tuesday night", "2026-01-06TNI")],
        ),
        ("Police say the shooting Tuesday left two dead in the street.", &[("Tuesday", "2026-01-06")]),
        ("He died on Saturday at home in the hills above the old town.", &[("Saturday", "2026-01-03")]),
        (
            "The march took place on the last Friday of the month.",
            &[("the last Friday of the month", "2025-12-26")],
        ),
        (
            "The march will take place on the last Friday of the month.",
            &[("the last Friday of the month", "2026-01-30")],
        ),
        ("Traffic doubled in the last quarter of the year.", &[("the last quarter of the year", "2025-Q4")]),
    ]);
}

#[test]
fn a_line_that_announces_looks_ahead() {
    let text = "The old miller is dead. He was found in the stream below the dam, and nobody knows how long he had lain \
                there in the cold.\n\nFuneral: Friday, 11.00, St Olave's chapel.\n\nDoors open Saturday 7 p.m., tickets \
                at the gate.\n\nLast updated: Friday, 10.15\n\nPhoto: Jane Moss, Friday 10 a.m.\n\nA crowd at the gate on \
                Friday.\n";
    let values: Vec<String> =
        annotate(text, Civil::date(2026, 1, 8)).into_iter().map(|found| found.value).collect();
    let wanted =
        ["2026-01-09T11:00", "2026-01-10T19:00", "2026-01-02T10:15", "2026-01-02T10:00", "2026-01-02"];
    assert_eq!(values, wanted);
}

#[test]
fn quarters_of_other_things_and_points_of_sections() {
    for text in [
        "Work in the last quarter of the month was slow.",
        "They scored in the third quarter of the match.",
        "See sections 1.2. or 6.6. of the code for what applies.",
        "Clauses 3.4. and 5.6. do not apply.",
        "See rule 7.2. before you go.",
    ] {
        assert_eq!(annotate(text, Civil::date(2026, 1, 8)), [], "{text}");
    }
    assert_eq!(only("They met on 3.2. at the gate.").value, "2026-02-03");
    assert_eq!(only("It rose in the third quarter of the financial year.").value, "2025-Q3");
}

#[test]
fn what_lasts_and_what_was_last() {
    check(&[
        ("It is expected to last 18 months.", &[("18 months", "P18M")]),
        ("The talks may last two weeks.", &[("two weeks", "P2W")]),
        ("It fell in the last two weeks.", &[("the last two weeks", "P2W")]),
        ("This time tomorrow they will be home.", &[("This time tomorrow", "2026-01-09")]),
        ("This time last week it rained.", &[("This time last week", "2026-01-01")]),
        ("In the winter of 1946/47 it froze.", &[("the winter of 1946/47", "1946-WI")]),
        ("In the winter of 1946-50 it froze.", &[("the winter of 1946", "1946-WI")]),
    ]);
}

#[test]
fn days_and_hours_of_the_week() {
    check(&[
        ("Two days before Christmas the heating failed.", &[("Two days before Christmas", "2025-12-23")]),
        ("Twelve months on, nothing has changed.", &[("Twelve months", "P12M")]),
        ("He has been in hospital for the past nine days.", &[("the past nine days", "P9D")]),
        ("The clocks go forward on the last Sunday in March.", &[("the last Sunday in March", "2026-03-29")]),
        (
            "Bids are due by 5 p.m. Eastern time on Jan. 30.",
            &[("5 p.m. Eastern time on Jan. 30", "2026-01-30T17:00-05:00")],
        ),
        (
            "Work stopped between late November and early January.",
            &[("late November", "2025-11"), ("early January", "2026-01")],
        ),
        (
            "The lease runs from 1 April 2026 to 31 March 2031.",
            &[("1 April 2026", "2026-04-01"), ("31 March 2031", "2031-03-31")],
        ),
        (
            "The trial began on Monday and is expected to last until mid-February.",
            &[("Monday", "2026-01-05"), ("mid-February", "2026-02")],
        ),
        ("The last time it flooded was in 1953.", &[("1953", "1953")]),
        (
            "Heavy snow is forecast from Friday evening into Saturday.",
            &[("Friday evening", "2026-01-09TEV"), ("Saturday", "2026-01-10")],
        ),
        (
            "Ministers met for three hours on Wednesday and will do so again next Wednesday.",
            &[("three hours", "PT3H"), ("Wednesday", "2026-01-07"), ("next Wednesday", "2026-01-14")],
        ),
        (
            "The fire was reported at 0640 GMT, ten minutes before sunrise.",
            &[("0640 GMT", "2026-01-08T06:40Z"), ("ten minutes", "PT10M")],
        ),
        ("By Thursday lunchtime only the chimney stood.", &[("Thursday lunchtime", "2026-01-08TMI")]),
        (
            "In the small hours of Monday a lorry hit the bridge.",
            &[("the small hours of Monday", "2026-01-05TMO")],
        ),
        ("Over the Christmas holidays 14 burglaries were reported.", &[("Christmas", "2025-12-25")]),
        ("The school reopened at the start of the week.", &[("the start of the week", "2026-W02")]),
        ("They had met once before, in the autumn of 2001.", &[("the autumn of 2001", "2001-FA")]),
    ]);
}

#[test]
fn seasons_years_and_lengths() {
    check(&[
        (
            "Fares will go up by 4 percent from the beginning of March.",
            &[("the beginning of March", "2026-03")],
        ),
        ("The body lay undiscovered for up to three weeks.", &[("up to three weeks", "P3W")]),
        ("Polls open at seven and close at ten at night.", &[("ten at night", "2026-01-08T22:00")]),
        ("The appeal will be heard on a date to be fixed in the new year.", &[]),
        (
            "Rain is expected every day this week except Thursday.",
            &[("every day", "P1D"), ("this week", "2026-W02"), ("Thursday", "2026-01-08")],
        ),
        (
            "The 2024/25 season was the club's worst since 1987-88.",
            &[("2024", "2024"), ("25", "2025"), ("1987", "1987"), ("88", "1988")],
        ),
        (
            "Their flight landed at 11.55 on Tuesday morning, 20 minutes late.",
            &[("11.55 on Tuesday morning", "2026-01-06T11:55"), ("20 minutes", "PT20M")],
        ),
        ("A month earlier she had sold the house.", &[("A month earlier", "2025-12")]),
        ("It is the third such accident in as many months.", &[]),
        (
            "Between 8 a.m. and noon on Friday, 140 people gave blood.",
            &[("8 a.m.", "2026-01-02T08:00"), ("noon on Friday", "2026-01-02T12:00")],
        ),
        ("The shop is open daily except Sundays.", &[("daily", "P1D"), ("Sundays", "XXXX-WXX-7")]),
        ("The firm will publish its results on the 22nd.", &[("the 22nd", "2026-01-22")]),
        (
            "Some 60 years ago, in the summer of '66, the mine closed.",
            &[("Some 60 years ago", "1966"), ("the summer of '66", "1966-SU")],
        ),
        (
            "The suspect, arrested on Dec 29, will appear in court tomorrow.",
            &[("Dec 29", "2025-12-29"), ("tomorrow", "2026-01-09")],
        ),
        ("Until last week the road was passable.", &[("last week", "2026-W01")]),
        (
            "The vote, originally set for Jan 5, was moved to Jan 19.",
            &[("Jan 5", "2026-01-05"), ("Jan 19", "2026-01-19")],
        ),
        ("The last bus leaves at twenty past eleven.", &[("twenty past eleven", "2026-01-08T11:20")]),
    ]);
}
