//! Laws that hold on any text.

use corroborate_temporal::{Civil, TimeExpression, TimexType, annotate};
use proptest::prelude::*;

/// Words that the grammar reacts to, in any order and punctuation.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "the",
        "a",
        "last",
        "next",
        "week",
        "weeks",
        "two",
        "12",
        "2025",
        "November",
        "May",
        "may",
        "of",
        "in",
        "on",
        "at",
        "Tuesday",
        "evening",
        "18.30",
        "18:30",
        "p.m.",
        "GMT",
        "-",
        "to",
        "and",
        ",",
        ".",
        "\n",
        "\n\n",
        "ago",
        "later",
        "earlier",
        "every",
        "quarter",
        "third",
        "1990s",
        "’90s",
        "BC",
        "Christmas",
        "é",
        "recently",
        "now",
        "year",
        "half",
        "an",
        "hour",
        "(",
        ")",
        "“",
        "9/11",
        "mid",
        "early",
        "since",
        "will",
        "said",
        "2019-20",
        "2025-11-12T09:40:00Z",
        "99999999999999",
        "twenty",
        "thousand",
        "first",
    ]);
    prop::collection::vec((pieces, prop::bool::weighted(0.8)), 0..40).prop_map(|pieces| {
        let mut text = String::new();
        for (piece, spaced) in pieces {
            text.push_str(piece);
            if spaced {
                text.push(' ');
            }
        }
        text
    })
}

fn days() -> impl Strategy<Value = Civil> {
    (1900i32..2100, 1u32..=12, 1u32..=28, 0u32..24)
        .prop_filter_map("a real day", |(year, month, day, hour)| Civil::new(year, month, day, hour, 0, 0))
}

fn holds(text: &str, found: &[TimeExpression]) -> Result<(), TestCaseError> {
    let mut at = 0;
    for expression in found {
        prop_assert!(expression.span.get(text).is_some(), "{:?}", expression.span);
        prop_assert!(!expression.span.is_empty());
        prop_assert!(expression.span.start() >= at, "overlap at {at}");
        let words = expression.span.of(text);
        prop_assert_eq!(words.trim(), words);
        prop_assert!(!expression.value.is_empty());
        prop_assert_eq!(expression.earliest.is_some(), expression.latest.is_some());
        if let (Some(earliest), Some(latest)) = (expression.earliest, expression.latest) {
            prop_assert!(earliest <= latest, "{} in {text:?}", expression.value);
        }
        at = expression.span.end();
    }
    Ok(())
}

proptest! {
    #[test]
    fn spans_are_sorted_apart_and_on_boundaries(text in texts(), reference in prop::option::of(days())) {
        holds(&text, &annotate(&text, reference))?;
    }

    #[test]
    fn any_text_at_all_is_read(text in "\\PC*", reference in prop::option::of(days())) {
        holds(&text, &annotate(&text, reference))?;
    }

    #[test]
    fn the_reference_date_moves_no_span(text in texts(), reference in days()) {
        let spans = |found: Vec<TimeExpression>| -> Vec<_> { found.into_iter().map(|found| found.span).collect() };
        prop_assert_eq!(spans(annotate(&text, None)), spans(annotate(&text, Some(reference))));
    }

    #[test]
    fn resolving_later_gives_what_annotating_gives(text in texts(), reference in days()) {
        let placed = annotate(&text, Some(reference));
        for (late, early) in annotate(&text, None).iter().zip(&placed) {
            if late.earliest.is_none() {
                prop_assert_eq!(&late.resolve(&text, reference), early);
            }
        }
    }

    #[test]
    fn a_week_shifts_every_weekday_by_a_week(
        reference in days(),
        day in prop::sample::select(vec!["Monday", "Wednesday", "Saturday", "Sunday"]),
        frame in prop::sample::select(vec![
            "The minister spoke on @.", "Talks will resume on @.", "It snowed last @.", "They meet next @ again.",
            "The vote on @ evening was close.", "@",
        ]),
    ) {
        let text = frame.replace('@', day);
        let later = reference.plus_seconds(7 * 86_400).unwrap();
        let (now, then) = (annotate(&text, Some(reference)), annotate(&text, Some(later)));
        prop_assert_eq!(now.len(), 1);
        let shift = now[0].earliest.unwrap().seconds_until(then[0].earliest.unwrap());
        prop_assert_eq!(shift, 7 * 86_400);
    }

    #[test]
    fn a_date_written_in_any_order_is_the_same_day(year in 1800i32..2100, month in 1u32..=12, day in 1u32..=28) {
        const MONTHS: [&str; 12] = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ];
        let name = MONTHS[month as usize - 1];
        let short = &name[..3];
        for written in [
            format!("{day} {name} {year}"),
            format!("{name} {day}, {year}"),
            if month == 5 { format!("May {day} {year}") } else { format!("{short}. {day}, {year}") },
            format!("{day}-{short}-{year}"),
            format!("the {day}th of {name}, {year}"),
            format!("{year}-{month:02}-{day:02}"),
            format!("{year}/{month:02}/{day:02}"),
        ] {
            let text = format!("It was signed on {written} in the capital.");
            let found = annotate(&text, None);
            prop_assert_eq!(found.len(), 1, "{}", text);
            prop_assert_eq!(&found[0].value, &format!("{year:04}-{month:02}-{day:02}"), "{}", text);
            prop_assert_eq!(found[0].kind, TimexType::Date);
        }
    }
}
