//! Entities: one name for each person, place and organisation across accounts.

mod alias;
mod assign;
mod beside;
mod capital;
mod clusters;
mod foreign;
mod full;
mod given;
mod institution;
mod item;
mod kind;
mod marked;
mod outlet;
mod page;
mod person;
mod place;
mod respelled;
mod signed;
mod signer;
mod slip;
mod spelling;
#[cfg(test)]
mod tests;

pub use marked::corefer;

use crate::{Account, Place};
use corroborate_extract::EntityKind;
use corroborate_text::Span;

/// One mention of an entity, and why it was taken for this entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntityMention {
    /// The name as written, without title.
    pub place: Place,
    /// The name with its title, in the same account.
    pub full: Span,
    /// The rule that put it here: `name.same`, `name.surname`, `name.transliteration`, …
    pub rule: &'static str,
}

/// A person, place, organisation, group or other named thing of the story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its fullest or most frequent name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Its mentions, in the order of the accounts and places.
    pub mentions: Vec<EntityMention>,
}

/// Finds who and what the accounts speak of: one entity for every person, place, organisation or other named
/// thing, with all its mentions and the rule that put each there.
///
/// A name joins another only for a reason that a reader can check: the same words, a surname or given name of the
/// only bearer (or of the bearer last named before it), another transliteration of the same name, a nickname, an
/// acronym given in brackets or made of the first letters, the first words of a firm's name, a body's name without the
/// place it is of, a country's other names, a capital where it stands for the government, a name that its account says is another's; for an outlet, the owner in
/// its page's notice of copyright. Bylines and lines of credits are read too: who signed an account is never taken for
/// somebody it tells of by a part of the name. Two full names that share a surname and differ in the given name stay two people.
///
/// The order of the accounts changes no group, nor does an account that shares no name with the others.
pub fn resolve(accounts: &[Account]) -> Vec<Entity> {
    let items = item::gather(accounts);
    let units = assign::units(accounts, &items);
    assign::entities(&items, &units)
}

/// For the account and the start of every mention its entity; where a trade stands before a name, for the start of the
/// trade too: that is where the mention begins that was found in the text.
pub(crate) fn starts(entities: &[Entity]) -> impl Iterator<Item = ((usize, usize), usize)> {
    let all = move |start: fn(&EntityMention) -> usize| {
        let numbered = entities.iter().enumerate();
        numbered.flat_map(move |(number, entity)| {
            entity.mentions.iter().map(move |m| ((m.place.account, start(m)), number))
        })
    };
    // Of two that begin at one place the name itself comes last, and stays.
    all(|m| m.full.start()).chain(all(|m| m.place.span.start()))
}
