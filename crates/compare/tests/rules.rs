//! One small story for each rule that tells a difference: two accounts that agree in all but one thing.

mod story;

use corroborate_compare::{Options, compare};
use story::{account, between, finds, lacks, rules};

#[test]
fn what_both_say_is_no_difference() {
    assert!(rules(&between(&[], &[])).is_empty());
}

#[test]
fn a_day_and_its_month() {
    finds(
        "date.precision",
        &["The supervisory board will meet in Oslo on June 14, 2023."],
        &["The supervisory board will meet in Oslo in June 2023."],
    );
}

#[test]
fn what_has_ended_since() {
    finds(
        "claim.phase",
        &["Cable cars between Sundvik and the glacier are suspended."],
        &["Cable cars between Sundvik and the glacier have been running again since noon."],
    );
}

#[test]
fn a_denial_of_the_foregoing() {
    let said = "The guides' union alleged that the night watchman had been asleep in the cabin.";
    finds("claim.denied", &[said], &[said, "The operator has denied the charge."]);
}

#[test]
fn a_word_and_its_opposite() {
    finds(
        "claim.opposite",
        &["The emergency staircase beside the upper station is open."],
        &["The emergency staircase beside the upper station is closed."],
    );
}

#[test]
fn another_capital() {
    finds(
        "place.elsewhere",
        &["The inspectors will present their findings at a hearing in Oslo."],
        &["The inspectors will present their findings at a hearing in Stockholm."],
    );
}

#[test]
fn a_quotation_turned_around() {
    finds(
        "quote.reversed",
        &["“We did not hear the wind that night,” said Karin Holmgren, who runs the hut."],
        &["“We did hear the wind that night,” said Karin Holmgren, who runs the hut."],
    );
    lacks(
        "quote.reversed",
        &["“We did not hear the wind that night,” said Karin Holmgren, who runs the hut."],
        &["“We did not hear the wind that evening,” said Karin Holmgren, who runs the hut."],
    );
}

#[test]
fn a_sentence_of_a_long_quotation_turned_around() {
    finds(
        "quote.reversed",
        &[
            "“We heard a crack like that of a whip, and then the wind. Nobody rang the bell,” said Karin Holmgren.",
        ],
        &["“We heard a crack and then the wind. Everybody rang the bell,” said Karin Holmgren."],
    );
}

#[test]
fn a_prospect_that_another_gives_as_settled() {
    finds(
        "strength.prospect",
        &["The county might suspend the permit of the operator after the inquiry."],
        &["The operator is without a car: the county has suspended its permit."],
    );
    lacks(
        "strength.prospect",
        &["The county might suspend the permit of the operator after the inquiry."],
        &["The parish has suspended a teacher."],
    );
}

#[test]
fn a_short_clause_and_its_opposite() {
    finds(
        "claim.opposite",
        &["The upper station remains open."],
        &["Meanwhile the upper station has been shut."],
    );
    lacks("claim.opposite", &["The upper station remains open."], &["The pass has been shut."]);
}

#[test]
fn a_charge_told_as_a_fact() {
    let charge = "The guides' union alleged that the operator had skipped two inspections in April.";
    finds("strength.alleged", &[charge], &["The operator skipped two inspections in April."]);
    finds(
        "strength.alleged",
        &[charge],
        &["A mechanic revealed that the operator had skipped two inspections in April."],
    );
    lacks(
        "strength.alleged",
        &["The avalanche claimed 14 lives in April."],
        &["The avalanche killed 14 in April."],
    );
}

#[test]
fn a_condition_that_another_leaves_out() {
    let condition = "The operator will close the lower station if the county cuts its grant.";
    finds("condition.dropped", &[condition], &["The operator will close the lower station."]);
    lacks(
        "condition.dropped",
        &[condition],
        &["If the county cuts its grant the operator will close the lower station."],
    );
}

#[test]
fn a_word_of_a_quotation_in_the_place_of_another() {
    finds(
        "quote.replaced",
        &["“The hikers in the lower hut had no time to get out,” Ana Berglund said."],
        &["“The hikers in the tower had no time to get out,” Ana Berglund said."],
    );
    // Words of one meaning are another translation.
    lacks(
        "quote.replaced",
        &["“The hikers in the lower hut had no time to get out,” Ana Berglund said."],
        &["“The hikers in the lower hut had no time to escape,” Ana Berglund said."],
    );
}

#[test]
fn a_quotation_with_a_word_turned_into_its_opposite() {
    finds(
        "quote.reversed",
        &["“This was the hardest winter of my whole working life,” Ana Berglund said."],
        &["“This was the easiest winter of my whole working life,” Ana Berglund said."],
    );
}

