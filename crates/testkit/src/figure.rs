//! Figures printed from values, in the ways newspapers print them.

use proptest::prelude::*;

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: [(u64, &str); 4] = [
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
    (1_000, "thousand"),
];

/// A whole number in words, as British papers write it.
///
/// ```
/// assert_eq!(corroborate_testkit::spelled(1_205), "one thousand two hundred and five");
/// ```
pub fn spelled(value: u64) -> String {
    for (scale, name) in SCALES {
        if value >= scale {
            let head = format!("{} {name}", spelled(value / scale));
            return match value % scale {
                0 => head,
                rest @ 1..100 => format!("{head} and {}", spelled(rest)),
                rest => format!("{head} {}", spelled(rest)),
            };
        }
    }
    let word = |index: u64, words: &[&'static str]| {
        usize::try_from(index).ok().and_then(|index| words.get(index)).copied().unwrap_or_default()
    };
    match value {
        0..20 => word(value, &SMALL).to_owned(),
        20..100 if value.is_multiple_of(10) => word(value / 10, &TENS).to_owned(),
        20..100 => format!("{}-{}", word(value / 10, &TENS), word(value % 10, &SMALL)),
        _ if value.is_multiple_of(100) => format!("{} hundred", word(value / 100, &SMALL)),
        _ => format!("{} hundred and {}", word(value / 100, &SMALL), spelled(value % 100)),
    }
}

/// A whole number in digits, grouped by commas.
///
/// ```
/// assert_eq!(corroborate_testkit::grouped(1_204_000), "1,204,000");
/// ```
pub fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let mut printed = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            printed.push(',');
        }
        printed.push(digit);
    }
    printed
}

/// A whole number and a way it is printed: in words, in plain digits or grouped.
pub fn figures() -> impl Strategy<Value = (u64, String)> {
    let value = prop_oneof![0_u64..30, 0_u64..2_000, 0_u64..2_000_000_000_000];
    (value, 0..3_u8).prop_map(|(value, way)| {
        let printed = match way {
            0 => spelled(value),
            1 => grouped(value),
            _ => value.to_string(),
        };
        (value, printed)
    })
}

/// An amount of money, its code, and a way it is printed.
pub fn amounts() -> impl Strategy<Value = (f64, &'static str, String)> {
    let sign =
        prop::sample::select(vec![("$", "USD"), ("£", "GBP"), ("€", "EUR"), ("A$", "AUD"), ("¥", "JPY")]);
    let scale = prop::sample::select(vec![
        ("", 1_u64),
        ("m", 1_000_000),
        (" million", 1_000_000),
        ("bn", 1_000_000_000),
    ]);
    (1_u64..1000, sign, scale).prop_map(|(value, (sign, code), (suffix, factor))| {
        #[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
        let amount = (value * factor) as f64;
        (amount, code, format!("{sign}{value}{suffix}"))
    })
}
