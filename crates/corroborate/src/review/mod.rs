//! A person's decisions about a story, kept beside it in `review.toml` and replayed on every run.
//!
//! A decision names what it meant by its words, not by a number of one report, so that it survives a change of
//! the accounts; where nothing bears those words any more, the report says so.

mod accounts;
mod claims;
mod differences;
mod entities;

use corroborate_article::Article;
use corroborate_compare::{Account, Comparison, Entity};
use corroborate_report::{Decision, Replay, Target};
use serde::Deserialize;

/// The decisions about a story.
///
/// ```
/// use corroborate::Review;
///
/// let review = Review::parse(
///     r#"
///     [[drop]]
///     account = "satire"
///     why = "it was a joke"
///
///     [[outlet]]
///     account = "scan-3"
///     name = "Harbour Post"
///
///     [[published]]
///     account = "scan-3"
///     value = "2024-05-07"
///
///     [[merge]]
///     names = ["Ana Brandt", "Ana Brant"]
///
///     [[split]]
///     name = "Brandt"
///     apart = ["Tom Brandt"]
///
///     [[merge-claims]]
///     words = ["The bridge was shut", "Traffic over the bridge was stopped"]
///
///     [[split-claim]]
///     claim = "The bridge was shut"
///     apart = ["the ferry was stopped"]
///
///     [[dismiss]]
///     words = ["25 centimetres", "40 centimetres"]
///     why = "two cracks"
///
///     [[retype]]
///     words = ["4 million", "not known"]
///     relation = "update"
///     "#,
/// )?;
/// assert!(!review.is_empty());
/// assert!(Review::parse("[[drop]]\naccont = 'satire'").is_err());
/// # Ok::<(), corroborate::ReviewError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    #[serde(default)]
    drop: Vec<Drop>,
    #[serde(default)]
    outlet: Vec<Outlet>,
    #[serde(default)]
    published: Vec<Published>,
    #[serde(default)]
    merge: Vec<Merge>,
    #[serde(default)]
    split: Vec<Split>,
    #[serde(default, rename = "merge-claims")]
    merge_claims: Vec<MergeClaims>,
    #[serde(default, rename = "split-claim")]
    split_claim: Vec<SplitClaim>,
    #[serde(default)]
    dismiss: Vec<Dismiss>,
    #[serde(default)]
    retype: Vec<Retype>,
}

/// Why a file of decisions cannot be read: what is wrong, and in which line.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ReviewError(String);

/// Leaves an account out.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Drop {
    account: String,
    why: Option<String>,
}

/// Names an account's outlet.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Outlet {
    account: String,
    name: String,
    why: Option<String>,
}

/// Dates an account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Published {
    account: String,
    value: String,
    why: Option<String>,
}

/// Makes one entity of several.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Merge {
    names: Vec<String>,
    why: Option<String>,
}

/// Makes an entity of its own of some of another's names.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Split {
    name: String,
    apart: Vec<String>,
    why: Option<String>,
}

/// Makes one claim of several, each named by its summary or by an account's words for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct MergeClaims {
    words: Vec<String>,
    why: Option<String>,
}

/// Makes a claim of its own of some of the words of another.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct SplitClaim {
    claim: String,
    apart: Vec<String>,
    why: Option<String>,
}

/// Removes a difference.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dismiss {
    words: Vec<String>,
    why: Option<String>,
}

/// Gives a difference another relation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Retype {
    words: Vec<String>,
    relation: String,
    why: Option<String>,
}

impl Review {
    /// Reads a file of decisions.
    ///
    /// # Errors
    /// When it is not TOML or has a key that no decision has, or a relation or a date that is none.
    pub fn parse(text: &str) -> Result<Self, ReviewError> {
        let review: Self = toml::from_str(text).map_err(|error| ReviewError(error.to_string()))?;
        for retype in &review.retype {
            differences::relation(&retype.relation)
                .ok_or_else(|| ReviewError(format!("there is no relation {:?}", retype.relation)))?;
        }
        for published in &review.published {
            accounts::moment(&published.value)
                .ok_or_else(|| ReviewError(format!("{:?} is not an ISO 8601 date", published.value)))?;
        }
        Ok(review)
    }