#[test]
fn a_cause_that_is_not_known() {
    finds(
        "unknown.claim",
        &["The cause of the fire at the lower station is not yet known."],
        &["A worn cable set off the fire at the lower station, inspectors said."],
    );
    lacks(
        "unknown.claim",
        &["The cause of the fire at the lower station is not yet known."],
        &["Inspectors looked at the burnt roof of the lower station."],
    );
}

#[test]
fn what_one_denies_and_another_says_with_more_words() {
    finds(
        "claim.negated",
        &["The fire at the lower station did not start in a locker."],
        &["The fire at the lower station had started in a locker with old paint and ropes."],
    );
}

#[test]
fn a_pronoun_for_what_may_be_sold() {
    finds(
        "strength.prospect",
        &["The county has a share in the lower station.", "It could sell it, the council says."],
        &["The county will sell its share in the lower station to a brewer."],
    );
}

#[test]
fn halves_of_an_utterance_are_no_versions_of_each_other() {
    let comparison = compare(
        &[
            account(
                "a",
                None,
                &["“We heard a crack like that of a whip. Nobody rang the bell,” said Karin Holmgren."],
            ),
            account("b", None, &["“We heard a crack like that of a whip,” said Karin Holmgren."]),
            account("c", None, &["“Nobody rang the bell,” said Karin Holmgren."]),
        ],
        &Options::default(),
    );
    let versions: Vec<Vec<usize>> = comparison
        .quote_families
        .iter()
        .map(|family| family.versions.iter().map(|place| place.account).collect())
        .collect();
    assert_eq!(versions, [[0, 1], [0, 2]]);
}

#[test]
fn a_clause_of_a_quotation_told_in_other_words() {
    finds(
        "quote.paraphrased",
        &[
            "“The bell was never rung. We sat and waited for the plough,” said Karin Holmgren, who runs the hut.",
        ],
        &["Karin Holmgren, who runs the hut, has maintained that the bell was never rung."],
    );
}

#[test]
fn what_was_asked_about_has_been_done() {
    finds(
        "strength.prospect",
        &["Karin Holmgren said Norway might ask for a seat on the board for safety on cable cars."],
        &[
            "Norway sent in a request on Friday for a place among the members of the board that watches over cable cars.",
        ],
    );
    lacks(
        "strength.prospect",
        &["The guides' union might speak to the safety board again in June."],
        &["Karin Holmgren, who speaks for the guides' union, met the safety board in June."],
    );
}

#[test]
fn a_suspected_thing_told_as_a_fact() {
    let suspected = "Engineers spoke of a suspected crack in the gearbox.";
    finds(
        "strength.hedged",
        &[suspected],
        &["The car had been late that day because of a crack in its gearbox."],
    );
    lacks("strength.hedged", &[suspected], &["Karin Holmgren said there was a crack in the gearbox."]);
}

#[test]
fn a_notice_of_correction() {
    let corrected =
        "Correction: An earlier version of this article gave the number of pylons as 31. There are 28.";
    finds("correction.notice", &[corrected], &[]);
    lacks("correction.notice", &["An earlier version of the car had wooden seats."], &[]);
}

#[test]
fn one_person_under_two_given_names() {
    let first = "The county inspector Fredrik Aune checked the pylons of the line twice in April.";
    let second = "The county inspector Fredson Aune checked the pylons of the line twice in April.";
    finds("name.given", &[first], &[second]);
    lacks("name.given", &[first], &[second, "His brother Fredrik Aune drove the crane."]);
    lacks(
        "name.given",
        &[first],
        &["The county inspector Halvor Aune checked the pylons of the line twice in April."],
    );
}

#[test]
fn quoted_words_at_another_time() {
    let said = "The guards are there “to reassure guests during the thaw”, Karin Holmgren said.";
    finds(
        "quote.retold",
        &[said],
        &["Karin Holmgren said the guards are there to reassure guests after the thaw."],
    );
    lacks(
        "quote.retold",
        &[said],
        &["Karin Holmgren said the guards are there to reassure guests during the thaw."],
    );
}

#[test]
fn a_marked_phrase_as_the_words_of_another() {
    let quoted = "Among the guests was Karin Holmgren, who said the owner “firmly rejects” the plan for a second line.";
    finds(
        "attribution.phrase",
        &[quoted],
        &["Jonas Berg told the guides that the owner of the line had strongly rejected the plan."],
    );
    lacks(
        "attribution.phrase",
        &[quoted],
        &["Karin Holmgren told the guides that the owner of the line had strongly rejected the plan."],
    );
}
