//! A number that is all of the text.

use crate::gold;

#[test]
fn a_number_typed_alone() {
    for (text, wanted) in [
        ("- 3 1/2", "- 3 1/2 = -3.5"),
        ("- 4 degrees", "- 4 degrees = -4 °"),
        ("- 25 k", "- 25 k = -25000"),
        ("7.5 k", "7.5 k = 7500"),
        ("0047", "0047 = 47"),
        ("02.50", "02.50 = 2.5"),
        ("point 35", "point 35 = 0.35"),
        ("3 point 25", "3 point 25 = 3.25"),
        ("one", "one = 1"),
        ("single", "single = 1"),
        ("third", "third = 3"),
        ("three forty-one", "three forty-one = 341"),
        ("12 pounds 50", "12 pounds 50 = 12.5 GBP"),
        ("twelve euros and fifteen", "twelve euros and fifteen = 12.15 EUR"),
        ("3 kilometres, 20 metres, 5 cm", "3 kilometres, 20 metres, 5 cm = 3.02005 km"),
        ("2 hours and 3 minutes", "2 hours and 3 minutes = 2.05 h"),
    ] {
        gold(text, &[wanted]);
    }
}

#[test]
fn what_is_typed_alone_is_read_otherwise_in_running_text() {
    gold("They had one.", &[]);
    gold("He was the third of them.", &[]);
    gold("They paid 12 pounds 50 times.", &["12 pounds = 12 GBP", "50 times = 50 [times]"]);
    gold(
        "They ran 5 km, 400 m and 100 m races that day.",
        &["5 km = 5 km", "400 m = 400 m", "100 m = 100 m"],
    );
    // A kilometre holds no mile, and no more metres than a thousand.
    gold("2 km and 1 mile", &["2 km = 2 km", "1 mile = 1 mi"]);
    gold("2 km, 1200 m", &["2 km = 2 km", "1200 m = 1200 m"]);
    gold("12 pounds 5", &["12 pounds = 12 GBP", "5 = 5"]);
}

#[test]
fn figures_typed_alone_that_are_no_plain_number() {
    gold("0e5", &["0e5 = 0"]);
    gold("00e2", &[]);
    // Nine digits behind a nought are a number to call.
    gold("012345678", &[]);
    gold("01234567", &["01234567 = 1234567"]);
    gold("one one", &["one = 1", "one = 1"]);
    gold("tenth eleven", &["tenth = 10", "eleven = 11"]);
    gold("nineteen ninety-nine", &["nineteen = 19", "ninety-nine = 99"]);
    gold("zero twenty", &["zero = 0", "twenty = 20"]);
    gold("20 dollars, 43", &["20 dollars = 20 USD", "43 = 43"]);
    gold("20% 27", &["20% = 20 %", "27 = 27"]);
}

/// A number that is read as in running text keeps the place of its last digit; one read as typed alone has none.
#[test]
fn the_grain_of_a_number_typed_alone() {
    let grain = |text: &str| corroborate_quantity::annotate(text).first().and_then(|one| one.grain);
    assert_eq!((grain("5"), grain("12.5"), grain("0033")), (Some(1.0), Some(0.1), None));
}
