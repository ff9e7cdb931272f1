use super::*;
use corroborate_compare::{
    Cell, Claim, Difference, DifferenceKind, DifferenceRelation, Entity, EntityMention, Place, Side, Stance,
};
use corroborate_extract::EntityKind;
use corroborate_text::Span;

const TEXTS: [&str; 2] = ["Ana Brandt saw 25 cracks.", "Tom Brandt saw 40 cracks, Ana Brant said."];

fn place(account: usize, words: &str) -> Place {
    let start = TEXTS[account].find(words).expect("it stands there");
    Place::new(account, Span::new(start, start + words.len()))
}

fn accounts() -> Vec<Account> {
    TEXTS
        .iter()
        .map(|text| {
            let article = Article { text: (*text).to_owned(), ..Article::default() };
            Account { article, ..Account::default() }
        })
        .collect()
}

fn entity(name: &str, places: &[Place]) -> Entity {
    let mentions = places.iter().map(|&place| EntityMention { place, full: place.span, rule: "name.same" });
    Entity { name: name.to_owned(), kind: EntityKind::Person, mentions: mentions.collect() }
}

fn comparison() -> Comparison {
    let side = |value: &str, place| Side { value: value.to_owned(), evidence: vec![place] };
    let cell = |account, stance, words| {
        let evidence = vec![place(account, words).span];
        Cell { account, stance, evidence }
    };
    Comparison {
        entities: vec![
            entity("Ana Brandt", &[place(0, "Ana Brandt"), place(1, "Tom Brandt")]),
            entity("Ana Brant", &[place(1, "Ana Brant")]),
            entity("Zoe", &[]),
        ],
        claims: vec![Claim {
            summary: String::new(),
            cells: vec![cell(0, Stance::Says, "25 cracks"), cell(1, Stance::Contradicts, "40 cracks")],
            outlets: 1,
            origins: 1,
            prominence: 1.0,
        }],
        differences: vec![Difference {
            kind: DifferenceKind::Claim,
            relation: DifferenceRelation::Conflict,
            subject: "cracks".to_owned(),
            sides: vec![side("25", place(0, "25 cracks")), side("40", place(1, "40 cracks"))],
            rule: "figure.disjoint",
            explanation: String::new(),
            claim: Some(0),
        }],
        omissions: vec![Vec::new(); 2],
        origin_count: 2,
        ..grouped()
    }
}

/// The comparison before its one difference was weighed.
fn grouped() -> Comparison {
    let says = |account, words| {
        let evidence = vec![place(account, words).span];
        Cell { account, stance: Stance::Says, evidence }
    };
    Comparison { grouped: vec![vec![says(0, "25 cracks"), says(1, "40 cracks")]], ..Comparison::default() }
}

fn decide(review: &str) -> (Comparison, Vec<Decision>) {
    let mut comparison = comparison();
    let review = Review::parse(review).expect("decisions");
    let mut decisions = review.names(&accounts(), &mut comparison.entities);
    decisions.extend(review.after(&accounts(), &mut comparison));
    (comparison, decisions)
}

#[test]
fn entities_are_merged() {
    let (comparison, decisions) = decide("[[merge]]\nnames = ['Ana Brandt', 'ANA BRANT']");
    assert!(decisions[0].applied);
    let names: Vec<&str> = comparison.entities.iter().map(|entity| entity.name.as_str()).collect();
    assert_eq!(names, ["Ana Brandt", "Zoe"]);
    assert_eq!(comparison.entities[0].mentions.len(), 3);
}

#[test]
fn an_entity_is_split_by_its_words() {
    let (comparison, decisions) = decide("[[split]]\nname = 'Ana Brandt'\napart = ['Tom Brandt']");
    assert_eq!(decisions[0].target, Some(Target::Entity(3)));
    assert_eq!(comparison.entities[3].name, "Tom Brandt");
    assert_eq!(comparison.entities[0].mentions.len(), 1);
}

#[test]
fn a_dismissed_conflict_contradicts_nobody() {
    let (comparison, decisions) = decide("[[dismiss]]\nwords = ['40 cracks', '25']\nwhy = 'two bridges'");
    assert!(decisions[0].applied);
    assert_eq!(decisions[0].why.as_deref(), Some("two bridges"));
    assert!(comparison.differences.is_empty());
    assert_eq!(comparison.claims[0].cells[1].stance, Stance::Says);
    assert_eq!(comparison.claims[0].outlets, 2);
    assert_eq!(comparison.claims[0].origins, 2);
}

#[test]
fn a_difference_gets_another_relation() {
    let (comparison, decisions) = decide("[[retype]]\nwords = ['25', '40']\nrelation = 'different-scope'");
    assert_eq!(decisions[0].target, Some(Target::Difference(0)));
    assert_eq!(decisions[0].relation, Some(DifferenceRelation::DifferentScope));
    assert_eq!(comparison.differences[0].relation, DifferenceRelation::DifferentScope);
    assert_eq!(comparison.claims[0].cells[1].stance, Stance::Says, "what is no conflict contradicts nobody");
    assert_eq!(comparison.claims[0].outlets, 2);
}

