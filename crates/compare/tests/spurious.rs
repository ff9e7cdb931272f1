//! What looks like a difference and is none, or another than it looks like.

mod story;

use story::{between, finds, lacks, rules, told};

#[test]
fn some_of_a_number_is_no_part_beside_it() {
    let whole = ["The storm damaged 2,300 buildings."];
    finds("figure.sum", &whole, &["The storm damaged 1,900 huts and 400 sheds."]);
    lacks("figure.sum", &whole, &["The storm damaged 1,900 sheds, of which 400 will be pulled down."]);
}

#[test]
fn words_left_out_that_leave_the_sense() {
    let said = "“We heard a crack like that of a whip, and then nobody rang the bell until dawn came,” said Karin \
                Holmgren.";
    let short = "“We heard a crack and then nobody rang the bell until dawn came,” said Karin Holmgren.";
    finds("quote.shortened", &[said], &[short]);
    lacks("quote.spliced", &[said], &[short]);
    let turned = "“We heard a crack like that of a whip until dawn came,” said Karin Holmgren.";
    finds("quote.spliced", &[said], &[turned]);
}

#[test]
fn an_auxiliary_comes_with_a_negation() {
    finds(
        "quote.reversed",
        &["“We did not sell them the hut,” said Karin Holmgren, who runs the hut."],
        &["“We sold them the hut,” said Karin Holmgren, who runs the hut."],
    );
}

#[test]
fn a_denial_that_names_what_it_denies() {
    let story = [
        "The guides' union said the wind had been measured at noon.",
        "The report that its watchman had slept in the cabin was untrue, the operator said.",
    ];
    let found = between(&story, &["The operator's watchman had slept in the cabin."]);
    let denied = found.differences.iter().filter(|difference| difference.rule == "claim.denied");
    for difference in denied {
        assert!(difference.sides.iter().all(|side| !side.value.contains("wind")), "{difference:?}");
    }
}

#[test]
fn nothing_is_denied_by_its_own_sentence() {
    let text = ["The guides who run the hut, which lies at the top, have claimed otherwise in a letter."];
    lacks("claim.denied", &text, &text);
}

#[test]
fn a_number_asked_for_is_of_one_thing() {
    let unknown = ["It was not clear how many people were missing."];
    finds("unknown.figure", &unknown, &["The county said 12 people were missing."]);
    lacks("unknown.figure", &unknown, &["At least seven guests were cut by broken glass."]);
}

#[test]
fn whether_a_thing_counts_asks_for_no_number() {
    let unknown = ["The county has not said whether the tickets from the broken machine will count."];
    lacks("unknown.figure", &unknown, &["Some 40 tickets lay beside the broken machine."]);
    lacks("unknown.claim", &unknown, &["Some 40 tickets lay beside the broken machine."]);
}

#[test]
fn who_keeps_silent_is_not_asked_for() {
    lacks(
        "unknown.name",
        &["The managers refused to say who had slept."],
        &["The manager Karin Holmgren opened the hut."],
    );
}

#[test]
fn a_dateline_is_no_time_of_an_event() {
    let lead = "SUNDVIK, May 12 (GNX) - The county closed the lower station of the line for the season.";
    let found = between(
        &[lead],
        &["The county closed the lower station of the line for the season on May 10, 2023."],
    );
    assert!(!rules(&found).contains(&"date.disjoint"), "{:?}", rules(&found));
    let words = |entry: &corroborate_compare::TimelineEntry| entry.value.ends_with("-12");
    assert!(!found.timeline.iter().any(words), "{:?}", found.timeline);
}

#[test]
fn which_year_a_season_is_of() {
    lacks(
        "date.disjoint",
        &["One of two huts that had been closed is to open in the spring."],
        &["Two huts were closed in 2021."],
    );
}

#[test]
fn the_day_of_a_thing_named() {
    lacks(
        "date.disjoint",
        &["The gearbox failed on 2 May 2023 when water came in."],
        &["The gearbox failed when water came in after the avalanche of 4 March 2023."],
    );
}

#[test]
fn a_time_of_one_day_and_another_day() {
    finds(
        "date.disjoint",
        &["The hearing about the cable car is to open on 15 May 2023 at 10 a.m."],
        &["The hearing about the cable car is to open on 16 May 2023."],
    );
    lacks(
        "date.disjoint",
        &["The hearing about the cable car is to open on 15 May 2023 at 10 a.m."],
        &["The hearing about the cable car is to open on 15 May 2023."],
    );
}

