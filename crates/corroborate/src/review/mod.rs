//! A person's decisions about a story, kept beside it in `review.toml` and replayed on every run.
//!
//! A decision names what it meant by its words, not by a number of one report, so that it survives a change of
//! the accounts; where nothing bears those words any more, the report says so.

mod accounts;
mod claims;
mod differences;
mod entities;
#[cfg(test)]
mod tests;

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
