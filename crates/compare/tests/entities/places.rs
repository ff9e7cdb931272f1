//! Names of places.

use super::{accounts, full, together, with};
use corroborate_compare::resolve;

#[test]
fn a_capital_is_a_place_or_a_government() {
    let texts = ["Leaders met in Berlin on Monday. Later Madrid has denied the report."];
    assert!(!together(&texts, (0, "Berlin"), (0, "Madrid")));
    let entities = resolve(&accounts(&texts));
    let rule = |form: &str| {
        let entity = with(&entities, &texts, 0, form);
        entity.mentions.first().map(|mention| mention.rule).unwrap_or_default()
    };
    assert_eq!(rule("Berlin"), "name.same");
    assert_eq!(rule("Madrid"), "country.capital");
}

#[test]
fn names_of_one_country_join() {
    let texts = ["Britain agreed with France.", "The UK agreed, and the United Kingdom paid."];
    assert!(together(&texts, (0, "Britain"), (1, "UK")));
    assert!(together(&texts, (0, "Britain"), (1, "United Kingdom")));
}

#[test]
fn a_slip_in_the_name_of_a_place() {
    let texts = ["Rain fell in Brackendale on Monday.", "It rained in Brackentale on Monday."];
    assert!(together(&texts, (0, "Brackendale"), (1, "Brackentale")));
    let texts = ["Rain fell in Brackendale and in Brackentale.", "It rained in Brackentale on Monday."];
    assert!(!together(&texts, (0, "Brackendale"), (1, "Brackentale")), "an account tells them apart");
}

#[test]
fn a_name_in_the_spelling_of_the_next_country() {
    let texts = ["Mayor Grettir Haraldsson resigned.", "Mayor Grette Haraldsen resigned."];
    assert!(together(&texts, (0, "Grettir Haraldsson"), (1, "Grette Haraldsen")));
    let texts = ["Mayor Grettir Haraldsson resigned.", "Mayor Gunnar Haraldsen resigned."];
    assert!(!together(&texts, (0, "Grettir Haraldsson"), (1, "Gunnar Haraldsen")));
}

#[test]
fn a_town_is_no_firm_of_its_name() {
    let texts = [
        "Harrowell Rail Ltd cut jobs. Harrowell Council protested, and the Harrowell Workers' Party too.",
        "Harrowell: anger grows. Harrowell's mayor is angry.",
    ];
    assert!(!together(&texts, (0, "Harrowell Rail Ltd"), (1, "Harrowell")));
}

#[test]
fn a_wood_by_its_name_alone() {
    let texts = ["The car was found in the Haldebos wood on Monday.", "Police searched near Haldebos."];
    assert!(together(&texts, (0, "Haldebos"), (1, "Haldebos")));
    assert!(full(&texts, 0, "Haldebos").contains("Haldebos wood"));
}

#[test]
fn a_name_that_is_said_to_be_anothers() {
    let texts = ["It was in Elmstrode, a town known in Dutch as Helmstrode.", "The thieves left Helmstrode."];
    assert!(together(&texts, (0, "Elmstrode"), (1, "Helmstrode")));
}
