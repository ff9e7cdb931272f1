//! What the strategies promise.

use corroborate_testkit::{Day, articles, days, figures, spans};
use proptest::prelude::*;

proptest! {
    #[test]
    fn spans_stand_on_characters((text, span) in articles().prop_flat_map(|text| {
        let places = spans(&text);
        (Just(text), places)
    })) {
        prop_assert!(span.get(&text).is_some());
    }

    #[test]
    fn figures_are_printed_without_gaps((value, printed) in figures()) {
        prop_assert_eq!(printed.trim(), printed.as_str());
        prop_assert_eq!(printed.contains(char::is_numeric), !printed.contains(char::is_alphabetic), "{}", value);
    }

    #[test]
    fn the_next_day_follows((day, _) in days()) {
        let next = Day(day.0 + 1);
        prop_assert!(day.iso() < next.iso());
        prop_assert_ne!(day.weekday(), next.weekday());
        let (_, month, number) = day.civil();
        prop_assert!((1..=12).contains(&month) && (1..=31).contains(&number));
    }
}
