//! Which figures of one thing contradict each other: what is told and its near miss.

mod story;

use story::{between, finds, lacks, rules};

/// The rule that tells of two figures in one sentence.
#[track_caller]
fn rule(sentence: &str, a: &str, b: &str) -> Option<&'static str> {
    let told = |value: &str| sentence.replace("{}", value);
    let [first, second] = [between(&[&told(a)], &[&told(b)]), between(&[&told(b)], &[&told(a)])];
    let of = |found: Vec<&'static str>| found.into_iter().find(|rule| rule.starts_with("figure."));
    let (first, second) = (of(rules(&first)), of(rules(&second)));
    assert_eq!(first, second, "{sentence} {a} {b}");
    first
}

const BARGES: &str = "The flood carried {} barges past the old customs house.";
const FUND: &str = "The county put {} into a fund for the repair of the old customs house.";

#[test]
fn one_value_is_no_difference() {
    assert_eq!(rule(BARGES, "14", "14"), None);
    assert_eq!(rule(BARGES, "14", "fourteen"), None);
    assert_eq!(rule(BARGES, "7,200", "about 7,200"), None);
    assert_eq!(
        rule("The gate opened at a wind of {} on the ridge above the hut.", "50 km/h", "31 mph"),
        None
    );
}

#[test]
fn values_that_exclude_each_other() {
    assert_eq!(rule(BARGES, "14", "23"), Some("figure.disjoint"));
    assert_eq!(rule(FUND, "30 million crowns", "57 million crowns"), Some("figure.disjoint"));
}

#[test]
fn values_that_allow_each_other() {
    assert_eq!(rule(BARGES, "more than a dozen", "14"), Some("figure.bounds"));
    assert_eq!(rule(BARGES, "at least 20", "23"), Some("figure.bounds"));
    assert_eq!(rule(BARGES, "between 20 and 30", "23"), Some("figure.bounds"));
}

#[test]
fn the_rounder_of_two_values() {
    assert_eq!(rule(BARGES, "52,000", "51,700"), Some("figure.rounding"));
    assert_eq!(rule(BARGES, "52,000", "53,700"), Some("figure.disjoint"));
    assert_eq!(rule(FUND, "2.4 million crowns", "2.38 million crowns"), Some("figure.rounding"));
}

#[test]
fn digits_in_another_order_or_another_place() {
    assert_eq!(rule(BARGES, "367", "376"), Some("figure.digits"));
    assert_eq!(rule(BARGES, "367", "378"), Some("figure.disjoint"));
    assert_eq!(rule(BARGES, "23,400", "2.34 million"), Some("figure.slip"));
    assert_eq!(rule(FUND, "1.2 million crowns", "1.2 billion crowns"), Some("figure.slip"));
}

#[test]
fn one_number_of_two_currencies() {
    assert_eq!(rule(FUND, "€90 million", "£90 million"), Some("figure.currency"));
    assert_eq!(rule(FUND, "90 million dollars", "90 million Canadian dollars"), Some("figure.dollar"));
    assert_eq!(rule(FUND, "€90 million", "€90 million"), None);
}

#[test]
fn lengths_of_time_for_which_a_sum_is() {
    assert_eq!(rule(FUND, "3 million crowns a year", "3 million crowns a month"), Some("figure.rate"));
    assert_eq!(rule(FUND, "3 million crowns a year", "3 million crowns a year"), None);
    assert_eq!(
        rule(FUND, "30 million crowns a year", "150 million crowns over five years"),
        Some("figure.per")
    );
}

#[test]
fn what_is_counted_is_not_the_same() {
    lacks(
        "figure.disjoint",
        &["The flood carried 14 barges past the old customs house."],
        &["The flood carried 23 sheds past the old customs house."],
    );
    // A small number stands in most sentences.
    lacks(
        "figure.disjoint",
        &["Two bakers of the old town spoke of the flood."],
        &["Three nights after the flood the old town was dry."],
    );
}

