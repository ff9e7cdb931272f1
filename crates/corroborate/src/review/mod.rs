//! A person's decisions about a story, kept beside it in `review.toml` and replayed on every run.
//!
//! A decision names what it meant by its words, not by a number of one report, so that it survives a change of
//! the accounts; where nothing bears those words any more, the report says so.

mod accounts;
mod differences;
mod entities;

use corroborate_article::Article;
use corroborate_compare::{Account, Comparison};
use corroborate_report::{Decision, Target};
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

    /// Applies what changes the findings.
    pub(crate) fn after(&self, accounts: &[Account], comparison: &mut Comparison) -> Vec<Decision> {
        let mut decisions = entities::apply(self, accounts, comparison);
        decisions.extend(differences::apply(self, accounts, comparison));
        decisions
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
    Decision { kind, words: words.to_vec(), why: why.cloned(), applied: true, target, message }
}

/// A decision that has nothing left to apply to.
fn lost(kind: &'static str, words: &[String], why: Option<&String>, message: String) -> Decision {
    Decision { kind, words: words.to_vec(), why: why.cloned(), applied: false, target: None, message }
}

#[cfg(test)]
mod tests {
    use super::*;
    use corroborate_compare::{
        Cell, Claim, Difference, DifferenceKind, DifferenceRelation, Entity, EntityMention, FamilyRelation,
        Place, QuoteFamily, Side, Stance,
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
        let cell = |account, stance| Cell { account, stance, evidence: Vec::new() };
        Comparison {
            entities: vec![
                entity("Ana Brandt", &[place(0, "Ana Brandt"), place(1, "Tom Brandt")]),
                entity("Ana Brant", &[place(1, "Ana Brant")]),
                entity("Zoe", &[]),
            ],
            claims: vec![Claim {
                summary: String::new(),
                cells: vec![cell(0, Stance::Says), cell(1, Stance::Contradicts)],
                outlets: 1,
                origins: 1,
                prominence: 1.0,
            }],
            differences: vec![Difference {
                kind: DifferenceKind::Figure,
                relation: DifferenceRelation::Conflict,
                subject: "cracks".to_owned(),
                sides: vec![side("25", place(0, "25 cracks")), side("40", place(1, "40 cracks"))],
                rule: "figure.disjoint",
                explanation: String::new(),
                claim: Some(0),
            }],
            quote_families: vec![QuoteFamily {
                speaker: Some(2),
                speaker_name: None,
                relation: FamilyRelation::Verbatim,
                versions: Vec::new(),
            }],
            ..Comparison::default()
        }
    }

    fn decide(review: &str) -> (Comparison, Vec<Decision>) {
        let mut comparison = comparison();
        let review = Review::parse(review).expect("decisions");
        let decisions = review.after(&accounts(), &mut comparison);
        (comparison, decisions)
    }

    #[test]
    fn entities_are_merged_and_what_points_to_them_follows() {
        let (comparison, decisions) = decide("[[merge]]\nnames = ['Ana Brandt', 'ANA BRANT']");
        assert!(decisions[0].applied);
        let names: Vec<&str> = comparison.entities.iter().map(|entity| entity.name.as_str()).collect();
        assert_eq!(names, ["Ana Brandt", "Zoe"]);
        assert_eq!(comparison.entities[0].mentions.len(), 3);
        assert_eq!(comparison.quote_families[0].speaker, Some(1));
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
    }

    #[test]
    fn a_difference_gets_another_relation() {
        let (comparison, decisions) =
            decide("[[retype]]\nwords = ['25', '40']\nrelation = 'different-scope'");
        assert_eq!(decisions[0].target, Some(Target::Difference(0)));
        assert_eq!(comparison.differences[0].relation, DifferenceRelation::DifferentScope);
    }

    #[test]
    fn what_no_longer_applies_changes_nothing_and_says_so() {
        for review in [
            "[[merge]]\nnames = ['Ana Brandt', 'Nobody']",
            "[[merge]]\nnames = ['Ana Brandt', 'Tom Brandt']",
            "[[merge]]\nnames = []",
            "[[split]]\nname = 'Ana Brandt'\napart = ['Nobody']",
            "[[dismiss]]\nwords = ['25', '25 cracks']",
            "[[dismiss]]\nwords = []",
            "[[retype]]\nwords = ['26', '40']\nrelation = 'update'",
        ] {
            let (found, decisions) = decide(review);
            assert!(!decisions[0].applied, "{review}");
            assert_eq!(found.entities, comparison().entities, "{review}");
            assert_eq!(found.differences, comparison().differences, "{review}");
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
