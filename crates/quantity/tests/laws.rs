//! What holds for every text.

use corroborate_quantity::{Quantity, annotate};
use proptest::prelude::*;

fn places(quantity: &Quantity) -> Vec<corroborate_text::Span> {
    [Some(quantity.span), Some(quantity.number), quantity.counted, quantity.part_of, quantity.per]
        .into_iter()
        .flatten()
        .collect()
}

fn hold(text: &str) -> Result<(), TestCaseError> {
    let found = annotate(text);
    let mut end = 0;
    for quantity in &found {
        for place in places(quantity) {
            prop_assert!(place.get(text).is_some_and(|words| !words.is_empty()), "{place:?} in {text:?}");
        }
        prop_assert!(quantity.span.start() >= end, "in order and apart: {text:?}");
        prop_assert!(quantity.span.covers(quantity.number), "the number inside its expression: {text:?}");
        end = quantity.span.end();
        if let (Some(lower), Some(upper)) = (quantity.lower, quantity.upper) {
            prop_assert!(lower.value <= upper.value, "ends in order: {text:?}");
        }
    }
    prop_assert_eq!(&found, &annotate(text), "the same again");
    Ok(())
}

/// Pieces that the grammar knows, with what may confuse it.
fn piece() -> impl Strategy<Value = String> {
    let words = "a an the of and or to from between about more than up at least half quarter third thirds dozen dozens hundred \
        thousand million several few score tens no none not one two twenty thirty-five first second 27 2-1 1,200 6.4 .5 1/2 2½ ½ \
        % per cent km m ft in ° °C £ $ US$ € p k bn m³ km/h people men dead them years old aged June 1990s S23 G7 Covid-19 +44 − – — \
        é ñandú \u{a0} \u{2009} , . ( ) ' ’s - / : ; ~ < > ≥ #";
    let words: Vec<String> = words.split(' ').map(String::from).collect();
    prop::collection::vec(
        (prop::sample::select(words), prop::sample::select(vec![" ", "", "-", "\n", "\u{a0}"])),
        0..14,
    )
    .prop_map(|parts| parts.into_iter().flat_map(|(word, gap)| [word, gap.to_owned()]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_string_gives_places_in_bounds(text in "\\PC{0,80}") {
        hold(&text)?;
    }

    #[test]
    fn any_pieces_give_places_in_bounds(text in piece()) {
        hold(&text)?;
    }
}
