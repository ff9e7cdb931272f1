//! For each rule on what is said a pair that it tells, and one that only looks like it.

mod story;

use story::{finds, lacks, told};

#[test]
fn what_another_account_gives() {
    let unknown = ["The operator gave no date for the reopening of the lower station."];
    finds("unknown.date", &unknown, &["The lower station will be reopening on 3 June 2023."]);
    lacks("unknown.date", &unknown, &["The lower station will be reopening soon, the county hopes."]);
    lacks("unknown.date", &unknown, &["A kiosk beside the lake was painted on 3 June 2023."]);
    lacks("unknown.date", &unknown, &unknown);
}

#[test]
fn a_number_that_is_not_known() {
    let unknown = ["The operator did not disclose the number of jobs that will go at the lower station."];
    finds("unknown.figure", &unknown, &["At the lower station 140 jobs will go."]);
    lacks("unknown.figure", &unknown, &["At the lower station some jobs will go."]);
    lacks("unknown.figure", &unknown, &["Beside the lake 140 trees were felled."]);
    // Not to comment is to say nothing.
    lacks(
        "unknown.figure",
        &["The operator would not comment on the number of jobs that will go at the lower station."],
        &["At the lower station 140 jobs will go."],
    );
}

#[test]
fn a_name_that_is_not_given() {
    let unknown = ["Police did not name the driver who steered the snow plough into the hut."];
    finds("unknown.name", &unknown, &["The driver Halvor Aune steered the snow plough into the hut."]);
    lacks("unknown.name", &unknown, &["The driver steered the snow plough into the hut."]);
    lacks("unknown.name", &unknown, &["The cook Halvor Aune baked bread for everybody at noon."]);
}

#[test]
fn a_thing_that_is_not_known() {
    let unknown = ["It is not known whether the brake of the second car was checked in April."];
    finds("unknown.claim", &unknown, &["The brake of the second car was checked in April."]);
    finds("unknown.claim", &unknown, &["The brake of the second car was not checked in April."]);
    lacks("unknown.claim", &unknown, &["The brake of the second car was made in Graz."]);
    lacks("unknown.claim", &unknown, &unknown);
}

#[test]
fn a_cause_is_given_of_the_same_thing() {
    let unknown = ["The cause of the fire at the lower station is not yet known."];
    finds("unknown.claim", &unknown, &["The fire at the lower station broke out because of a worn cable."]);
    lacks("unknown.claim", &unknown, &["Trains were late because of snow on the pass."]);
}

#[test]
fn a_negation_of_the_same_words() {
    let paid = "The county will pay for the new brakes of the second car.";
    finds("claim.negated", &[paid], &["The county will not pay for the new brakes of the second car."]);
    lacks("claim.negated", &[paid], &["The county will not pay for a party in the valley."]);
    lacks("claim.negated", &[paid], &["The county will not only pay for the new brakes of the second car."]);
    lacks("claim.negated", &[paid], &[paid]);
    let not = "The county will not pay for the new brakes of the second car.";
    lacks("claim.negated", &[not], &[not]);
}

#[test]
fn a_negation_that_came_later_brings_up_to_date() {
    let (paid, not) = (
        "The ticket office at the lower station has opened its doors to guests.",
        "The ticket office at the lower station has not opened its doors to guests.",
    );
    let found = |days| story::rules(&told(&[not], &[paid], days));
    assert!(found([Some(9), Some(12)]).contains(&"claim.since"), "{:?}", found([Some(9), Some(12)]));
    assert!(found([Some(9), Some(9)]).contains(&"claim.negated"), "{:?}", found([Some(9), Some(9)]));
}

#[test]
fn a_denial_of_what_another_account_says() {
    let charge = "The operator had bribed two inspectors in April.";
    finds("claim.denied", &[charge], &["The operator denied that it had bribed two inspectors in April."]);
    lacks("claim.denied", &[charge], &["The operator denied that it had felled trees beside the lake."]);
    lacks(
        "claim.denied",
        &[charge],
        &["The operator neither confirmed nor denied that it had bribed two inspectors in April."],
    );
    lacks("claim.denied", &[charge], &["The operator said that it had bribed two inspectors in April."]);
}

#[test]
fn a_denial_that_points_back() {
    let said = "“The watchman had been asleep in the cabin,” the guides' union said.";
    finds("claim.denied", &[said, "The operator denied it."], &[]);
    finds("claim.denied", &[said, "The operator denied this."], &[]);
    finds("claim.denied", &[said, "The operator denied all of these claims."], &[]);
    lacks(
        "claim.denied",
        &[said, "The operator denied claims of its neighbours that the lake was dirty."],
        &[],
    );
}

