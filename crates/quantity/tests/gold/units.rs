//! Money and measures.

use crate::gold;

#[test]
fn money() {
    gold(
        "US$1.2bn, A$5, €200, 50p, 20m leva, EUR50m",
        &[
            "US$1.2bn = 1200000000 USD",
            "A$5 = 5 AUD",
            "€200 = 200 EUR",
            "50p = 50 GBP/100",
            "20m leva = 20000000 BGN",
            "EUR50m = 50000000 EUR",
        ],
    );
    gold(
        "$3 a gallon and 40 pence per unit",
        &["$3 a gallon = 3 USD / gallon", "40 pence per unit = 40 GBP/100 / unit"],
    );
    gold("$10 million of aid", &["$10 million = 10000000 USD [aid]"]);
}

#[test]
fn units() {
    gold(
        "33ft, 10 metres, 17 m/s, 61 km/h, 38mph, 33 knots",
        &[
            "33ft = 33 ft",
            "10 metres = 10 m",
            "17 m/s = 17 m/s",
            "61 km/h = 61 km/h",
            "38mph = 38 mph",
            "33 knots = 33 kn",
        ],
    );
    gold(
        "6ft 2in tall; two hours and 30 minutes",
        &["6ft 2in = 6.166667 ft", "two hours and 30 minutes = 2.5 h"],
    );
    gold(
        "-4C, 68°F, 40 acres, 1,520 sq m",
        &["-4C = -4 °C", "68°F = 68 °F", "40 acres = 40 ac", "1,520 sq m = 1520 m²"],
    );
    gold("a 200-pound anchor; it cost 200 pounds", &["200-pound = 200 lb", "200 pounds = 200 GBP"]);
    gold("it weighed 3 kilograms (6.6 pounds) empty", &["3 kilograms = 3 kg", "6.6 pounds = 6.6 lb"]);
    gold("12 tonnes of wheat", &["12 tonnes = 12 t [wheat]"]);
}

#[test]
fn degrees_below_zero_are_negative() {
    gold("It was 12 degrees below zero.", &["12 degrees below zero = -12 °"]);
}

#[test]
fn one_of_a_unit() {
    gold("She poured a gallon of milk.", &["a gallon = 1 gal [milk]"]);
    gold("He paid above a dollar and 42 cents.", &["above a dollar and 42 cents = (1.42..) USD"]);
    gold("It sells for $5 a gallon.", &["$5 a gallon = 5 USD / gallon"]);
    gold("A foot injury kept him out.", &[]);
    gold("They won by tenth of a second.", &["tenth of a second = 0.1 s"]);
}

#[test]
fn measures_in_two_units() {
    gold("The 6-foot-4 forward signed.", &["6-foot-4 = 6.333333 ft"]);
    gold("He is 5 ft 7 in.", &["5 ft 7 in = 5.583333 ft"]);
    gold("She sat 6 feet in front of 5 ft in snow.", &["6 feet = 6 ft", "5 ft = 5 ft"]);
    gold("He weighed 13 stone 6 pounds.", &["13 stone 6 pounds = 13.428571 st"]);
}

#[test]
fn ounces_behind_stones() {
    let found = corroborate_quantity::annotate("He weighed 12 stone 6 ounces.");
    let kilograms = found.first().and_then(|one| Some(one.nominal? * one.unit?.factor));
    // Twelve stone are 168 pounds of 0.45359237 kg each, an ounce is a sixteenth of one.
    assert!(
        kilograms.is_some_and(|kg| (kg - (168.0 + 6.0 / 16.0) * 0.453_592_37).abs() < 1e-6),
        "{kilograms:?}"
    );
}

#[test]
fn inches_before_wide_and_of() {
    gold("The plank is 2 1/2 in thick.", &["2 1/2 in = 2.5 in"]);
    gold("Some towns had 3 in of rain.", &["3 in = 3 in [rain]"]);
    gold("They ran 3 in long races.", &["3 = 3"]);
    gold("One in 5 came in 2 in old cars.", &["One in 5 = 0.2 share", "2 = 2"]);
}

#[test]
fn a_rate_of_thousands() {
    gold("The firm made 5,000 a month.", &["5,000 a month = 5000 / month"]);
    gold("It drew two million of euros.", &["two million of euros = 2000000 EUR"]);
    gold("The rock is 3.5Ga old and the star 12 Gyr.", &["3.5Ga old = 3.5 Gyr", "12 Gyr = 12 Gyr"]);
}
