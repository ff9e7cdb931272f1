//! Who else printed this passage: an index of the runs of words in a corpus.

use crate::{Document, Passage, PassageOptions, shared_passages};

/// Words in an indexed run. Three words in a row recur by chance in any two accounts of one event, five seldom.
const RUN: usize = 5;

/// Most documents in one bucket that are all paired with each other by [`FingerprintIndex::pairs`].
const ALL_PAIRS: usize = 64;

/// Documents of a larger bucket that every other document of it is paired with.
const FIRST: usize = 8;

/// A passage of a query that a document of the corpus has too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reprint {
    /// Number of the document, in the order of adding.
    pub document: usize,
    /// The passage: `a` in the query, `b` in the document.
    pub passage: Passage,
}

/// Finds the documents that share a passage with a query, or with one another, without comparing all pairs.
///
/// Of each document some runs of five words are kept, chosen by winnowing (Schleimer, Wilkerson and Aiken 2003):
/// any `min_words` words in a row that two documents share hold a run that is kept in both.
///
/// ```
/// use corroborate_reuse::{Document, FingerprintIndex, PassageOptions};
///
/// let corpus = [
///     "Fog should lift from the strait by noon, but pilots spoke of poor sight beyond the cape on Tuesday.",
///     "The bridge reopened. Fog should lift from the strait by noon, but pilots spoke of poor sight beyond the cape.",
///     "The harbour stays closed until further notice, the port authority said on Monday.",
/// ]
/// .map(Document::new);
/// let options = PassageOptions::default();
/// let index = FingerprintIndex::new(&corpus, &options);
/// assert_eq!(index.pairs(), [(0, 1)]);
/// let paragraph = Document::new("fog should lift from the strait by noon but pilots spoke of poor sight beyond the cape");
/// let reprints = index.reprints(&paragraph, &options, |number| corpus.get(number));
/// assert_eq!(reprints.iter().map(|reprint| reprint.document).collect::<Vec<_>>(), [0, 1]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FingerprintIndex {
    window: usize,
    documents: usize,
    /// `key << 32 | document`, ascending, each once.
    postings: Vec<u64>,
}

impl FingerprintIndex {
    /// Indexes documents for passages of so many words.
    pub fn new<'a>(documents: impl IntoIterator<Item = &'a Document>, options: &PassageOptions) -> Self {
        let window = options.min_words.max(RUN) - RUN + 1;
        let mut index = Self { window, documents: 0, postings: Vec::new() };
        // Posting lists name documents with 32 bits.
        for (number, document) in (0..u32::MAX).zip(documents) {
            let posting = |key: u32| u64::from(key) << 32 | u64::from(number);
            index.postings.extend(fingerprints(document.words(), window).map(posting));
            index.documents += 1;
        }
        index.postings.sort_unstable();
        index.postings.dedup();
        index
    }

    /// Number of documents.
    pub fn len(&self) -> usize {
        self.documents
    }

    /// Whether it has no documents.
    pub fn is_empty(&self) -> bool {
        self.documents == 0
    }

    /// The documents that may share a passage with a query, ascending. Any that shares `min_words` words in a
    /// row is among them.
    pub fn candidates(&self, query: &Document) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for key in fingerprints(query.words(), self.window) {
            let first = self.postings.partition_point(|&posting| posting >> 32 < u64::from(key));
            let rest = self.postings.get(first..).unwrap_or_default();
            found.extend(
                rest.iter()
                    .take_while(|&&posting| posting >> 32 == u64::from(key))
                    .map(|&posting| number(posting)),
            );
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The passages of a query that documents of the corpus have too, in the order of the documents.
    /// `document` gives the documents that were indexed, by number; one that it no longer has is passed over.
    pub fn reprints<'a>(
        &self,
        query: &Document,
        options: &PassageOptions,
        document: impl Fn(usize) -> Option<&'a Document>,
    ) -> Vec<Reprint> {
        let mut found = Vec::new();
        for number in self.candidates(query) {
            let Some(other) = document(number) else { continue };
            let passages = shared_passages(query, other, options);
            found.extend(passages.into_iter().map(|passage| Reprint { document: number, passage }));
        }
        found
    }

    /// The pairs of documents that may share a passage, ascending.
    ///
    /// All that share `min_words` words in a row are among them as long as no run of words stands in more than
    /// 64 documents; each further document of such a run is paired with the first eight only, so that a
    /// thousand copies of one text give thousands of pairs and not half a million.
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        let mut found: Vec<(usize, usize)> = Vec::new();
        for bucket in self.postings.chunk_by(|a, b| a >> 32 == b >> 32) {
            for (at, &b) in bucket.iter().enumerate() {
                let partners = if bucket.len() <= ALL_PAIRS { at } else { at.min(FIRST) };
                let earlier = bucket.get(..partners).unwrap_or_default();
                found.extend(earlier.iter().map(|&a| (number(a), number(b))));
            }
            if found.len() > 1 << 20 {
                found.sort_unstable();
                found.dedup();
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

const fn number(posting: u64) -> usize {
    (posting & 0xffff_ffff) as usize
}

/// The smallest key of each `window` runs in a row; the last of several equal ones.
fn fingerprints(words: &[u64], window: usize) -> impl Iterator<Item = u32> + '_ {
    let keys: Vec<u32> = words.windows(RUN).map(key).collect();
    let mut least: Option<usize> = None;
    let windows = keys.len().saturating_sub(window.saturating_sub(1)).max(usize::from(!keys.is_empty()));
    (0..windows).filter_map(move |start| {
        let end = (start + window).min(keys.len());
        let last = end - 1;
        let newest = |at: usize| keys.get(at).copied().unwrap_or(u32::MAX);
        let next = match least.filter(|&at| at >= start) {
            Some(at) if newest(last) > newest(at) => at,
            Some(_) => last,
            None => (start..end).rev().min_by_key(|&at| newest(at))?,
        };
        (least.replace(next) != Some(next)).then(|| newest(next))
    })
}

fn key(words: &[u64]) -> u32 {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let joined = words.iter().fold(1_u64, |key, &word| (key.rotate_left(23) ^ word).wrapping_mul(MIX));
    (crate::word::finish(joined) >> 32) as u32
}