/// Two accounts, three claims: one of both, and one of each that are the same in other words.
fn claims_apart() -> Comparison {
    let mut comparison = comparison();
    let cell = |account, words: &str| match words {
        "" => Cell { account, stance: Stance::Silent, evidence: Vec::new() },
        words => Cell { account, stance: Stance::Says, evidence: vec![place(account, words).span] },
    };
    comparison.grouped.push(vec![cell(0, "Ana Brandt"), cell(1, "")]);
    comparison.grouped.push(vec![cell(0, ""), cell(1, "Ana Brant said")]);
    for cells in comparison.grouped.clone().into_iter().skip(1) {
        let claim =
            Claim { summary: "She was there".to_owned(), cells, outlets: 1, origins: 1, prominence: 0.5 };
        comparison.claims.push(claim);
    }
    comparison
}

fn decide_claims(review: &str) -> (Comparison, Vec<Decision>) {
    let mut comparison = claims_apart();
    let decisions = Review::parse(review).expect("decisions").after(&accounts(), &mut comparison);
    (comparison, decisions)
}

#[test]
fn claims_are_merged_and_counted_again() {
    let (comparison, decisions) =
        decide_claims("[[merge-claims]]\nwords = ['Ana Brant said', 'ana  brandt']");
    assert_eq!(decisions[0].target, Some(Target::Claim(1)));
    assert_eq!(comparison.claims.len(), 2);
    assert_eq!(comparison.claims[1].outlets, 2);
    assert_eq!(comparison.claims[1].origins, 2);
    assert_eq!(comparison.claims[1].cells[1].evidence, [place(1, "Ana Brant said").span]);
    assert_eq!(comparison.differences[0].claim, Some(0));
}

#[test]
fn what_points_to_a_merged_claim_follows() {
    let (comparison, _) =
        decide_claims("[[merge-claims]]\nwords = ['25 cracks', 'Ana Brandt', 'Ana Brant said']");
    assert_eq!(comparison.claims.len(), 1);
    assert_eq!(comparison.claims[0].cells[1].stance, Stance::Contradicts, "the conflict is still there");
    let cracks = "[[merge-claims]]\nwords = ['Ana Brandt', 'Ana Brant said']\n\
                  [[merge-claims]]\nwords = ['25 cracks', 'Ana Brandt']";
    let (comparison, decisions) = decide_claims(cracks);
    assert_eq!(comparison.claims.len(), 1);
    assert_eq!(
        decisions.iter().map(|decision| decision.target).collect::<Vec<_>>(),
        [Some(Target::Claim(0)); 2]
    );
}

#[test]
fn a_claim_is_split_and_the_conflict_within_it_is_none() {
    let (comparison, decisions) =
        decide("[[split-claim]]\nclaim = '25 cracks'\napart = ['40 cracks']\nwhy = 'another bridge'");
    assert_eq!(decisions[0].target, Some(Target::Claim(1)));
    assert_eq!(comparison.differences[0].claim, None);
    let stances = |claim: usize| comparison.claims[claim].cells.iter().map(|cell| cell.stance);
    assert_eq!(stances(0).collect::<Vec<_>>(), [Stance::Says, Stance::Silent]);
    assert_eq!(stances(1).collect::<Vec<_>>(), [Stance::Silent, Stance::Says]);
}

#[test]
fn what_no_longer_applies_changes_nothing_and_says_so() {
    for review in [
        "[[merge]]\nnames = ['Ana Brandt', 'Nobody']",
        "[[merge]]\nnames = ['Ana Brandt', 'Tom Brandt']",
        "[[merge]]\nnames = []",
        "[[split]]\nname = 'Ana Brandt'\napart = ['Nobody']",
        "[[merge-claims]]\nwords = ['25 cracks', 'no such words']",
        "[[merge-claims]]\nwords = ['25 cracks', '40 cracks']",
        "[[split-claim]]\nclaim = '25 cracks'\napart = ['no such words']",
        "[[split-claim]]\nclaim = '25 cracks'\napart = ['25 cracks', '40 cracks']",
        "[[split-claim]]\nclaim = 'no such words'\napart = ['25 cracks']",
        "[[dismiss]]\nwords = ['25', '25 cracks']",
        "[[dismiss]]\nwords = []",
        "[[retype]]\nwords = ['26', '40']\nrelation = 'update'",
    ] {
        let (found, decisions) = decide(review);
        assert!(!decisions[0].applied, "{review}");
        assert_eq!(found.entities, comparison().entities, "{review}");
        assert_eq!(found.differences, comparison().differences, "{review}");
        assert_eq!(found.claims, comparison().claims, "{review}");
    }
}

#[test]
fn accounts_are_named_by_their_words() {
    let article = |id: &str, text: &str| {
        let mut article = Article { id: id.to_owned(), text: text.to_owned(), ..Article::default() };
        article.metadata.headline = Some(Span::new(0, text.len()));
        article
    };
    let mut articles = vec![article("a", "Bridge shut"), article("b", "Crack found")];
    let review =
        Review::parse("[[drop]]\naccount = 'bridge  shut'\n[[outlet]]\naccount = 'b'\nname = 'Post'");
    let decisions = review.expect("decisions").before(&mut articles);
    assert!(decisions.iter().all(|decision| decision.applied));
    assert_eq!(articles.len(), 1);
    assert_eq!(articles[0].metadata.outlet.as_ref().map(|outlet| outlet.name.as_str()), Some("Post"));
}

#[test]
fn a_decision_that_makes_no_sense_is_refused() {
    for review in [
        "[[retype]]\nwords = ['a', 'b']\nrelation = 'wrong'",
        "[[published]]\naccount = 'a'\nvalue = 'yesterday'",
        "nonsense",
    ] {
        assert!(Review::parse(review).is_err(), "{review}");
    }
}
