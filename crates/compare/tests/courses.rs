//! Steps that people and events go through: who goes through one is told by a name, and not by like clauses.

mod story;

use story::{finds, lacks};

#[test]
fn of_one_person() {
    let bail = "Jonas Berg, who remains free on bail, faces years in prison.";
    finds(
        "claim.phase",
        &[bail],
        &["A judge heard Jonas Berg for an hour. He was taken into custody at once."],
    );
    lacks("claim.phase", &[bail], &["A judge heard Ola Lie for an hour. He was taken into custody at once."]);
    lacks("claim.phase", &[bail], &["Ola Lie and Signe Dahl met. He was taken into custody at once."]);
}

#[test]
fn of_the_event() {
    finds(
        "claim.phase",
        &["Guides were searching on Thursday for 13 skiers."],
        &["The search was called off at dusk."],
    );
    lacks(
        "claim.phase",
        &["Four of the ropes were still missing on Thursday."],
        &["An old map was found in the cellar of the station."],
    );
}

#[test]
fn a_motion_and_its_steps() {
    finds(
        "claim.phase",
        &["The opposition will call for a vote of no confidence in the board."],
        &["Members handed in the motion of no confidence at noon."],
    );
}

#[test]
fn nobody_comes_back_to_life() {
    finds(
        "claim.life",
        &["Guide Jonas Berg died in the cabin."],
        &["Jonas Berg is in intensive care, his brother said."],
    );
    lacks(
        "claim.life",
        &["Guide Jonas Berg died in the cabin."],
        &["Ola Lie is in intensive care, his brother said."],
    );
}
