//! Porter's second stemmer for English, for words in lower-case ASCII.
//!
//! The algorithm of <https://snowballstem.org/algorithms/english/stemmer.html> as Snowball 1 has it, letter by letter
//! in one buffer. The tests hold it against the crate `rust-stemmers`, which is made from Snowball's sources.

/// The stem of a word in lower-case ASCII; the word itself in the cases that the algorithm leaves alone.
pub(crate) fn porter(word: &str) -> String {
    if let Some(stem) = exception(word) {
        return stem.to_owned();
    }
    if word.len() < 3 {
        return word.to_owned();
    }
    let mut stemmer = Stemmer::new(word);
    stemmer.step_1a();
    if !matches!(
        stemmer.word.as_slice(),
        b"inning" | b"outing" | b"canning" | b"herring" | b"earring" | b"proceed" | b"exceed" | b"succeed"
    ) {
        stemmer.step_1b();
        stemmer.step_1c();
        stemmer.step_2();
        stemmer.step_3();
        stemmer.step_4();
        stemmer.step_5();
    }
    stemmer.word.make_ascii_lowercase();
    String::from_utf8(stemmer.word).unwrap_or_default()
}

fn exception(word: &str) -> Option<&'static str> {
    // Of bytes the compiler makes one tree of letters, of `str` one comparison after the other.
    Some(match word.as_bytes() {
        b"skis" => "ski",
        b"skies" => "sky",
        b"dying" => "die",
        b"lying" => "lie",
        b"tying" => "tie",
        b"idly" => "idl",
        b"gently" => "gentl",
        b"ugly" => "ugli",
        b"early" => "earli",
        b"only" => "onli",
        b"singly" => "singl",
        b"sky" => "sky",
        b"news" => "news",
        b"howe" => "howe",
        b"atlas" => "atlas",
        b"cosmos" => "cosmos",
        b"bias" => "bias",
        b"andes" => "andes",
        _ => return None,
    })
}

const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

struct Stemmer {
    /// `Y` stands for a `y` that is a consonant.
    word: Vec<u8>,
    /// Where the regions R1 and R2 begin.
    r1: usize,
    r2: usize,
}

impl Stemmer {
    fn new(word: &str) -> Self {
        let mut letters = Vec::with_capacity(word.len() + 1);
        letters.extend_from_slice(word.strip_prefix('\'').unwrap_or(word).as_bytes());
        let mut after_vowel = true;
        for letter in &mut letters {
            if *letter == b'y' && after_vowel {
                *letter = b'Y';
            }
            after_vowel = is_vowel(*letter);
        }
        let opening: [&[u8]; 3] = [b"arsen", b"commun", b"gener"];
        let r1 = match opening.iter().find(|opening| letters.starts_with(opening)) {
            Some(opening) => Some(opening.len()),
            None => region(&letters, 0),
        };
        let r2 = r1.and_then(|from| region(&letters, from));
        let end = letters.len();
        Self { word: letters, r1: r1.unwrap_or(end), r2: r2.unwrap_or(end) }
    }

    fn ends(&self, suffix: &[u8]) -> bool {
        self.word.ends_with(suffix)
    }

    fn last(&self) -> u8 {
        self.word.last().copied().unwrap_or(0)
    }

    /// How long the word is without so many letters.
    fn rest(&self, suffix: usize) -> usize {
        self.word.len().saturating_sub(suffix)
    }

    fn letter(&self, at: usize) -> u8 {
        self.word.get(at).copied().unwrap_or(0)
    }

    /// Whether a vowel stands among the first letters.
    fn has_vowel(&self, end: usize) -> bool {
        self.word.iter().take(end).any(|&letter| is_vowel(letter))
    }

    fn replace(&mut self, suffix: usize, by: &str) {
        self.word.truncate(self.rest(suffix));
        self.word.extend_from_slice(by.as_bytes());
    }

    /// Whether the letters end in a short syllable.
    fn is_short(&self, end: usize) -> bool {
        let letter = |back: usize| end.checked_sub(back).map(|at| self.letter(at));
        match (letter(3), letter(2), letter(1)) {
            (Some(before), Some(vowel), Some(last))
                if !is_vowel(before)
                    && is_vowel(vowel)
                    && !is_vowel(last)
                    && !matches!(last, b'w' | b'x' | b'Y') =>
            {
                true
            }
            (None, Some(vowel), Some(last)) => is_vowel(vowel) && !is_vowel(last),
            _ => false,
        }
    }

