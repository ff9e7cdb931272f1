//! What a later account makes of what an earlier one said.

mod story;

use story::{rules, told};

const EARLY_FIRST: [Option<u32>; 2] = [Some(9), Some(12)];
const LATE_FIRST: [Option<u32>; 2] = [Some(12), Some(9)];

#[track_caller]
fn finds(rule: &str, a: &str, b: &str, days: [Option<u32>; 2]) {
    let found = rules(&told(&[a], &[b], days));
    assert!(found.contains(&rule), "{rule} is not among {found:?}");
}

#[track_caller]
fn lacks(rule: &str, a: &str, b: &str, days: [Option<u32>; 2]) {
    let found = rules(&told(&[a], &[b], days));
    assert!(!found.contains(&rule), "{rule} is among {found:?}");
}

#[test]
fn what_came_of_what_was_expected() {
    let (plan, outcome) = (
        "The county will pay 30 guides for the winter season.",
        "The county has paid 22 guides for the winter season.",
    );
    finds("figure.outcome", plan, outcome, EARLY_FIRST);
    lacks("figure.outcome", plan, outcome, LATE_FIRST);
}

#[test]
fn a_later_count_that_is_less_exact_replaces_nothing() {
    let (exact, loose) =
        ("The clinic treated 34 injured skiers.", "The clinic treated more than 30 injured skiers.");
    lacks("figure.update", exact, loose, EARLY_FIRST);
    finds("figure.bounds", exact, loose, EARLY_FIRST);
}

#[test]
fn people_hurt_do_not_become_fewer() {
    let (many, few) = ("The fall injured 31 people.", "The fall injured 13 people.");
    finds("figure.digits", many, few, EARLY_FIRST);
    finds("figure.update", many, few, LATE_FIRST);
}

#[test]
fn a_sum_that_was_raised() {
    let (old, new) = (
        "The county will give 20 million crowns for new pylons.",
        "The county has increased its grant for new pylons from 20 million to 35 million crowns.",
    );
    finds("figure.change", old, new, [None, None]);
    lacks(
        "figure.change",
        old,
        "The county gives from 20 million to 35 million crowns for new pylons.",
        [None, None],
    );
}

#[test]
fn a_promise_that_was_kept() {
    let (promise, done) = (
        "The county will refund every ticket that was bought in April.",
        "The county has refunded every ticket that was bought in April.",
    );
    finds("strength.update", promise, done, EARLY_FIRST);
    lacks("strength.update", promise, done, LATE_FIRST);
    lacks(
        "strength.update",
        promise,
        "The county has printed every ticket that was bought in April.",
        EARLY_FIRST,
    );
}

#[test]
fn a_guess_at_the_past_is_not_brought_up_to_date() {
    let (guess, fact) =
        ("The operator may have skipped the April inspection.", "The operator skipped the April inspection.");
    lacks("strength.update", guess, fact, EARLY_FIRST);
    finds("strength.steps", guess, fact, EARLY_FIRST);
}

#[test]
fn what_is_planned_is_moved() {
    let (plan, moved) = (
        "The county will open the lower station on 17 July.",
        "The county will open the lower station on 28 August.",
    );
    finds("date.moved", plan, moved, EARLY_FIRST);
    finds("date.disjoint", plan, moved, [Some(9), Some(9)]);
    // The 17th and the 27th look like a slip of the pen.
    finds("date.disjoint", plan, "The county will open the lower station on 27 July.", EARLY_FIRST);
}

#[test]
fn shortly_before_an_hour() {
    let exact = "The last gondola reached the valley at 2:38 a.m., a guard said.";
    let [soon, late] = ["3", "5"]
        .map(|hour| format!("The last gondola reached the valley shortly before {hour} a.m., a guard said."));
    lacks("date.disjoint", exact, &soon, [Some(9), Some(9)]);
    finds("date.precision", exact, &soon, [Some(9), Some(9)]);
    lacks("date.precision", exact, exact, [Some(9), Some(9)]);
    finds("date.disjoint", exact, &late, [Some(9), Some(9)]);
}

#[test]
fn the_day_of_an_announcement_is_not_that_of_the_thing() {
    let day = "The county will shut the lower station for good on 17 July.";
    finds(
        "date.disjoint",
        day,
        "The county will shut the lower station for good on 3 June.",
        [Some(9), Some(9)],
    );
    let announced = "The county will shut the lower station for good, it was announced on 3 May.";
    lacks("date.disjoint", day, announced, [Some(9), Some(9)]);
    let other = announced.replace("3 May", "1 May");
    finds("date.disjoint", announced, &other, [Some(9), Some(9)]);
    let riders = "On the radio riders were told of it on 1 May, before the lower station was shut for good.";
    lacks("date.disjoint", announced, riders, [Some(9), Some(9)]);
}

#[test]
fn a_clause_with_both_days_contradicts_neither() {
    let old = "In 1996 lightning struck the upper station and killed a guard.";
    let both = "The upper station that lightning struck in 1996, which killed a guard, was rebuilt in 2004.";
    lacks("date.disjoint", old, both, [Some(9), Some(9)]);
}

#[test]
fn what_is_still_to_come_is_another_thing() {
    let due = "The agreement on the upper station is due on 28 June.";
    let past = "The agreement on the upper station was signed on 3 May.";
    lacks("date.disjoint", due, past, [Some(9), Some(9)]);
    finds(
        "date.disjoint",
        "The agreement on the upper station was signed on 1 May.",
        past,
        [Some(9), Some(9)],
    );
}

#[test]
fn a_poll_and_a_result() {
    let poll = "An exit poll gives the mayor of Sundvik 52 percent of the vote.";
    let result = "The mayor of Sundvik has 47 percent of the vote.";
    lacks("figure.disjoint", poll, result, EARLY_FIRST);
    finds("figure.moment", poll, result, [Some(9), Some(9)]);
}

#[test]
fn a_number_below_what_was_named_before() {
    let (bound, exact) = ("The petition has fewer than 1,100 votes.", "The petition has 871 votes.");
    finds("figure.bounds", bound, exact, EARLY_FIRST);
    lacks("figure.update", bound, exact, EARLY_FIRST);
    finds("figure.update", "The petition has 640 votes.", exact, EARLY_FIRST);
}

#[test]
fn a_number_is_corrected_without_the_thing() {
    let old = "Lifts carried 325,300 skiers in the winter, the county reckoned.";
    let new = "Officials raised their total of riders, from 325,300 to 351,900, as season tickets had been left out.";
    finds("figure.change", old, new, [Some(9), Some(9)]);
}

#[test]
fn a_toll_brought_up_to_date_further_down() {
    let old = "The lightning killed 21 people in the valley.";
    let page = [
        "The lightning killed 21 people in the valley.",
        "The road was closed to lorries.",
        "The chapel kept its doors open through the night.",
        "The county now puts the number of deaths at 24 and the number of the injured at 310.",
    ];
    let found = rules(&told(&[old], &page, [Some(9), Some(9)]));
    assert!(found.contains(&"figure.revised"), "{found:?}");
}
