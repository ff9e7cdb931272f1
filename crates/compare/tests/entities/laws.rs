//! Laws of grouping.

use super::account;
use corroborate_compare::{Account, Entity, resolve};
use corroborate_text::Span;
use proptest::prelude::*;
use std::collections::BTreeSet;

const POOL: [&str; 8] = [
    "President Anna Lindholm met Mayor Karl Lindholm in Berlin.",
    "Lindholm said that London would pay.",
    "Prime Minister Sir Edwin Marlow thanked the Harbour Safety Council (HSC).",
    "Sir Edwin told the HSC to wait, and Mr. Marlow left.",
    "Minister Sergei Khodorov flew from Oslo to Kiev.",
    "Serhii Hodorov was seen in Kyiv with British troops.",
    "E. Marlow and Eve Marlow live in Britain.",
    "The Danish coast guard found the ship; the coast guard towed it.",
];

const UNRELATED: &str = "Professor Mateo Quirante described the Andean Botany Society in Quito.";

/// The groups as sets of account, place.
fn groups(entities: &[Entity], name: &dyn Fn(usize) -> usize) -> BTreeSet<BTreeSet<(usize, Span)>> {
    entities
        .iter()
        .map(|entity| {
            entity.mentions.iter().map(|mention| (name(mention.place.account), mention.place.span)).collect()
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_accounts_changes_no_group(
        texts in prop::collection::vec(prop::sample::subsequence(POOL.to_vec(), 1..5), 2..5),
        turn in 0_usize..5,
    ) {
        let texts: Vec<String> = texts.iter().map(|parts| parts.join(" ")).collect();
        let straight: Vec<Account> = texts.iter().map(|text| account(text)).collect();
        let count = straight.len();
        let mut turned = straight.clone();
        turned.rotate_left(turn % count);
        turned.reverse();
        let original = |index: usize| (count - 1 - index + turn % count) % count;
        prop_assert_eq!(groups(&resolve(&straight), &|index| index), groups(&resolve(&turned), &original));
    }

    #[test]
    fn an_unrelated_account_changes_no_group(
        texts in prop::collection::vec(prop::sample::subsequence(POOL.to_vec(), 1..5), 1..4),
    ) {
        let texts: Vec<String> = texts.iter().map(|parts| parts.join(" ")).collect();
        let mut story: Vec<Account> = texts.iter().map(|text| account(text)).collect();
        let before = groups(&resolve(&story), &|index| index);
        story.push(account(UNRELATED));
        let after = groups(&resolve(&story), &|index| index);
        prop_assert!(before.is_subset(&after));
    }

    #[test]
    fn every_mention_is_in_one_entity(
        texts in prop::collection::vec(prop::sample::subsequence(POOL.to_vec(), 1..8), 1..3),
    ) {
        let texts: Vec<String> = texts.iter().map(|parts| parts.join(" ")).collect();
        let story: Vec<Account> = texts.iter().map(|text| account(text)).collect();
        let entities = resolve(&story);
        let mut places: Vec<_> = entities.iter().flat_map(|entity| &entity.mentions).map(|mention| mention.place).collect();
        let count: usize = story.iter().map(|account| account.annotations.mentions.len()).sum();
        prop_assert_eq!(places.len(), count);
        places.sort();
        places.dedup();
        prop_assert_eq!(places.len(), count);
    }
}
