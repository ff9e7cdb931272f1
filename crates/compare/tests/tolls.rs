//! People counted by what has happened to them, and measures of which an account gives one: told in wholly different
//! words, they are still of one thing.

mod story;

use story::{rules, told};

const EARLY_FIRST: [Option<u32>; 2] = [Some(9), Some(12)];

#[track_caller]
fn updates(early: &str, late: &str) {
    let found = rules(&told(&[early], &[late], EARLY_FIRST));
    assert!(found.contains(&"figure.update"), "figure.update is not among {found:?}");
}

#[track_caller]
fn nothing(early: &str, late: &str) {
    let found = rules(&told(&[early], &[late], EARLY_FIRST));
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn phrases_that_tell_of_a_toll() {
    updates(
        "By nightfall 640 guests had been moved to safety.",
        "Some 910 people fled their homes in the valley.",
    );
    updates("Dogs were searching for 13 others.", "Six are still missing after the slide.");
    updates("Soldiers dug out the bodies of four.", "Nine have lost their lives in the hamlet.");
    updates("Eight were cut off at the summit.", "Twelve climbers were trapped in the hut.");
    updates("Nine people were treated at the clinic.", "Fourteen have now sought care for frostbite.");
}

#[test]
fn what_leads_to_the_next_number_counts_that_one() {
    nothing("Soldiers brought down eleven men and the bodies of four.", "Four are dead and eleven alive.");
}

#[test]
fn the_dead_of_another_year() {
    nothing("In 1998 an avalanche killed five on the same slope.", "Nine were killed on the slope.");
    updates("Five were killed on the slope.", "Nine were killed on the slope, the most since 1998.");
}

#[test]
fn some_of_those_of_whom_another_gives_all() {
    let some = "Nine climbers came down alive. Six of them are in hospital.";
    let found = rules(&told(&[some], &["All nine are in hospital."], EARLY_FIRST));
    assert!(found.contains(&"figure.all"), "{found:?}");
    let found = rules(&told(&[some], &["Six of the climbers are in hospital."], EARLY_FIRST));
    assert!(!found.contains(&"figure.all"), "{found:?}");
}

#[test]
fn the_only_area_of_an_account() {
    updates(
        "By evening 4,000 hectares of forest had burned.",
        "The flames have devoured 52 square kilometres.",
    );
    nothing("By evening 4,000 hectares had burned.", "A park of 3 hectares will be laid out in the town.");
}

#[test]
fn a_share_of_a_day_and_that_of_a_week() {
    let day = "Shares in the cable car's owner fell 11% on Monday.";
    let week = "Shares in the cable car's owner ended the week 14% lower.";
    let found = rules(&told(&[day], &[week], EARLY_FIRST));
    assert!(found.contains(&"figure.per"), "{found:?}");
}

#[test]
fn of_one_whole_by_its_number() {
    updates(
        "About 4,100 people were evacuated in the two counties together.",
        "In the two counties 5,600 people were evacuated.",
    );
}

#[test]
fn what_an_account_says_it_said_before() {
    let told = told(
        &["The operator now says that 24 guests are missing. It had earlier spoken of 17."],
        &[],
        [None; 2],
    );
    let found = rules(&told);
    assert!(found.contains(&"figure.revised") && !found.contains(&"figure.disputed"), "{found:?}");
}

#[test]
fn nobody_and_then_somebody() {
    updates("Nobody was hurt when the pylon fell.", "Three guests were injured by splinters of the pylon.");
    nothing("Nobody was hurt when the pylon fell.", "Nobody was injured by splinters of the pylon.");
}
