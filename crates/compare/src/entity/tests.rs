//! Tests of the mentions gathered from whole accounts.

use super::item::gather;
use crate::Account;
use corroborate_article::{Article, Block, Outlet, Role};
use corroborate_extract::EntityKind;
use corroborate_text::Span;

/// Accounts of one paragraph each.
pub(super) fn accounts(texts: &[&str]) -> Vec<Account> {
    let account = |text: &&str| {
        let span = Span::new(0, text.len());
        let blocks = vec![Block { role: Role::Paragraph, span, content: span }];
        Account::new(Article { text: (*text).to_owned(), blocks, ..Article::default() })
    };
    texts.iter().map(account).collect()
}

/// The kind of the last mention of this form.
fn kind(texts: &[&str], form: &str) -> EntityKind {
    let items = gather(&accounts(texts));
    items.iter().rfind(|item| item.text == form).map(|item| item.kind).expect("a mention")
}

#[test]
fn a_surname_that_looks_like_a_place_is_a_persons() {
    let text = "Mayor Jane Tolvar spoke. Tolvar will resign.";
    assert_eq!(kind(&[text], "Tolvar"), EntityKind::Person);
    let items = gather(&accounts(&[text]));
    assert!(items.iter().rfind(|item| item.text == "Tolvar").is_some_and(|item| !item.is_full_name()));
}

#[test]
fn a_firm_by_one_word_of_its_name() {
    assert_eq!(kind(&["Harrowell Foods cut jobs. Harrowell fell."], "Harrowell"), EntityKind::Organisation);
    let named = "Harrowell Foods cut jobs. Jane Harrowell wept. Harrowell left.";
    assert_eq!(kind(&[named], "Harrowell"), EntityKind::Person);
}

#[test]
fn the_sentence_of_a_name_and_whether_it_speaks_of_kin() {
    let items =
        gather(&accounts(&["Karl Lindholm left. Anna Lindholm, his wife, stayed. Then Tove Marsh came."]));
    let of = |form: &str| {
        let item = items.iter().find(|item| item.text == form).expect("a mention");
        (item.sentence, item.related)
    };
    assert_eq!(
        (of("Karl Lindholm"), of("Anna Lindholm"), of("Tove Marsh")),
        ((0, false), (1, true), (2, false))
    );
}

#[test]
fn an_outlet_is_named_by_its_page() {
    let named = |line: &str| {
        let mut accounts = accounts(&[&format!("{line}\nThe dam broke in the night.")]);
        let evidence = Some(Span::new(0, line.len()));
        accounts[0].article.metadata.outlet = Some(Outlet { name: line.to_owned(), evidence });
        accounts[0].annotations.mentions.clear();
        gather(&accounts).into_iter().map(|item| (item.text, item.kind)).collect::<Vec<_>>()
    };
    let organisation = |name: &str| (name.to_owned(), EntityKind::Organisation);
    assert_eq!(named("Norland News"), [organisation("Norland News")]);
    assert_eq!(named("Norland News (NNS)"), [organisation("Norland News"), organisation("NNS")]);
    assert!(named("Norway").is_empty(), "a country is no outlet");
}