    // Each step asks first for the letter in which its suffixes end: most words have none of them.
    fn step_1a(&mut self) {
        if !matches!(self.last(), b's' | b'd' | b'\'') {
            return;
        }
        for genitive in ["'s'", "'s", "'"] {
            if self.ends(genitive.as_bytes()) {
                self.replace(genitive.len(), "");
                break;
            }
        }
        if self.ends(b"sses") {
            self.replace(4, "ss");
        } else if self.ends(b"ied") || self.ends(b"ies") {
            self.replace(3, if self.rest(3) > 1 { "i" } else { "ie" });
        } else if self.ends(b"s") && !self.ends(b"us") && !self.ends(b"ss") && self.has_vowel(self.rest(2)) {
            self.replace(1, "");
        }
    }

    fn step_1b(&mut self) {
        if !matches!(self.last(), b'd' | b'g' | b'y') {
            return;
        }
        for double in ["eedly", "eed"] {
            if self.ends(double.as_bytes()) {
                if self.r1 <= self.rest(double.len()) {
                    self.replace(double.len(), "ee");
                }
                return;
            }
        }
        let suffix = ["ingly", "edly", "ing", "ed"].into_iter().find(|suffix| self.ends(suffix.as_bytes()));
        let Some(suffix) = suffix.filter(|suffix| self.has_vowel(self.rest(suffix.len()))) else { return };
        self.replace(suffix.len(), "");
        let end = self.word.len();
        let last = self.letter(self.rest(1));
        if self.ends(b"at") || self.ends(b"bl") || self.ends(b"iz") {
            self.word.push(b'e');
        } else if end > 1
            && last == self.letter(end - 2)
            && matches!(last, b'b' | b'd' | b'f' | b'g' | b'm' | b'n' | b'p' | b'r' | b't')
        {
            self.word.pop();
        } else if end == self.r1 && self.is_short(end) {
            self.word.push(b'e');
        }
    }

    fn step_1c(&mut self) {
        let end = self.word.len();
        if end > 2 && matches!(self.letter(end - 1), b'y' | b'Y') && !is_vowel(self.letter(end - 2)) {
            self.replace(1, "i");
        }
    }

    /// Replaces the first suffix of the list that the word has, if it stands in R1.
    fn exchange(&mut self, list: &[(&str, &str)]) -> Option<usize> {
        let found = list.iter().position(|(suffix, _)| self.ends(suffix.as_bytes()))?;
        let (suffix, by) = list.get(found)?;
        if self.r1 <= self.rest(suffix.len()) {
            self.replace(suffix.len(), by);
        }
        Some(found)
    }

