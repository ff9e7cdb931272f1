//! What holds for every text.

use corroborate_quantity::{Bound, Quantity, QuantityKind, Relation, Unit, annotate, relation};
use corroborate_testkit::{amounts, articles, figures};
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

/// A quantity of a length, bounded anyhow.
fn length(unit: Unit) -> impl Strategy<Value = Quantity> {
    let bound = || prop::option::of((0_i32..40, any::<bool>()));
    (bound(), bound(), any::<bool>()).prop_map(move |(a, b, rounded)| {
        let bound = |end: (i32, bool)| Bound { value: f64::from(end.0), closed: end.1 };
        let (mut lower, mut upper) = (a.map(bound), b.map(bound));
        if let (Some(low), Some(high)) = (lower, upper)
            && low.value >= high.value
        {
            // An interval of one value is closed; one that would be empty is turned round.
            let one = low.value == high.value;
            lower = Some(Bound { value: high.value, closed: one || high.closed });
            upper = Some(Bound { value: low.value, closed: one || low.closed });
        }
        let text = "1 metre";
        let mut quantity = annotate(text).remove(0);
        quantity.lower = lower;
        quantity.upper = upper;
        quantity.nominal = None;
        quantity.unit = Some(unit);
        quantity.kind = QuantityKind::Measure;
        quantity.grain = rounded.then_some(1.0);
        quantity
    })
}

const METRE: Unit = Unit { symbol: "m", dimension: "length", factor: 1.0, offset: 0.0 };
const FOOT: Unit = Unit { symbol: "ft", dimension: "length", factor: 0.3048, offset: 0.0 };

/// The same length in another unit.
fn converted(quantity: &Quantity, unit: Unit) -> Quantity {
    let from = quantity.unit.unwrap_or(METRE);
    let ratio = from.factor / unit.factor;
    let bound = |bound: Bound| Bound { value: bound.value * ratio, ..bound };
    Quantity {
        lower: quantity.lower.map(bound),
        upper: quantity.upper.map(bound),
        grain: quantity.grain.map(|grain| grain * ratio),
        unit: Some(unit),
        ..quantity.clone()
    }
}

/// The relation with its sides changed.
fn turned(relation: Relation) -> Relation {
    match relation {
        Relation::Inside => Relation::Contains,
        Relation::Contains => Relation::Inside,
        other => other,
    }
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

    #[test]
    fn any_article_gives_places_in_bounds(text in articles()) {
        hold(&text)?;
    }

    #[test]
    fn a_quantity_equals_itself(a in length(METRE)) {
        prop_assert_eq!(relation(&a, &a), Relation::Equal);
    }

    #[test]
    fn relations_turn_with_their_sides(a in length(METRE), b in length(FOOT)) {
        prop_assert_eq!(relation(&a, &b), turned(relation(&b, &a)));
    }

    #[test]
    fn inside_is_transitive(a in length(METRE), b in length(METRE), c in length(METRE)) {
        if relation(&a, &b) == Relation::Inside && relation(&b, &c) == Relation::Inside {
            prop_assert_eq!(relation(&a, &c), Relation::Inside);
        }
    }

    #[test]
    fn conversion_changes_no_relation(a in length(METRE), b in length(FOOT)) {
        let wanted = relation(&a, &b);
        prop_assert_eq!(relation(&converted(&a, FOOT), &b), wanted);
        prop_assert_eq!(relation(&a, &converted(&b, METRE)), wanted);
    }

    #[test]
    fn a_printed_number_is_read_back((value, printed) in figures()) {
        let text = format!("They counted {printed} lanterns.");
        let found = annotate(&text);
        let read: Vec<Option<f64>> = found.iter().map(|quantity| quantity.nominal).collect();
        #[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
        let wanted = value as f64;
        let noun = if value == 1 && printed == "one" { return Ok(()) } else { Some("lanterns") };
        prop_assert_eq!(read, vec![Some(wanted)], "{}", text);
        prop_assert_eq!(found.first().and_then(|quantity| quantity.counted).map(|span| span.of(&text)), noun);
        prop_assert_eq!(found.first().map(|quantity| quantity.number.of(&text)), Some(printed.as_str()));
    }

    #[test]
    fn a_printed_amount_is_read_back((value, code, printed) in amounts()) {
        let text = format!("It cost {printed}, they said.");
        let found = annotate(&text);
        let read: Vec<_> = found.iter().map(|quantity| (quantity.nominal, quantity.unit.map(|unit| unit.symbol))).collect();
        prop_assert_eq!(read, vec![(Some(value), Some(code))], "{}", text);
    }
}
