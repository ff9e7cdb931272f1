//! Alignment: which sentences of different articles speak of one event.

use super::treebank::joined;
use super::{Context, Row, Section};
use crate::command;
use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The development topics of ECB+. The articles of a topic are given as accounts of one story, each sentence as a
/// paragraph of its own, without its address. Of two sentences of different articles that were annotated throughout,
/// the gold says whether they share an event.
pub fn topics(context: &Context) -> Result<Option<Section>> {
    let Some(folder) = context.shared("benchmarks/crossdoc/ecbplus") else { return Ok(None) };
    let table = std::fs::read_to_string(folder.join("docs.jsonl"))?;
    let rows = table.lines().map(serde_json::from_str::<Document>);
    let mut documents = rows.collect::<Result<Vec<_>, _>>().context("docs.jsonl")?;
    documents.retain(|document| document.split == "dev");
    let aligner = command::example(&context.root, "corroborate", "align-sentences")?;
    let mut columns: Vec<Tally> = Vec::new();
    for of in
        [|document: &Document| document.topic.to_string(), |document: &Document| document.subtopic.clone()]
    {
        let mut stories: BTreeMap<String, Vec<&Document>> = BTreeMap::new();
        for document in &documents {
            stories.entry(of(document)).or_default().push(document);
        }
        let mut tally = Tally::default();
        for (name, documents) in &stories {
            let story = Story::new(documents);
            let reported = story.reported(&command::pipe(
                &context.binary,
                &["report", "-", "--format", "json"],
                story.input.as_bytes(),
            )?)?;
            let likely = story.likely(&command::pipe(&aligner, &["-"], story.input.as_bytes())?)?;
            tally.count(&story, &reported, &likely, &story.cosines());
            if context.misses {
                let wrong = reported.iter().filter(|pair| !story.same(**pair));
                wrong.for_each(|&(a, b)| {
                    eprintln!("  - {name}: {} is not {}", story.words(a), story.words(b))
                });
                let missed = story.pairs().filter(|pair| story.same(*pair) && !reported.contains(pair));
                missed.for_each(|(a, b)| eprintln!("  - {name}: {} is {}", story.words(a), story.words(b)));
            }
        }
        columns.push(tally);
    }
    let row = |name: &str, value: fn(&Tally) -> f64| {
        Row::higher(name, columns.iter().map(|tally| Some(value(tally))).collect())
    };
    let count = |name: &str, value: fn(&Tally) -> usize| {
        Row::count(name, columns.iter().map(|tally| Some(value(tally) as f64)).collect())
    };
    let plain = |name: &str, value: fn(&Tally) -> f64| {
        Row::count(name, columns.iter().map(|tally| Some(value(tally))).collect())
    };
    let rows = vec![
        row("in one claim, precision", |tally| share(tally.right, tally.reported)),
        row("in one claim, recall", |tally| share(tally.right, tally.gold)),
        row("in one claim, F1", |tally| share(2 * tally.right, tally.reported + tally.gold)),
        row("aligner's likelihood, best F1 of any threshold", |tally| best(&tally.likely, tally.gold)),
        plain("TF-IDF cosine, best F1 of any threshold", |tally| best(&tally.cosine, tally.gold)),
        plain("every pair taken, F1", |tally| share(2 * tally.gold, tally.pairs + tally.gold)),
        count("pairs of sentences", |tally| tally.pairs),
        count("pairs that share an event", |tally| tally.gold),
    ];
    Ok(Some(Section {
        title: "Sentences of ECB+ that share an event".to_owned(),
        intro: "The eight development topics of ECB+: pairs of annotated sentences of different articles, all topics \
                together. A topic holds articles on two events of one kind, say two awards to different people, and \
                `topics` gives all of them as accounts of one story; `subtopics` gives the articles on each event by \
                themselves. The gold asks for less than a claim does: two sentences share an event if both mention \
                it, whatever they say of it. A pair is in one claim if a claim that the report gives holds words of \
                both. TF-IDF weighs words by the sentences of the story."
            .to_owned(),
        columns: vec!["topics".to_owned(), "subtopics".to_owned()],
        rows,
    }))
}

#[derive(Deserialize)]
struct Document {
    topic: u32,
    subtopic: String,
    split: String,
    doc: String,
    sentences: Vec<Sentence>,
    mentions: Vec<Mention>,
}

#[derive(Deserialize)]
struct Sentence {
    n: usize,
    tokens: Vec<String>,
    validated: bool,
}

