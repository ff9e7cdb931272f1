//! One small story for each rule that tells a difference: two accounts that agree in all but one thing.

mod story;

use corroborate_article::Role;
use corroborate_compare::{Account, Comparison, Options, compare};
use story::{FIRST, SECOND, account, rules, told};

fn between(a: &[&str], b: &[&str]) -> Comparison {
    told(a, b, [None, None])
}

#[track_caller]
fn finds(rule: &str, a: &[&str], b: &[&str]) {
    for comparison in [between(a, b), between(b, a)] {
        let found = rules(&comparison);
        assert!(found.contains(&rule), "{rule} is not among {found:?}");
    }
}

#[track_caller]
fn lacks(rule: &str, a: &[&str], b: &[&str]) {
    let found = rules(&between(a, b));
    assert!(!found.contains(&rule), "{rule} is among {found:?}");
}

#[test]
fn what_both_say_is_no_difference() {
    assert!(rules(&between(&[], &[])).is_empty());
}

#[test]
fn a_power_of_ten_apart() {
    finds(
        "figure.slip",
        &["The repair fund has received letters from 23,400 subscribers."],
        &["The repair fund has received letters from 2.34 million subscribers."],
    );
}

#[test]
fn digits_that_changed_places() {
    finds(
        "figure.digits",
        &["The line carried 367 skiers on its busiest day."],
        &["On its busiest day the line carried 376 skiers."],
    );
}

#[test]
fn one_number_for_two_lengths_of_time() {
    finds("figure.rate", &["The gearbox loses 3 litres an hour."], &["The gearbox loses 3 litres a day."]);
}

#[test]
fn a_whole_given_as_one_of_its_parts() {
    finds(
        "figure.part",
        &["On the car were 41 skiers and 6 guides."],
        &["A car with 47 skiers on board hung over the gorge."],
    );
}

#[test]
fn a_count_disputed_within_an_account() {
    let dispute =
        ["Police counted 400 marchers outside the valley station.", "The union said there were 900."];
    finds("figure.disputed", &dispute, &["There was a march outside the valley station."]);
}

#[test]
fn two_ages_of_one_person() {
    finds(
        "figure.age",
        &["Karin Holmgren, 52, runs the hut at the top."],
        &["The hut at the top is run by Karin Holmgren, 58."],
    );
    lacks(
        "figure.age",
        &["Karin Holmgren, 52, runs the hut at the top."],
        &["The hut at the top is run by Karin Holmgren, 52."],
    );
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
fn people_counted_by_what_happened_to_them() {
    let tolls = |a: &str, b: &str| {
        let found = between(&[a], &[b]);
        let sides = |rule: &str| found.differences.iter().any(|difference| difference.rule.starts_with(rule));
        assert!(sides("figure."), "{:?}", rules(&found));
    };
    tolls("Six people were hurt by broken glass.", "The wounded are 8, the clinic said at night.");
    tolls("Three of the six were flown to hospital.", "Five of them lay in hospital at noon.");
    // What happened in another year is another toll.
    lacks(
        "figure.tally",
        &["Six people were killed."],
        &["Six people lost their lives. In 1968 a fall of rock killed 37 people."],
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
fn a_number_that_only_a_headline_gives() {
    let body = "On the car were 41 skiers and 6 guides.";
    let title = "47 skiers in a cable car above the gorge";
    let mut first = account("a", None, &FIRST.iter().chain([&title]).copied().collect::<Vec<_>>());
    if let Some(block) = first.article.blocks.last_mut() {
        block.role = Role::Headline;
    }
    let first = Account::new(first.article);
    let second = account("b", None, &SECOND.iter().chain([&body]).copied().collect::<Vec<_>>());
    let found = compare(&[first, second], &Options::default());
    assert!(rules(&found).contains(&"figure.part"), "{:?}", rules(&found));
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
fn far_apart_and_yet_of_one_thing() {
    finds(
        "figure.disjoint",
        &["Storms damaged 1,700 sheds in the valley, the mayor said."],
        &["The mayor said storms damaged 240 sheds in the valley."],
    );
    finds(
        "figure.disjoint",
        &["The second rope snapped in the 41st minute of the rescue."],
        &["In the 52nd minute of the rescue the second rope snapped."],
    );
}

#[test]
fn a_sum_for_a_year_and_one_for_ten() {
    finds(
        "figure.rate",
        &["A loan of 150 million crowns over five years is to pay for new pylons."],
        &["A loan of 150 million crowns a year is to pay for new pylons."],
    );
    finds(
        "figure.rate",
        &["The gearbox loses 3 kilograms (6.6 pounds) a day."],
        &["The gearbox loses 3 kilograms an hour."],
    );
}

#[test]
fn a_charge_told_as_a_fact() {
    let charge = "The guides' union alleged that the operator had skipped two inspections in April.";
    finds("strength.alleged", &[charge], &["The operator skipped two inspections in April."]);
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