#[test]
fn a_month_and_its_quarter() {
    finds(
        "date.precision",
        &["The supervisory board will meet in Oslo in February 2024."],
        &["The supervisory board will meet in Oslo in the first quarter of 2024."],
    );
}

#[test]
fn some_of_one_place() {
    let all = ["The line serves some 18,000 people."];
    finds("figure.within", &all, &["The line serves some 12,000 people in Norway."]);
    lacks("figure.disjoint", &all, &["The line serves some 12,000 people in Norway."]);
}

#[test]
fn shares_of_several_things() {
    let a = ["Fares rose by 23 percent.", "Fares of children rose by 38 percent."];
    let b = ["Fares rose by 23 percent."];
    lacks("figure.both", &a, &b);
    lacks("figure.revised", &a, &b);
}

#[test]
fn one_number_told_in_two_ways_differs_once() {
    let a = "Storms damaged about 2,300 huts in the valley.";
    let found = told(&[a], &["Storms damaged 310 huts in the valley."], [None, None]);
    let conflicts = found.differences.iter().filter(|difference| difference.rule.starts_with("figure."));
    assert_eq!(conflicts.count(), 1);
}

#[test]
fn the_day_of_a_vote_is_not_the_day_of_its_result() {
    lacks(
        "date.disjoint",
        &["The council of Sundvik voted for the new cable car on 9 May 2023."],
        &["After Sunday's vote for the new cable car the council of Sundvik went home."],
    );
}

#[test]
fn one_hour_in_accounts_of_two_days() {
    let found = told(
        &["The lower pylon buckled at 6:40 a.m., the operator said."],
        &["At 6:40 a.m. the lower pylon buckled, the operator said."],
        [Some(9), Some(10)],
    );
    assert!(!rules(&found).contains(&"date.disjoint"), "{:?}", rules(&found));
}

#[test]
fn what_a_body_can_do_is_no_prospect() {
    lacks(
        "strength.opposed",
        &["The county can withdraw the permit of the operator."],
        &["The county will withdraw the permit of the operator."],
    );
}

#[test]
fn who_tells_of_freeing_tells_of_both_phases() {
    lacks(
        "claim.phase",
        &["Seventy guides worked for eight hours to free those who were trapped in the car."],
        &["The last of those in the car were freed after eight hours, by which time 70 guides were at work."],
    );
}

#[test]
fn a_promise_and_its_negation() {
    finds(
        "claim.negated",
        &["The operator will pay damages to everyone, it said."],
        &["The operator said it would not pay any damages."],
    );
}

#[test]
fn one_measure_at_two_times() {
    lacks(
        "date.disjoint",
        &["Shares in the operator closed at 331 pence on 9 May 2023."],
        &["Shares in the operator closed at 226 pence on 8 May 2023."],
    );
}

#[test]
fn a_year_of_changed_digits() {
    finds(
        "date.disjoint",
        &["The operator, founded in 1924, employs guides and rope makers in nine huts."],
        &["The operator began work in 1942 and employs guides in nine huts."],
    );
}

#[test]
fn people_of_a_kind_are_counted_by_what_happened_to_them() {
    let hurt = ["Seven people were treated for cuts after the fall of the car at the gate."];
    let found =
        between(&hurt, &["The clinic knows of 22 skiers who were hurt in the fall of the car at the gate."]);
    assert!(rules(&found).iter().any(|rule| rule.starts_with("figure.")), "{:?}", rules(&found));
}

#[test]
fn who_counted_differs() {
    let counts = ["The police counted 250 marchers outside the hut.", "A guide among them counted 800."];
    finds("figure.disputed", &counts, &["Guides marched past the lower station."]);
}

#[test]
fn a_date_that_another_gives() {
    let unknown = ["The county gave no date for the reopening of the valley road."];
    finds(
        "unknown.date",
        &unknown,
        &["The county said the reopening of the valley road is set for 3 June 2023."],
    );
    lacks("unknown.date", &unknown, &["The county said the reopening of the valley road is near."]);
    lacks("unknown.date", &unknown, &["The guides are to meet again on 3 June 2023."]);
}

#[test]
fn some_of_the_injured_are_not_the_injured() {
    let whole = &["The fall of the pylon injured 38 skiers on the slope."];
    lacks("figure.disjoint", &["The fall of the pylon injured many; 22 of the injured were guests."], whole);
    lacks("figure.update", &["The fall of the pylon injured many; 22 of the injured were guests."], whole);
}

