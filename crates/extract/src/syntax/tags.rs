//! Classes of words. The build script reads this file too.

use std::ops::BitOr;

/// A set of word classes; a word may be in several, for lists do not know the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Tags(pub(crate) u64);

macro_rules! tags {
    ($($name:ident = $bit:literal,)*) => {
        impl Tags {
            $(pub(crate) const $name: Self = Self(1 << $bit);)*
        }
    };
}

tags! {
    DET = 0, PRON = 1, OBJ = 2, PREP = 3, CONJ = 4, SUB = 5, REL = 6, WH = 7,
    BE = 8, HAVE = 9, DO = 10, MODAL = 11, NEG = 12, ADV = 13, TIME = 14, VERB = 15,
    ED = 16, ING = 17, CAP = 18, NUM = 19, CLITIC = 20, COMMA = 21, STOP = 22, COLON = 23,
    SEMI = 24, DASH = 25, MARK = 26, QUOTE = 27, OPEN = 28, CLOSE = 29, THAT = 30, TO = 31, PLURAL = 32, FORCE = 33, CONDITION = 34,
}

impl Tags {
    /// Auxiliary verbs.
    pub(crate) const AUX: Self = Self(Self::BE.0 | Self::HAVE.0 | Self::DO.0 | Self::MODAL.0);
    /// Marks that part clauses.
    pub(crate) const PAUSE: Self =
        Self(Self::COMMA.0 | Self::STOP.0 | Self::COLON.0 | Self::SEMI.0 | Self::DASH.0 | Self::QUOTE.0);
    /// Every mark.
    pub(crate) const ANY_MARK: Self = Self(Self::PAUSE.0 | Self::MARK.0 | Self::OPEN.0 | Self::CLOSE.0);
    /// Words of grammar: none of them is a noun or the name of something.
    pub(crate) const GRAMMAR: Self = Self(
        Self::DET.0
            | Self::PRON.0
            | Self::OBJ.0
            | Self::PREP.0
            | Self::CONJ.0
            | Self::SUB.0
            | Self::AUX.0
            | Self::NEG.0
            | Self::ADV.0,
    );

    pub(crate) const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }
}

impl BitOr for Tags {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
