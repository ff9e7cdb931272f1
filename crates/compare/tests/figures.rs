//! One small story for each rule on figures: two accounts that agree in all but one.

mod story;

use corroborate_article::Role;
use corroborate_compare::{Account, Options, compare};
use story::{FIRST, SECOND, account, between, finds, lacks, rules};

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
fn counterparts_are_counted_apart() {
    finds(
        "figure.apart",
        &["The county pays the winners of the race 40,000 crowns."],
        &["The county pays the losers of the race 25,000 crowns."],
    );
    lacks(
        "figure.apart",
        &["The county pays the winners of the race 40,000 crowns."],
        &["The county pays the winners of the race 25,000 crowns."],
    );
}

#[test]
fn two_limits_of_one_thing() {
    let limit = ["The county can fine the operator up to 30,000 crowns for each missed inspection."];
    finds(
        "figure.limit",
        &limit,
        &["The operator can be fined up to 3 million crowns for each missed inspection."],
    );
    lacks(
        "figure.limit",
        &limit,
        &["The operator was fined 4,000 crowns by the county for a missed inspection."],
    );
}

#[test]
fn one_toll_in_other_words() {
    finds(
        "figure.rounding",
        &["Doctors had counted 2,380 cases by the end of April."],
        &["Almost everybody knows one of them: about 2,400 have fallen ill."],
    );
}

#[test]
fn a_figure_that_its_account_says_was_corrected() {
    finds(
        "figure.revised",
        &["The institute first gave a length of 8.4 kilometres and corrected it to 8.1 kilometres."],
        &[],
    );
    lacks("figure.revised", &["The county first counted 210 damaged sheds and 240 damaged huts."], &[]);
}
