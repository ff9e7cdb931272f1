//! Which versions of an utterance are brought together, and how.

mod story;

use corroborate_compare::{Account, FamilyRelation, Options, compare};
use story::account;

/// The relation of each family and the accounts of its versions.
fn families(accounts: &[Account]) -> Vec<(FamilyRelation, Vec<usize>)> {
    let found = compare(accounts, &Options::default()).quote_families;
    found
        .into_iter()
        .map(|family| (family.relation, family.versions.iter().map(|place| place.account).collect()))
        .collect()
}

const CRACK: &str = "“We heard a crack like that of a whip, and for that alone I rang the bell. Then we waited,” \
                     said Karin Holmgren, who runs the hut.";

#[test]
fn a_sentence_told_with_another_end() {
    let found = families(&[
        account(
            "a",
            None,
            &[
                "“The wolf came at noon. We were counting sheep, not shooting at wolves,” said Karin Holmgren.",
            ],
        ),
        account("b", None, &["“We were counting the sheep, we were never shooting,” said Karin Holmgren."]),
    ]);
    assert_eq!(found, [(FamilyRelation::Altered, vec![0, 1])]);
}

#[test]
fn a_pronoun_misread_is_no_other_speaker() {
    let other = "Astrid Lund, who keeps the kiosk, had come up at six. The stove was cold, two guests said.";
    let found = families(&[
        account("a", None, &[CRACK]),
        account(
            "b",
            None,
            &[
                "Karin Holmgren runs the hut above the lake.",
                other,
                "Her words on the terrace were heard by many. “For that reason I rang the bell. Then we waited,” she said.",
            ],
        ),
    ]);
    assert_eq!(found, [(FamilyRelation::Altered, vec![0, 1])]);
    // Who spoke right before is surely meant.
    let told =
        "“I saw it all,” said Astrid Lund. “For that reason I rang the bell. Then we waited,” she added.";
    let found = families(&[
        account("a", None, &[CRACK]),
        account("b", None, &["Karin Holmgren runs the hut.", told]),
    ]);
    assert_eq!(found, [(FamilyRelation::Reattributed, vec![0, 1])]);
}