    fn step_2(&mut self) {
        let last_but_one = self.letter(self.rest(2));
        // By the last letter but one, the longer suffix first.
        let list: &[(&str, &str)] = match last_but_one {
            b'a' => &[("ational", "ate"), ("tional", "tion")],
            b'c' => &[("enci", "ence"), ("anci", "ance")],
            b'e' => &[("izer", "ize")],
            b'l' => &[
                ("lessli", "less"),
                ("entli", "ent"),
                ("fulli", "ful"),
                ("ousli", "ous"),
                ("abli", "able"),
                ("alli", "al"),
                ("bli", "ble"),
            ],
            b'o' => &[("ization", "ize"), ("ation", "ate"), ("ator", "ate")],
            b's' => &[("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("alism", "al")],
            b't' => &[("biliti", "ble"), ("aliti", "al"), ("iviti", "ive")],
            b'g' => {
                if self.ends(b"logi") && self.r1 <= self.rest(3) {
                    self.replace(1, "");
                }
                return;
            }
            _ => return,
        };
        if self.exchange(list).is_none() && self.ends(b"li") && self.r1 <= self.rest(2) {
            let before = self.word.len().checked_sub(3).map_or(0, |at| self.letter(at));
            if matches!(before, b'c' | b'd' | b'e' | b'g' | b'h' | b'k' | b'm' | b'n' | b'r' | b't') {
                self.replace(2, "");
            }
        }
    }

    fn step_3(&mut self) {
        if !matches!(self.last(), b'e' | b'i' | b'l' | b's') {
            return;
        }
        if self.ends(b"ative") {
            if self.r2 <= self.rest(5) && self.r1 <= self.rest(5) {
                self.replace(5, "");
            }
            return;
        }
        self.exchange(&[
            ("ational", "ate"),
            ("tional", "tion"),
            ("alize", "al"),
            ("icate", "ic"),
            ("iciti", "ic"),
            ("ical", "ic"),
            ("ness", ""),
            ("ful", ""),
        ]);
    }

    fn step_4(&mut self) {
        // By the last letter, the longer suffix first.
        let list: &[&str] = match self.last() {
            b'n' => {
                let before = self.word.len().checked_sub(4).map_or(0, |at| self.letter(at));
                if self.ends(b"ion") && matches!(before, b's' | b't') && self.r2 <= self.rest(3) {
                    self.replace(3, "");
                }
                return;
            }
            b'e' => &["ance", "ence", "able", "ible", "ate", "ive", "ize"],
            b't' => &["ement", "ment", "ant", "ent"],
            b'm' => &["ism"],
            b'i' => &["iti"],
            b's' => &["ous"],
            b'l' => &["al"],
            b'r' => &["er"],
            b'c' => &["ic"],
            _ => return,
        };
        if let Some(suffix) = list.iter().find(|suffix| self.ends(suffix.as_bytes()))
            && self.r2 <= self.rest(suffix.len())
        {
            self.replace(suffix.len(), "");
        }
    }

    fn step_5(&mut self) {
        let end = self.rest(1);
        let gone = match self.letter(end) {
            b'e' => self.r2 <= end || self.r1 <= end && !self.is_short(end),
            b'l' => self.r2 <= end && end.checked_sub(1).is_some_and(|at| self.letter(at) == b'l'),
            _ => false,
        };
        if gone {
            self.word.truncate(end);
        }
    }
}

/// One past the first consonant behind the first vowel at or after `from`.
fn region(word: &[u8], from: usize) -> Option<usize> {
    let vowel = word.iter().skip(from).position(|&letter| is_vowel(letter))? + from;
    let consonant = word.iter().skip(vowel).position(|&letter| !is_vowel(letter))? + vowel;
    Some(consonant + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rust_stemmers::{Algorithm, Stemmer};

    /// Words whose stems the algorithm's steps and exceptions decide in as many ways.
    const WORDS: &str = "consign consigned consigning consignment consist consisted consistency consistent consistently \
        knack knackeries knavish knaves kneaded knightly knots generate generates generously generic arsenal arsenic \
        communism community communal skis skies dying lying tying idly gently ugly early only singly sky news howe atlas \
        cosmos bias andes inning innings outing canning herring earring proceed proceeds exceed succeed say saying yoke \
        youth boyish flying cry cries by bay beyond enjoyed ties tied gas gaps kiwis this boss bus buses caresses luxuriated \
        hopping hoping falling agreed agreedly feed feedly bled bleed hesitatingly allegedly relational conditional rational \
        valency hesitancy digitizer conformably radically differently vilely analogously vietnamization predication operator \
        feudalism decisiveness hopefulness callousness formality sensitivity sensibility triplicate formative formalize \
        electricity electrical hopeful goodness revival allowance inference airliner gyroscopic adjustable defensible irritant \
        replacement adjustment dependent adoption homologous activate angularity effective bowdlerize probate rate cease \
        controlling rolled ox oxen fizzed filing failing sized tanned singed eyed eyeing yy yyy ayying o'clock 'tis dogs' \
        dog's dog's' apologies geology logic biology ably abli nationality national nationally fully carelessly";

    fn snowball(word: &str) -> String {
        Stemmer::create(Algorithm::English).stem(word).into_owned()
    }

    #[test]
    fn words_have_the_stems_of_snowball() {
        for word in WORDS.split_whitespace() {
            assert_eq!(porter(word), snowball(word), "{word}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn letters_in_any_order_have_the_stems_of_snowball(
            head in "[a-z']{0,6}",
            vowels in "[aeiouybcdlst]{0,6}",
            tail in "(|s|es|ed|ing|ly|edly|ingly|eed|eedly|ies|ied|ational|ization|fulness|iviti|ousli|lessli|entli|bli)",
            end in "(|ative|alize|icate|iciti|ement|ence|able|ion|sion|ogi|logi|e|l|ll|y|'s|'|li|ness|ful|ent|ment|er|ic)"
        ) {
            let word = format!("{head}{vowels}{tail}{end}");
            prop_assert_eq!(porter(&word), snowball(&word), "{}", word);
        }

        #[test]
        fn visible_ascii_has_the_stems_of_snowball(word in "[ -@\\[-~]{0,12}") {
            prop_assert_eq!(porter(&word), snowball(&word), "{}", word);
        }
    }
}
