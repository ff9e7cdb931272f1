//! A seeded generator of articles that no one wrote: words by Zipf's law, sentences, paragraphs, and copies of
//! articles with edits.

/// SplitMix64 (Steele, Lea and Flood 2014).
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// In 0..1.
    pub(crate) fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.share() * end as f64) as usize
    }
}

/// Pseudo-words, the most frequent first.
#[derive(Clone, Debug)]
pub(crate) struct Vocabulary {
    words: Vec<String>,
}

impl Vocabulary {
    pub(crate) fn new(size: usize) -> Self {
        const ONSETS: [&str; 20] = [
            "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "pl", "w", "k",
            "",
        ];
        const RHYMES: [&str; 14] =
            ["a", "e", "i", "o", "u", "an", "en", "ar", "er", "in", "or", "al", "is", "et"];
        let mut random = Random::new(1);
        let mut words: Vec<String> = Vec::with_capacity(size);
        let mut known = std::collections::HashSet::new();
        while words.len() < size {
            // Frequent words are short.
            let syllables = 1 + (words.len() as f64).ln().max(0.0) as usize / 4 + random.below(2);
            let word: String = (0..syllables)
                .flat_map(|_| [ONSETS[random.below(ONSETS.len())], RHYMES[random.below(RHYMES.len())]])
                .collect();
            if known.insert(word.clone()) || known.len() > size * 4 {
                words.push(word);
            }
        }
        Self { words }
    }

    /// A word by Zipf's law with exponent 1.
    fn word(&self, random: &mut Random) -> &str {
        let rank = (self.words.len() as f64).powf(random.share()) - 1.0;
        self.words.get(rank as usize).map_or("", String::as_str)
    }

    pub(crate) fn sentence(&self, random: &mut Random) -> Vec<String> {
        (0..10 + random.below(18)).map(|_| self.word(random).to_owned()).collect()
    }

    /// An article of `words` words or a few more.
    pub(crate) fn article(&self, random: &mut Random, words: usize) -> Article {
        let mut sentences: Vec<Vec<String>> = Vec::new();
        let mut count = 0;
        while count < words {
            let sentence = self.sentence(random);
            count += sentence.len();
            sentences.push(sentence);
        }
        Article { sentences }
    }

    /// The article as another outlet prints it: words exchanged, sentences left out, added and moved.
    pub(crate) fn copy(
        &self,
        article: &Article,
        random: &mut Random,
        exchanged: f64,
        dropped: f64,
    ) -> Article {
        let mut sentences = Vec::with_capacity(article.sentences.len());
        for sentence in &article.sentences {
            if random.share() < dropped {
                continue;
            }
            let edit = |word: &String| {
                if random.share() < exchanged { self.word(random).to_owned() } else { word.clone() }
            };
            sentences.push(sentence.iter().map(edit).collect());
            if random.share() < dropped / 2.0 {
                sentences.push(self.sentence(random));
            }
        }
        if sentences.len() > 3 && random.share() < 0.3 {
            let at = random.below(sentences.len());
            let sentence = sentences.remove(at);
            sentences.insert(random.below(sentences.len()), sentence);
        }
        Article { sentences }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Article {
    pub(crate) sentences: Vec<Vec<String>>,
}

impl Article {
    /// On one line.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for sentence in &self.sentences {
            for (at, word) in sentence.iter().enumerate() {
                if at > 0 {
                    text.push(' ');
                    text.push_str(word);
                } else {
                    let mut letters = word.chars();
                    text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
                    text.push_str(letters.as_str());
                }
            }
            text.push_str(". ");
        }
        text.truncate(text.trim_end().len());
        text
    }
}

/// A corpus: for each document its family (documents that go back to one article) and its text.
///
/// Half of the documents are copies of others, one family of up to a dozen; how far copies are edited goes from
/// not at all to beyond recognition, so that similarities cover the whole range.
pub(crate) fn corpus(size: usize, seed: u64) -> impl Iterator<Item = (usize, String)> {
    let vocabulary = Vocabulary::new(30_000);
    let mut random = Random::new(seed);
    let mut family = 0;
    let mut left = size;
    std::iter::from_fn(move || {
        if left == 0 {
            return None;
        }
        let copies = if random.share() < 0.2 { 1 + random.below(9) } else { 0 }.min(left - 1);
        left -= copies + 1;
        family += 1;
        let words = 120 + random.below(480);
        let article = vocabulary.article(&mut random, words);
        let mut texts = vec![(family, article.text())];
        for _ in 0..copies {
            let (exchanged, dropped) = (random.share().powi(2) * 0.2, random.share().powi(2) * 0.4);
            texts.push((family, vocabulary.copy(&article, &mut random, exchanged, dropped).text()));
        }
        Some(texts)
    })
    .flatten()
}

/// Names of people: two or three words, some of them spelled two ways.
pub(crate) fn names(size: usize, seed: u64) -> Vec<String> {
    let vocabulary = Vocabulary::new(4000);
    let mut random = Random::new(seed);
    let mut names: Vec<String> = Vec::with_capacity(size);
    while names.len() < size {
        if !names.is_empty() && random.share() < 0.3 {
            let mut letters: Vec<char> = names[random.below(names.len())].chars().collect();
            let at = random.below(letters.len());
            match random.below(3) {
                0 => drop(letters.remove(at)),
                1 => letters.insert(at, 'y'),
                _ => letters[at] = 'e',
            }
            names.push(letters.into_iter().collect());
            continue;
        }
        let parts: Vec<String> = (0..2 + random.below(5) / 4)
            .map(|_| {
                let at = 200 + random.below(3800);
                vocabulary.words[at].clone()
            })
            .collect();
        names.push(parts.join(" "));
    }
    names
}