#[test]
fn a_total_is_no_other_scope() {
    finds(
        "figure.disjoint",
        &["A total of 419 guides were on duty on the slopes that night."],
        &["On the slopes 532 guides were on duty that night."],
    );
}

#[test]
fn a_town_that_one_account_misspells() {
    let named = &["The rescuers came from Haldernes with ropes.", "Haldernes is an hour away by sledge."];
    let slip = &["The rescuers came from Haldernas with ropes.", "Haldernas is an hour away by sledge."];
    finds("name.spelling", named, slip);
    lacks("name.spelling", named, &["The rescuers came from Waldernas with ropes."]);
    // An account that has both names means two towns.
    let both = &["The rescuers came from Haldernas with ropes.", "Haldernes is another town."];
    lacks("name.spelling", named, both);
}

#[test]
fn how_many_did_one_thing_and_how_many_another() {
    lacks(
        "unknown.figure",
        &["The operator did not say how many skiers had to spend the night in the huts."],
        &["The slide on the east slope hurt six skiers."],
    );
}

#[test]
fn one_value_in_another_unit() {
    let figures = |a: &str, b: &str| -> Vec<&'static str> {
        let wind = |speed: &str| format!("Gusts of {speed} shook the cabin for an hour.");
        let found = rules(&between(&[&wind(a)], &[&wind(b)]));
        found.into_iter().filter(|rule| rule.starts_with("figure.")).collect()
    };
    assert_eq!(figures("50 km/h", "31 mph"), [""; 0]);
    assert_eq!(figures("about 50 km/h", "50 km/h"), [""; 0]);
    assert_eq!(figures("at least 50 km/h", "50 km/h").len(), 1);
    assert_eq!(figures("50 km/h", "38 mph"), ["figure.disjoint"]);
}

#[test]
fn a_count_beside_a_measure() {
    finds(
        "figure.disjoint",
        &["With 317 of 340 pylons checked, the engineers were content."],
        &["With 217 of 340 pylons checked, the engineers were content."],
    );
    let measured = "With 107.5 of 340 pylons checked, the engineers were content.";
    lacks("figure.disjoint", &["With 317 of 340 pylons checked, the engineers were content."], &[measured]);
}

#[test]
fn some_of_others_are_a_toll_of_their_own() {
    let dead = ["The lightning killed 14 people in the valley."];
    let among = ["In all 1,200 people were struck. By nightfall 19 of them were dead in the valley."];
    lacks("figure.some", &dead, &among);
    finds("figure.tally", &dead, &among);
    let part = ["By nightfall 19 people were dead, 13 of them killed in the valley."];
    let found = rules(&between(&dead, &part));
    assert_eq!(found.iter().filter(|rule| **rule == "figure.tally").count(), 1, "{found:?}");
}

#[test]
fn when_a_thing_will_be_done() {
    let asked = ["The operator did not say when the upper pylon would be repaired."];
    finds("unknown.date", &asked, &["The upper pylon will be repaired on 14 June."]);
    lacks("unknown.date", &asked, &["The upper pylon was built on 14 June 1983."]);
    lacks("unknown.date", &asked, &["The upper pylon will be repaired in three days of work."]);
}

#[test]
fn a_day_told_in_another_zone() {
    let day = ["The hearing about the cable car is to open on 15 May 2023."];
    let at = |hour: &str| format!("The hearing about the cable car is to open on 16 May 2023 at {hour} GMT.");
    lacks("date.disjoint", &day, &[&at("2:12 a.m.")]);
    finds("date.disjoint", &day, &[&at("8:12 p.m.")]);
}

#[test]
fn the_time_of_what_stands_behind_when() {
    let left = "The car left the valley station for the pass at 4:10 p.m. on 9 May 2023.";
    let stopped = "The car was on its way from the valley station to the pass when its brakes failed at 5:25 p.m. on 9 May 2023.";
    lacks("date.disjoint", &[left], &[stopped]);
    finds(
        "date.disjoint",
        &[left],
        &["The car left the valley station for the pass at 5:25 p.m. on 9 May 2023."],
    );
}

#[test]
fn what_was_over_by_an_hour() {
    let over = "All skiers had left the car by 9:30 p.m. on 9 May 2023.";
    lacks("date.disjoint", &[over], &["The skiers left the car at 8:15 p.m. on 9 May 2023."]);
    finds("date.disjoint", &[over], &["The skiers left the car at 11:15 p.m. on 9 May 2023."]);
}