#[test]
fn both_values_in_one_account_are_of_two_things() {
    let both =
        ["The flood carried 14 barges past the old customs house.", "It carried 23 barges past the mill."];
    let found = rules(&between(&both, &["The flood carried 23 barges past the old mill."]));
    assert!(!found.contains(&"figure.disjoint"), "{found:?}");
}

#[test]
fn a_whole_and_its_parts() {
    let whole = ["The flood carried 71 vehicles past the old customs house."];
    finds("figure.sum", &whole, &["The flood carried 52 cars and 19 lorries past the old customs house."]);
    lacks("figure.sum", &whole, &["The flood carried 52 cars and 14 lorries past the old customs house."]);
}

#[test]
fn a_toll_by_another_word() {
    let toll = |a: &str, b: &str| {
        let found = between(&[a], &[b]);
        rules(&found).iter().any(|rule| rule.starts_with("figure."))
    };
    assert!(toll("The fall of rock killed 21 people.", "34 people died in the fall of rock."));
    assert!(toll("The fall of rock left 21 dead.", "The number of deaths is 34."));
    assert!(!toll("The fall of rock killed 21 people.", "Some 34 people sang at the service."));
}

#[test]
fn a_number_of_a_place_that_the_other_does_not_name() {
    finds(
        "figure.within",
        &["The storm left 900 skiers without a bed for the night."],
        &["The storm left 700 skiers in Oslo without a bed for the night."],
    );
    lacks(
        "figure.within",
        &["The storm left 700 skiers without a bed for the night."],
        &["The storm left 900 skiers in Oslo without a bed for the night."],
    );
}

#[test]
fn a_number_that_takes_several_things_together() {
    finds(
        "figure.scope",
        &["The storm left 1,200 skiers in the valley without a bed."],
        &["The storm left 3,900 skiers in both valleys together without a bed."],
    );
}

#[test]
fn the_age_of_a_person() {
    let runs = |age: u32| format!("Karin Holmgren, {age}, runs the hut at the top.");
    let relation = |a: u32, b: u32| {
        let found = between(&[&runs(a)], &[&runs(b)]);
        let age = found.differences.iter().find(|difference| difference.rule == "figure.age");
        age.map(|difference| difference.relation)
    };
    use corroborate_compare::DifferenceRelation::{Compatible, Conflict};
    assert_eq!((relation(52, 58), relation(52, 54)), (Some(Conflict), Some(Conflict)));
    assert_eq!((relation(52, 53), relation(53, 52)), (Some(Compatible), Some(Compatible)));
    assert_eq!(relation(52, 52), None);
    // Of two people.
    lacks("figure.age", &[&runs(52)], &["Ana Berglund, 58, runs the hut at the top."]);
}

#[test]
fn an_account_corrects_itself() {
    let corrected = |sentence: &str| rules(&between(&[sentence], &[])).contains(&"figure.revised");
    assert!(corrected("The county first gave 31 sheds and corrected it to 28."));
    assert!(corrected("The county initially gave 31 sheds, and later lowered the number to 28 sheds."));
    assert!(!corrected("The county gave 31 sheds and corrected it to 28."), "of what was so at first");
    assert!(!corrected("The county first gave 31 sheds and then painted them in 28 days."));
    assert!(!corrected("The county first gave 31 sheds and corrected it to 280."), "too far");
}

#[test]
fn two_voices_in_one_account() {
    let disputed = |lines: &[&str]| rules(&between(lines, &[])).contains(&"figure.disputed");
    assert!(disputed(&["Police counted 400 marchers in the valley.", "The union said there were 900."]));
    assert!(!disputed(&["Police counted 400 marchers in the valley.", "The union said there were 400."]));
    assert!(!disputed(&["There were 400 marchers in the valley.", "At noon there were 900 of them."]));
    assert!(!disputed(&[
        "Police counted 400 marchers in the valley.",
        "The road was closed to lorries for an hour.",
        "The union said there were 900.",
    ]));
    assert!(
        !disputed(&["Police counted 3 marchers in the valley.", "The union said there were 7."]),
        "so few"
    );
}
