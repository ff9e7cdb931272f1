use super::super::{credit, quoted, tests};
use super::*;
use crate::{FamilyRelation, QuoteFamily, ReuseKind};
use corroborate_article::Role;

fn likeness(claims: usize, common: usize, contained: f64, order: f64) -> Likeness {
    Likeness { contained, sentences: 10, answered: 4, claims, common, order }
}

fn told<T>(accounts: &[Account], read: impl FnOnce(&Story) -> T) -> T {
    read(&Story { accounts, credits: &credit::find(accounts) })
}

fn passage(accounts: &[Account], words: &str) -> Reuse {
    let place = |account: usize| {
        let start = accounts[account].article.text.find(words).expect("its words");
        Place::new(account, Span::new(start, start + words.len()))
    };
    Reuse { a: place(0), b: place(1), kind: ReuseKind::Verbatim, similarity: 1.0 }
}

#[test]
fn the_more_facts_in_common_the_likelier_a_common_origin() {
    let accounts = ["a", "b"].map(|id| tests::account(id, &[]));
    let facts = |x, y| told(&accounts, |story| story.facts(0, 1, &[x, y]));
    let (few, most) = (likeness(20, 5, 0.0, 0.0), likeness(20, 18, 0.0, 0.0));
    assert!(facts(few, few).weight < -1.0 && facts(most, most).weight > 1.0);
    let between = facts(few, most).weight;
    assert!(between > facts(few, few).weight && between < facts(most, most).weight);
    // The account of which more is in the other is the one that is spoken of.
    assert_eq!(facts(most, few).words, "18 of 20 claims of a are in b");
    assert_eq!(facts(few, most).words, "18 of 20 claims of b are in a");
    // Of three claims three say less than of thirty thirty.
    assert!(share(&likeness(3, 3, 0.0, 0.0)) < share(&likeness(30, 30, 0.0, 0.0)));
    let telling = |x, y| told(&accounts, |story| story.telling(0, 1, &[x, y]));
    let (little, much) = (likeness(9, 9, 0.2, 0.0), likeness(9, 9, 0.6, 0.0));
    assert!(telling(little, little).weight < 0.0 && telling(little, much).weight > 0.0);
    assert_eq!(telling(little, much).words, "4 of 10 sentences of b have their like in a");
    assert_eq!(telling(much, little).words, "4 of 10 sentences of a have their like in b");
}

#[test]
fn the_order_of_a_few_claims_says_nothing() {
    let of = |common, x, y| order(&[likeness(9, common, 0.0, x), likeness(9, common, 0.0, y)]);
    assert_eq!(of(4, 1.0, 1.0), None);
    let same = of(5, 1.0, 1.0).expect("enough claims");
    assert!((same.weight - 0.6).abs() < 1e-9 && same.words == "5 common claims, in much the same order");
    let half = of(5, 1.0, -1.0).expect("enough claims");
    assert!(half.weight.abs() < 1e-9 && half.words.ends_with("in another order"));
    assert!(of(9, -1.0, -0.5).is_some_and(|signal| signal.weight < 0.0));
}

#[test]
fn words_that_are_quoted_or_name_somebody_are_nobodys_wording() {
    let line = "Mayor Solveig Dahl told us that “the old crane had been creaking since the spring” and then left the hall.";
    let accounts = ["a", "b"].map(|id| tests::account(id, &[line]));
    let own = |words: &str| told(&accounts, |story| story.own_length(passage(&accounts, words).a));
    assert_eq!(own("and then left the hall"), 22);
    assert_eq!(own("since the spring” and then left the hall"), "” and then left the hall".len());
    assert_eq!(own("creaking since the spring"), 0);
    assert_eq!(own("Dahl told us that"), " told us that".len());
    assert_eq!(told(&accounts, |story| story.own_length(Place::new(7, Span::new(0, 9)))), 0);
}

#[test]
fn the_more_words_two_share_the_more_it_says() {
    let lines = [
        "the crane had been lifting a concrete beam for the new terminal when one of its legs gave way",
        "nobody has said why the market was not moved while they were building on the other side of it",
        "it will take nine days to bring another crane from the next port and to lift what lies there",
    ];
    let accounts = ["a", "b"].map(|id| tests::account(id, &lines));
    let wording = |words: &[&str]| {
        let passages: Vec<Reuse> = words.iter().map(|words| passage(&accounts, words)).collect();
        told(&accounts, |story| story.wording(0, 1, &passages))
    };
    let weight = |words: &[&str]| wording(words).map_or(0.0, |signal| signal.weight);
    let (six, twelve) = (&lines[0][..24], &lines[0][..59]);
    assert_eq!((weight(&[]), weight(&[six])), (0.0, 0.0));
    assert!(weight(&[twelve]) > 0.0 && weight(&[twelve]) < weight(&[lines[0]]));
    assert!(weight(&[lines[0]]) < weight(&[lines[0], lines[1]]));
    let longest = wording(&[twelve, lines[1]]).map(|signal| signal.words).unwrap_or_default();
    assert!(longest.contains("nobody has said why"), "{longest}");
}

