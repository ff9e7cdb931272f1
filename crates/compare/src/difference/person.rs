//! Whom a clause is about.

use crate::align::TermClass;
use crate::cues;
use crate::story::Story;
use corroborate_extract::EntityKind;

/// Sentences before a clause in which the person is looked for that its pronoun stands for.
const BACK: usize = 2;

/// The entity of the only person whom a clause names; of a clause that names none and speaks of *he*, *she* or goes on
/// without a subject, the only one whom its sentence names before it, or one of the sentences before.
pub(super) fn person(story: &Story, clause: usize) -> Option<usize> {
    let account = story.units.account(clause);
    let unit = story.clause(clause)?.unit;
    let own = named(story, clause);
    if !own.is_empty() {
        return sole(&own);
    }
    let pronoun = cues::says(story.spaced(clause), &["he", "she", "him", "her"]);
    let first = if pronoun { unit.saturating_sub(BACK) } else { unit };
    let near = |at: &usize| {
        story.units.account(*at) == account && story.clause(*at).is_some_and(|clause| clause.unit >= first)
    };
    let before = (0..clause).rev().take_while(near).map(|at| named(story, at));
    sole(&before.into_iter().find(|named| !named.is_empty())?)
}

/// The first person or organisation that a clause names, or else the person it is about.
pub(super) fn subject(story: &Story, clause: usize) -> Option<usize> {
    let account = story.units.account(clause);
    let names = story.terms(clause).iter().filter(|term| term.class == TermClass::Entity);
    let mut entities = names.filter_map(|term| story.entity(account, term.span.start()));
    let speaks = |index: &usize| {
        let kind = story.entities.get(*index).map(|entity| entity.kind);
        matches!(kind, Some(EntityKind::Person | EntityKind::Organisation))
    };
    entities.find(speaks).or_else(|| person(story, clause))
}

/// The people whom a clause names.
fn named(story: &Story, clause: usize) -> Vec<usize> {
    let account = story.units.account(clause);
    let names = story.terms(clause).iter().filter(|term| term.class == TermClass::Entity);
    let entities = names.filter_map(|term| story.entity(account, term.span.start()));
    let person =
        |index: &usize| story.entities.get(*index).is_some_and(|entity| entity.kind == EntityKind::Person);
    let mut found: Vec<usize> = entities.filter(person).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn sole(named: &[usize]) -> Option<usize> {
    match named {
        [one] => Some(*one),
        _ => None,
    }
}