#[test]
fn another_place() {
    let hearing =
        |place: &str| format!("The inspectors will present their findings at a hearing in {place}.");
    finds("place.elsewhere", &[&hearing("Oslo")], &[&hearing("Stockholm")]);
    finds("place.elsewhere", &[&hearing("Norway")], &[&hearing("Sweden")]);
    lacks("place.elsewhere", &[&hearing("Oslo")], &[&hearing("Oslo")]);
    // A town may lie in a country.
    lacks("place.elsewhere", &[&hearing("Oslo")], &[&hearing("Norway")]);
    lacks(
        "place.elsewhere",
        &[&hearing("Oslo")],
        &["The inspectors will present their findings near Stockholm, and the county will sell its forest."],
    );
}

#[test]
fn a_word_and_its_opposite_of_one_thing() {
    let stairs = |state: &str| format!("The emergency staircase beside the upper station is {state}.");
    finds("claim.opposite", &[&stairs("open")], &[&stairs("closed")]);
    lacks("claim.opposite", &[&stairs("open")], &[&stairs("open")]);
    lacks("claim.opposite", &[&stairs("not open")], &[&stairs("closed")]);
    lacks("claim.opposite", &[&stairs("open")], &[&stairs("narrow")]);
}

#[test]
fn what_is_firm_in_one_account_and_open_in_another() {
    finds(
        "strength.opposed",
        &["The county is considering whether to replace the brakes of the second car before June."],
        &["The county promised to replace the brakes of the second car before June."],
    );
    lacks(
        "strength.opposed",
        &["The county plans to replace the brakes of the second car before June."],
        &["The county promised to replace the brakes of the second car before June."],
    );
}

#[test]
fn conditions_in_other_words() {
    let close = |condition: &str| {
        format!("The operator will close the lower station beside the lake for good in June {condition}.")
    };
    let agrees = close("if the county agrees");
    finds("condition.words", &[&agrees], &[&close("after a vote of the guides")]);
    lacks("condition.words", &[&agrees], &[&agrees]);
    lacks("condition.words", &[&agrees], &[&close("if the county agrees to it in writing")]);
    lacks("condition.dropped", &[&close("")], &[&close("")]);
}

#[test]
fn the_same_words_of_two_people() {
    let said = |who: &str| format!("“Nobody rang the bell for us that night,” said {who}.");
    finds("attribution.words", &[&said("Karin Holmgren")], &[&said("Halvor Aune")]);
    lacks("attribution.words", &[&said("Karin Holmgren")], &[&said("Karin Holmgren")]);
    lacks("attribution.words", &[&said("Karin Holmgren")], &[&said("Holmgren")]);
    lacks("attribution.words", &[&said("Karin Holmgren")], &["“We sat in the dark,” said Halvor Aune."]);
}

#[test]
fn a_word_left_out_of_a_quotation() {
    let said = |words: &str| format!("“{words},” said Karin Holmgren, who runs the hut.");
    let whole = said("We were told to wait in the cabin until the plough had cleared the road");
    lacks("quote.altered", &[&whole], &[&whole]);
    finds(
        "quote.altered",
        &[&whole],
        &[&said("We were told to stay in the hut until a plough had cleared the street")],
    );
    lacks("quote.altered", &[&whole], &[&said("until the plough had cleared the road")]);
}

#[test]
fn a_suspicion_and_the_fact() {
    let suspected = ["Engineers spoke of a suspected crack in the gearbox of the second car."];
    finds("strength.hedged", &suspected, &["The second car stopped because of a crack in its gearbox."]);
    lacks("strength.hedged", &suspected, &suspected);
    lacks("strength.hedged", &suspected, &["The second car stopped because of snow on its roof."]);
}

#[test]
fn what_was_going_on_and_has_ended() {
    finds(
        "claim.phase",
        &["Four hikers are still missing on the glacier above Sundvik."],
        &["Four hikers have been found on the glacier above Sundvik."],
    );
    lacks(
        "claim.phase",
        &["Four hikers are still missing on the glacier above Sundvik."],
        &["Four hikers have not been found on the glacier above Sundvik."],
    );
}

#[test]
fn two_spellings_of_one_name() {
    let inspector =
        |name: &str| format!("The county inspector {name} checked the pylons of the line twice in April.");
    finds("name.spelling", &[&inspector("Halvor Torvaldsen")], &[&inspector("Halvor Torvaldson")]);
    lacks("name.spelling", &[&inspector("Halvor Torvaldsen")], &[&inspector("Halvor Torvaldsen")]);
    lacks("name.spelling", &[&inspector("Halvor Torvaldsen")], &[&inspector("Ana Berglund")]);
}

#[test]
fn a_word_that_denies_beside_a_negation() {
    let not = ["The county will not pay for the new brakes of the second car."];
    finds("claim.negated", &not, &["The county will pay for the new brakes of the second car."]);
    lacks("claim.negated", &not, &["The county is unlikely to pay for the new brakes of the second car."]);
    lacks("claim.negated", &not, &["The county refuses to pay for the new brakes of the second car."]);
}

#[test]
fn people_of_whom_another_thing_is_said() {
    let unknown = ["It was not clear how many people were missing."];
    finds("unknown.figure", &unknown, &["The county said 12 people were missing."]);
    lacks("unknown.figure", &unknown, &["At least seven people were cut by broken glass."]);
}
