//! Names that pages bear: outlets, owners, who signed.

use super::{account, forms, groups_of, one};
use corroborate_article::{Article, Block, Outlet, Role};
use corroborate_compare::{Account, resolve};
use corroborate_text::Span;

/// An account with a byline of its own, a line of credits and a notice at the end.
fn page(byline: &str, body: &str, foot: &[(Role, &str)]) -> Account {
    let mut text = format!("{byline}\n{body}\n");
    let line = |start: usize, length: usize| Span::new(start, start + length);
    let block = |role: Role, span: Span| Block { role, span, content: span };
    let name = line(3, byline.len() - 3);
    let mut blocks = vec![
        block(Role::Byline, line(0, byline.len())),
        block(Role::Paragraph, line(byline.len() + 1, body.len())),
    ];
    for (role, words) in foot {
        blocks.push(block(*role, line(text.len(), words.len())));
        text.push_str(words);
        text.push('\n');
    }
    let mut account = Account::new(Article { text, blocks, ..Article::default() });
    account.article.metadata.byline = vec![name];
    account
}

/// An account whose first line is its outlet's name.
fn under(outlet: &str, body: &str) -> Account {
    let mut account = page("By Marta Holmqvist", &format!("{outlet}\n{body}"), &[]);
    let start = account.article.text.find(outlet).expect("the outlet stands in the account");
    let evidence = Some(Span::new(start, start + outlet.len()));
    account.article.metadata.outlet = Some(Outlet { name: outlet.to_owned(), evidence });
    account
}

#[test]
fn an_outlet_has_the_name_before_the_brackets_and_the_one_in_them() {
    let texts = ["NORLAND NEWS SERVICE (NNS)\nThe dam broke, the NNS was told."];
    let mut account = account(texts[0]);
    let evidence = Span::new(0, texts[0].find('\n').unwrap());
    let name = evidence.of(texts[0]).to_owned();
    account.article.metadata.outlet = Some(Outlet { name, evidence: Some(evidence) });
    let entities = resolve(&[account]);
    let found: Vec<_> = entities.iter().map(|entity| forms(entity, &texts)).collect();
    assert!(found.iter().any(|forms| forms.contains(&(0, "NORLAND NEWS SERVICE"))), "{found:?}");
}

#[test]
fn who_signed_is_named_and_joins_the_own_initial() {
    let credits = "(Reporting by Marta Holmqvist in Bergen and Jo Ekdal; Editing by M. Holmqvist)";
    let groups =
        groups_of(&[page("By Marta Holmqvist", "The bridge is closed.", &[(Role::Credit, credits)])]);
    assert!(one(&groups, "Marta Holmqvist", "M. Holmqvist"), "{groups:?}");
    for name in ["Jo Ekdal", "Bergen"] {
        assert!(groups.iter().any(|group| group.contains(name)), "{name}: {groups:?}");
    }
}

#[test]
fn who_signed_is_nobody_of_the_story() {
    let body = "Mayor Mikael Holmqvist closed the bridge. Holmqvist said that it was old.";
    let credits = "(Reporting by Marta Holmqvist; Editing by M. Holmqvist)";
    let groups = groups_of(&[page("By Marta Holmqvist", body, &[(Role::Credit, credits)])]);
    assert!(one(&groups, "Mikael Holmqvist", "Holmqvist"), "{groups:?}");
    assert!(!one(&groups, "Marta Holmqvist", "Holmqvist"), "{groups:?}");
    assert!(!one(&groups, "Mikael Holmqvist", "M. Holmqvist"), "{groups:?}");
    // An initial alone, by whom ever it is.
    let groups = groups_of(&[page("By M. Holmqvist", body, &[])]);
    assert!(!one(&groups, "Mikael Holmqvist", "M. Holmqvist"), "{groups:?}");
    // Reporters of two papers with names alike are two.
    let other = page("By Martha Holmqvist", "The bridge is closed.", &[]);
    let groups = groups_of(&[page("By Marta Holmqvist", "The bridge is closed.", &[]), other]);
    assert!(!one(&groups, "Marta Holmqvist", "Martha Holmqvist"), "{groups:?}");
}

#[test]
fn an_outlet_by_its_acronym_and_as_owner_of_its_page() {
    let body = "The dam broke on Monday. The mayor told NBR that nobody was hurt.";
    let notice = "© Norland Broadcasting 2031 · Contact";
    let mut account =
        page("By Marta Holmqvist", body, &[(Role::Widget, "NBR English"), (Role::Notice, notice)]);
    let start = account.article.text.find("NBR English").unwrap();
    let evidence = Span::new(start, start + "NBR English".len());
    account.article.metadata.outlet =
        Some(Outlet { name: "NBR English".to_owned(), evidence: Some(evidence) });
    let groups = groups_of(&[account]);
    assert!(one(&groups, "NBR English", "Norland Broadcasting"), "{groups:?}");
    assert!(one(&groups, "NBR English", "NBR"), "{groups:?}");
}

#[test]
fn a_town_is_not_its_newspaper() {
    let groups = groups_of(&[
        under("HALVERSTADE POST", "Four prints were taken from the museum on Monday."),
        account("Four prints were taken from a museum in the town of Halverstade on Monday."),
        account("Police in Halverstade have no trace of the thieves. Halverstade is quiet."),
    ]);
    assert!(!one(&groups, "HALVERSTADE POST", "Halverstade"), "{groups:?}");
}

#[test]
fn an_outlet_by_both_parts_of_its_masthead() {
    let groups = groups_of(&[under("NCB | Norland Coast Broadcasting", "The dam broke on Monday.")]);
    assert!(one(&groups, "NCB", "Norland Coast Broadcasting"), "{groups:?}");
    let body = "The dam broke on Monday, the mayor told the Beacon.";
    let groups = groups_of(&[under("DAILY BEACON", body)]);
    assert!(one(&groups, "DAILY BEACON", "Beacon"), "{groups:?}");
}
