//! Names across accounts: what is right, by hand, and laws of grouping.

mod bodies;
mod laws;
mod pages;
mod people;
mod places;

use corroborate_article::{Article, Block, Role};
use corroborate_compare::{Account, Entity, resolve};
use corroborate_text::Span;
use std::collections::BTreeSet;

fn account(text: &str) -> Account {
    let whole = Span::new(0, text.len());
    Account::new(Article {
        text: text.to_owned(),
        blocks: vec![Block { role: Role::Paragraph, span: whole, content: whole }],
        ..Article::default()
    })
}

fn accounts(texts: &[&str]) -> Vec<Account> {
    texts.iter().map(|text| account(text)).collect()
}

/// The entity that has a mention of this form in this account.
fn with<'e>(entities: &'e [Entity], texts: &[&str], account: usize, form: &str) -> &'e Entity {
    entities
        .iter()
        .find(|entity| forms(entity, texts).contains(&(account, form)))
        .expect("an entity has this form in this account")
}

fn forms<'t>(entity: &Entity, texts: &[&'t str]) -> BTreeSet<(usize, &'t str)> {
    let mentions = entity.mentions.iter();
    mentions
        .map(|mention| (mention.place.account, mention.place.span.of(texts[mention.place.account])))
        .collect()
}

fn together(texts: &[&str], a: (usize, &str), b: (usize, &str)) -> bool {
    let entities = resolve(&accounts(texts));
    forms(with(&entities, texts, a.0, a.1), texts).contains(&b)
}

fn groups_of(accounts: &[Account]) -> Vec<BTreeSet<String>> {
    let forms = |entity: &Entity| {
        let place = |mention: &corroborate_compare::EntityMention| {
            mention.place.span.of(&accounts[mention.place.account].article.text).to_owned()
        };
        entity.mentions.iter().map(place).collect()
    };
    resolve(accounts).iter().map(forms).collect()
}

fn one(groups: &[BTreeSet<String>], a: &str, b: &str) -> bool {
    groups.iter().any(|group| group.contains(a) && group.contains(b))
}

/// The forms with their titles of the entity that has this form.
fn full(texts: &[&str], account: usize, form: &str) -> BTreeSet<String> {
    let entities = resolve(&accounts(texts));
    let mentions = with(&entities, texts, account, form).mentions.iter();
    mentions.map(|mention| mention.full.of(texts[mention.place.account]).to_owned()).collect()
}