#[derive(Deserialize)]
struct Mention {
    kind: String,
    sent: usize,
    chain: Option<String>,
}

/// Two annotated sentences by number, the lower first.
type Pair = (usize, usize);

/// The articles of a story and their annotated sentences.
struct Story {
    /// An article a line, as JSON.
    input: String,
    sentences: Vec<Annotated>,
    /// For each of all sentences, annotated or not, its words in small letters.
    words: Vec<Vec<String>>,
}

struct Annotated {
    /// Number of the article, from 1 as in paths of JSON Lines.
    article: usize,
    start: usize,
    end: usize,
    /// Number among all sentences.
    number: usize,
    events: BTreeSet<String>,
    text: String,
}

impl Story {
    fn new(documents: &[&Document]) -> Self {
        let mut story = Self { input: String::new(), sentences: Vec::new(), words: Vec::new() };
        for (article, document) in documents.iter().enumerate() {
            let mut text = String::new();
            // The first sentence of the articles that were added later is their address.
            let address = |sentence: &&Sentence| sentence.n == 0 && document.doc.ends_with("plus");
            for sentence in document.sentences.iter().filter(|sentence| !address(sentence)) {
                let start = text.len();
                joined(&sentence.tokens, &mut text);
                let here = document.mentions.iter();
                let here = here.filter(|mention| mention.kind == "event" && mention.sent == sentence.n);
                if sentence.validated {
                    story.sentences.push(Annotated {
                        article: article + 1,
                        start,
                        end: text.len(),
                        number: story.words.len(),
                        events: here.filter_map(|mention| mention.chain.clone()).collect(),
                        text: text.get(start..).unwrap_or_default().to_owned(),
                    });
                }
                let words = sentence.tokens.iter().map(|token| token.to_lowercase());
                story.words.push(words.filter(|word| word.contains(char::is_alphanumeric)).collect());
                text.push_str("\n\n");
            }
            story.input.push_str(&json!({ "text": text.trim_end() }).to_string());
            story.input.push('\n');
        }
        story
    }

    /// All pairs of annotated sentences of different articles.
    fn pairs(&self) -> impl Iterator<Item = Pair> + '_ {
        let apart = |&(a, b): &Pair| {
            let article = |sentence: usize| self.sentences.get(sentence).map(|sentence| sentence.article);
            article(a) != article(b)
        };
        let all = self.sentences.len();
        (0..all).flat_map(move |a| (a + 1..all).map(move |b| (a, b))).filter(apart)
    }

    /// Whether two sentences share an event.
    fn same(&self, (a, b): Pair) -> bool {
        let both = self.sentences.get(a).zip(self.sentences.get(b));
        both.is_some_and(|(a, b)| !a.events.is_disjoint(&b.events))
    }

    fn words(&self, sentence: usize) -> &str {
        self.sentences.get(sentence).map_or("", |sentence| sentence.text.as_str())
    }

    /// The annotated sentences of which a place holds half, or that hold half of it.
    fn at(&self, path: &str, start: usize, end: usize) -> impl Iterator<Item = usize> {
        let article: Option<usize> = path.rsplit_once('#').and_then(|(_, number)| number.parse().ok());
        let inside = self.sentences.iter().enumerate().filter(move |(_, sentence)| {
            let shared = sentence.end.min(end).saturating_sub(sentence.start.max(start));
            let shorter = (sentence.end - sentence.start).min(end.saturating_sub(start));
            Some(sentence.article) == article && 2 * shared > shorter
        });
        inside.map(|(index, _)| index)
    }

    /// The pairs of which a claim of the report holds both.
    fn reported(&self, report: &[u8]) -> Result<BTreeSet<Pair>> {
        let report: Report = serde_json::from_slice(report).context("the report")?;
        let paths: HashMap<&str, &str> =
            report.sources.iter().map(|source| (source.id.as_str(), source.path.as_str())).collect();
        let mut pairs = BTreeSet::new();
        for claim in &report.claims {
            let spans = claim.cells.iter().flat_map(|cell| &cell.evidence);
            let held: BTreeSet<usize> = spans
                .filter_map(|span| Some((*paths.get(span.source.as_str())?, span)))
                .flat_map(|(path, span)| self.at(path, span.start, span.end))
                .collect();
            pairs.extend(held.iter().flat_map(|&a| held.range(a + 1..).map(move |&b| (a, b))));
        }
        let apart: BTreeSet<Pair> = self.pairs().collect();
        Ok(pairs.intersection(&apart).copied().collect())
    }

    /// How likely the aligner holds pairs to state the same.
    fn likely(&self, lines: &[u8]) -> Result<BTreeMap<Pair, f64>> {
        let mut found: BTreeMap<Pair, f64> = BTreeMap::new();
        for line in String::from_utf8_lossy(lines).lines() {
            let Aligned { a, b, likely } = serde_json::from_str(line).context("an aligned pair")?;
            for x in self.at(&a.path, a.start, a.end) {
                for y in self.at(&b.path, b.start, b.end) {
                    let best = found.entry((x.min(y), x.max(y))).or_default();
                    *best = best.max(likely);
                }
            }
        }
        Ok(found)
    }

    /// The cosine of words weighed by how few sentences of the story hold them.
    fn cosines(&self) -> BTreeMap<Pair, f64> {
        let mut met: HashMap<&str, f64> = HashMap::new();
        for words in &self.words {
            for word in words.iter().collect::<BTreeSet<_>>() {
                *met.entry(word).or_default() += 1.0;
            }
        }
        let all = self.words.len() as f64;
        let vectors: Vec<BTreeMap<&str, f64>> = self
            .sentences
            .iter()
            .map(|sentence| {
                let mut vector: BTreeMap<&str, f64> = BTreeMap::new();
                for word in self.words.get(sentence.number).into_iter().flatten() {
                    let rarity = ((1.0 + all) / (1.0 + met.get(word.as_str()).unwrap_or(&0.0))).ln() + 1.0;
                    *vector.entry(word).or_default() += rarity;
                }
                let length = vector.values().map(|x| x * x).sum::<f64>().sqrt().max(f64::EPSILON);
                vector.values_mut().for_each(|x| *x /= length);
                vector
            })
            .collect();
        let cosine = |(a, b): Pair| {
            let (a, b) = (vectors.get(a)?, vectors.get(b)?);
            Some(a.iter().filter_map(|(word, x)| Some(x * b.get(word)?)).sum())
        };
        self.pairs().filter_map(|pair| Some((pair, cosine(pair)?))).collect()
    }
}