    /// Whether there is no decision.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Applies what changes the accounts themselves.
    pub(crate) fn before(&self, articles: &mut Vec<Article>) -> Vec<Decision> {
        accounts::apply(self, articles)
    }

    /// Applies what changes whom a name is of, from which all that follows is found.
    pub(crate) fn names(&self, accounts: &[Account], entities: &mut Vec<Entity>) -> Vec<Decision> {
        entities::apply(self, accounts, entities)
    }

    /// Applies what changes the findings, and counts again what depends on them.
    pub(crate) fn after(&self, accounts: &[Account], comparison: &mut Comparison) -> Vec<Decision> {
        let mut decisions = claims::apply(self, accounts, comparison);
        decisions.extend(differences::apply(self, accounts, comparison));
        if !decisions.is_empty() {
            comparison.recount();
        }
        decisions
    }

    /// The decisions that a report says were carried out, to be carried out again. Accounts left out are not
    /// among its sources, so there is nothing to leave out again.
    pub(crate) fn replayed(decided: &[Replay]) -> Self {
        let mut review = Self::default();
        for Replay { kind, words, relation } in decided {
            match (kind.as_str(), words.as_slice()) {
                ("outlet", [account, name]) => {
                    let (account, name) = (account.clone(), name.clone());
                    review.outlet.push(Outlet { account, name, why: None });
                }
                ("published", [account, value]) => {
                    let (account, value) = (account.clone(), value.clone());
                    review.published.push(Published { account, value, why: None });
                }
                ("merge", names) => review.merge.push(Merge { names: names.to_vec(), why: None }),
                ("split", [name, apart @ ..]) => {
                    review.split.push(Split { name: name.clone(), apart: apart.to_vec(), why: None });
                }
                ("merge-claims", words) => {
                    review.merge_claims.push(MergeClaims { words: words.to_vec(), why: None });
                }
                ("split-claim", [claim, apart @ ..]) => {
                    let (claim, apart) = (claim.clone(), apart.to_vec());
                    review.split_claim.push(SplitClaim { claim, apart, why: None });
                }
                ("dismiss", words) => review.dismiss.push(Dismiss { words: words.to_vec(), why: None }),
                ("retype", words) => {
                    let retype = Retype {
                        words: words.to_vec(),
                        relation: relation.clone().unwrap_or_default(),
                        why: None,
                    };
                    // One entry may have changed several differences, each of which the report names.
                    if !review.retype.contains(&retype) {
                        review.retype.push(retype);
                    }
                }
                _ => {}
            }
        }
        review
    }
}

/// A decision that was carried out.
fn applied(
    kind: &'static str,
    words: &[String],
    why: Option<&String>,
    target: Option<Target>,
    message: String,
) -> Decision {
    let (words, why) = (words.to_vec(), why.cloned());
    Decision { kind, words, relation: None, why, applied: true, target, message }
}

/// A decision that has nothing left to apply to.
fn lost(kind: &'static str, words: &[String], why: Option<&String>, message: String) -> Decision {
    let (words, why) = (words.to_vec(), why.cloned());
    Decision { kind, words, relation: None, why, applied: false, target: None, message }
}

#[cfg(test)]
mod tests {
    use super::*;
    use corroborate_compare::{
        Cell, Claim, Difference, DifferenceKind, DifferenceRelation, Entity, EntityMention, Place, Side,
        Stance,
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
        let mentions =
            places.iter().map(|&place| EntityMention { place, full: place.span, rule: "name.same" });
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
        Comparison {
            grouped: vec![vec![says(0, "25 cracks"), says(1, "40 cracks")]],
            ..Comparison::default()
        }
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
        let (comparison, decisions) =
            decide("[[retype]]\nwords = ['25', '40']\nrelation = 'different-scope'");
        assert_eq!(decisions[0].target, Some(Target::Difference(0)));
        assert_eq!(decisions[0].relation, Some(DifferenceRelation::DifferentScope));
        assert_eq!(comparison.differences[0].relation, DifferenceRelation::DifferentScope);
        assert_eq!(
            comparison.claims[0].cells[1].stance,
            Stance::Says,
            "what is no conflict contradicts nobody"
        );
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
}
