//! Where the accounts of a story have their words from.

use super::{Brief, Copying};
use crate::seed::Seed;

/// What an account was copied from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// The first account.
    First,
    /// One that is not among the accounts.
    Hidden,
}

/// How closely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    Verbatim,
    Near,
    Paraphrase,
}

impl Manner {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Near => "near-verbatim",
            Self::Paraphrase => "paraphrase",
        }
    }
}

/// An account's place in its story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Role {
    /// Its source; none where it reports for itself.
    pub(crate) copied: Option<(Source, Manner)>,
    /// Half of it is its own reporting.
    pub(crate) partly: bool,
}

impl Role {
    const OWN: Self = Self { copied: None, partly: false };

    pub(crate) fn source(self) -> Option<Source> {
        self.copied.map(|(source, _)| source)
    }
}

/// The roles of a story: the first account is a source, and from three on the second is its own.
pub(crate) fn roles(chance: &mut Seed, brief: &Brief, count: usize) -> Vec<Role> {
    let mut roles = vec![Role::OWN];
    if count > 2 {
        roles.push(Role::OWN);
    }
    while roles.len() < count {
        let kinds = match brief.copying {
            Some(kind) => vec![Some(kind), Some(kind), None],
            None => vec![
                Some(Copying::Verbatim),
                Some(Copying::NearVerbatim),
                Some(Copying::Paraphrase),
                Some(Copying::Paraphrase),
                Some(Copying::Hidden),
                Some(Copying::Hidden),
                None,
            ],
        };
        // The first of them is a copy where one kind is asked for, so that small stories have it.
        let kinds = if brief.copying.is_some() { kinds } else { chance.shuffled(kinds) };
        for kind in kinds {
            let role = role(chance, kind);
            roles.push(role);
        }
    }
    roles.truncate(count);
    // A common source shows only where two drew on it.
    let hidden = roles.iter().filter(|role| role.source() == Some(Source::Hidden)).count();
    if hidden == 1 {
        for role in roles.iter_mut().filter(|role| role.source() == Some(Source::Hidden)) {
            role.copied = Some((Source::First, Manner::Paraphrase));
        }
    }
    roles
}

fn role(chance: &mut Seed, kind: Option<Copying>) -> Role {
    let any = [Manner::Verbatim, Manner::Near, Manner::Paraphrase, Manner::Paraphrase];
    let copied = kind.map(|kind| match kind {
        Copying::Verbatim => (Source::First, Manner::Verbatim),
        Copying::NearVerbatim => (Source::First, Manner::Near),
        Copying::Paraphrase => (Source::First, Manner::Paraphrase),
        Copying::Hidden => (Source::Hidden, chance.pick(&any).unwrap_or(Manner::Near)),
    });
    Role { copied, partly: copied.is_some() && chance.chance(1, 3) }
}