#[derive(Deserialize)]
struct Report {
    sources: Vec<Source>,
    claims: Vec<Claim>,
}

#[derive(Deserialize)]
struct Source {
    id: String,
    path: String,
}

#[derive(Deserialize)]
struct Claim {
    cells: Vec<Cell>,
}

#[derive(Deserialize)]
struct Cell {
    evidence: Vec<Span>,
}

#[derive(Deserialize)]
struct Span {
    source: String,
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
struct Aligned {
    a: Place,
    b: Place,
    likely: f64,
}

#[derive(Deserialize)]
struct Place {
    path: String,
    start: usize,
    end: usize,
}

#[derive(Default)]
struct Tally {
    pairs: usize,
    gold: usize,
    reported: usize,
    right: usize,
    likely: Vec<(f64, bool)>,
    cosine: Vec<(f64, bool)>,
}

impl Tally {
    fn count(
        &mut self,
        story: &Story,
        reported: &BTreeSet<Pair>,
        likely: &BTreeMap<Pair, f64>,
        cosines: &BTreeMap<Pair, f64>,
    ) {
        for pair in story.pairs() {
            let same = story.same(pair);
            self.pairs += 1;
            self.gold += usize::from(same);
            self.reported += usize::from(reported.contains(&pair));
            self.right += usize::from(same && reported.contains(&pair));
            self.likely.extend(likely.get(&pair).map(|&score| (score, same)));
            self.cosine.extend(cosines.get(&pair).map(|&score| (score, same)));
        }
    }
}

/// The best F1 of any threshold on the scores; pairs without a score are never taken.
fn best(scores: &[(f64, bool)], gold: usize) -> f64 {
    let mut scores = scores.to_vec();
    scores.sort_by(|x, y| y.0.total_cmp(&x.0));
    let mut right = 0;
    let mut found: f64 = 0.0;
    for (taken, (index, (score, same))) in (1..).zip(scores.iter().enumerate()) {
        right += usize::from(*same);
        // Equal scores stand or fall together.
        if scores.get(index + 1).is_none_or(|next| next.0 < *score) {
            found = found.max(share(2 * right, taken + gold));
        }
    }
    found
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::best;

    #[test]
    fn the_best_threshold_takes_equal_scores_together() {
        assert!((best(&[(0.9, true), (0.5, true), (0.5, false), (0.1, false)], 2) - 0.8).abs() < 1e-9);
        assert!(best(&[], 3).abs() < f64::EPSILON);
    }
}