#[test]
fn quotations_in_common() {
    let said = [
        "“We heard the roof go before we saw any smoke,” she said.",
        "“Nobody rang the bell that night,” she said.",
    ];
    let other = ["“We had no time to look for the keys,” she said.", "“It was as bright as day,” she said."];
    let all = [said, other].concat();
    let accounts = [tests::account("a", &all), tests::account("b", &all), tests::account("c", &said)];
    let family = |words: &str, members: &[usize]| QuoteFamily {
        speaker: None,
        speaker_name: None,
        relation: FamilyRelation::Verbatim,
        versions: members
            .iter()
            .map(|&account| {
                let start = accounts[account].article.text.find(words).expect("its words");
                Place::new(account, Span::new(start, start + words.len()))
            })
            .collect(),
    };
    let first = family("We heard the roof go before we saw any smoke,", &[0, 1, 2]);
    let second = family("Nobody rang the bell that night,", &[0, 1, 2]);
    let weight = |families: &[QuoteFamily], a, b| {
        let quoted = quoted::find(&accounts, families, &[(0, 1), (0, 2), (1, 2)]);
        told(&accounts, |story| story.quotations(a, b, &quoted)).map_or(0.0, |signal| signal.weight)
    };
    assert_eq!(weight(&[], 0, 1), 0.0);
    let (one, two) =
        (weight(std::slice::from_ref(&first), 0, 1), weight(&[first.clone(), second.clone()], 0, 1));
    assert!(one > 0.0 && (two - 0.5 * QUOTATIONS).abs() < 1e-9 && one < 0.5 * two + 1e-9, "{one} {two}");
    // Of the third they are all.
    assert!((weight(&[first.clone(), second.clone()], 0, 2) - QUOTATIONS).abs() < 1e-9);
    let quoted = quoted::find(&accounts, &[first, second], &[(0, 1)]);
    let words = told(&accounts, |story| story.quotations(0, 1, &quoted)).map(|signal| signal.words);
    assert!(words.is_some_and(|words| words.starts_with("2 in common, “We heard the roof")));
}

fn signed(id: &str, lines: &[(Role, &str)]) -> Account {
    let words: Vec<&str> = lines.iter().map(|(_, words)| *words).collect();
    let mut account = tests::account(id, &words);
    let written = account.article.blocks.iter_mut().filter(|block| block.role != Role::Blank);
    written.zip(lines).for_each(|(block, (role, _))| block.role = *role);
    account
}

#[test]
fn credits_by_what_they_are_for() {
    let wire = signed("w", &[(Role::Paragraph, "OSLO, March 3 (XNA) - The ferry turned back at noon.")]);
    let by = |lines: &[(Role, &str)]| {
        let accounts = [wire.clone(), signed("p", lines)];
        told(&accounts, |story| story.credit(1, 0).map(|signal| signal.weight))
    };
    assert_eq!(by(&[(Role::Byline, "By Nora Lind, with XNA")]), Some(WHOLE_CREDIT));
    assert_eq!(
        by(&[(Role::Paragraph, "“We felt a bump,” the cook told the XNA news agency.")]),
        Some(CUED_CREDIT)
    );
    assert_eq!(
        by(&[(Role::Paragraph, "A banner over the quay showed the letters XNA for a sponsor.")]),
        Some(NAMED)
    );
    assert_eq!(by(&[(Role::Paragraph, "The ferry turned back at noon.")]), None);
}

#[test]
fn two_that_credit_the_same_third() {
    let wire = signed("w", &[(Role::Paragraph, "OSLO, March 3 (XNA) - The ferry turned back at noon.")]);
    let (whole, named) =
        ((Role::Byline, "By Nora Lind, with XNA"), (Role::Paragraph, "They told the XNA news agency so."));
    let same = |x: &[(Role, &str)], y: &[(Role, &str)]| {
        let accounts = [wire.clone(), signed("p", x), signed("q", y)];
        told(&accounts, |story| story.same_credit(1, 2).map(|signal| signal.weight))
    };
    assert_eq!((same(&[whole], &[whole]), same(&[named], &[named])), (Some(1.5), Some(0.4)));
    assert_eq!((same(&[whole], &[named]), same(&[named], &[whole])), (Some(0.8), Some(0.8)));
    assert_eq!(same(&[whole], &[(Role::Paragraph, "The ferry turned back at noon.")]), None);
    let accounts = [wire.clone(), wire];
    assert_eq!(told(&accounts, |story| story.same_credit(0, 1).map(|signal| signal.weight)), Some(2.5));
}
