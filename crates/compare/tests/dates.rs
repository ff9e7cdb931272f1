//! Times of one thing, of two things of one sort, and of a thing that was put off.

mod story;

use story::{finds, lacks};

#[test]
fn the_first_of_a_kind_and_the_last() {
    finds(
        "date.apart",
        &["The minister wants a first report by 9 July 2023."],
        &["Inspectors will hand over the final report on 3 March 2024."],
    );
    lacks(
        "date.apart",
        &["The minister wants a first report by 9 July 2023."],
        &["Inspectors will hand over the final bill on 3 March 2024."],
    );
}

#[test]
fn put_at_another_time_by_one_account() {
    let planned = "The new gondola is to open on 9 July 2023.";
    finds(
        "date.moved",
        &[planned],
        &["The new gondola, planned for 9 July 2023, will not open before 3 September 2023."],
    );
    lacks(
        "date.moved",
        &[planned],
        &["The new gondola opened on 9 July 2023 and will close on 3 September 2023."],
    );
}

#[test]
fn two_like_sentences_that_both_accounts_have() {
    let both = ["The owners asked for new ropes in 2019.", "The owners asked for new ropes again in 2021."];
    lacks("date.disjoint", &both, &both);
}
