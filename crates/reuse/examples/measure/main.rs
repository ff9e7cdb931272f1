//! Measures this crate on generated data; `cargo xtask bench` starts it and sets peers beside it.
//!
//!     measure corpus SIZE FILE            family, a tabulator and an article on each line
//!     measure truth FILE SHINGLE          all pairs of a family at 0.7 or above, exactly
//!     measure duplicates FILE SHINGLE     all pairs that the index finds
//!     measure clusters SIZE THREADS       clusters of a corpus that is generated on the way
//!     measure names SIZE FILE             names, one a line, two lists of SIZE
//!     measure alike FILE                  pairs of names above 0.9
//!     measure sentences SIZE FILE         sentences, one a line
//!     measure cosine FILE CUTOFF          pairs of sentences above the cutoff
//!     measure accounts FILE               two accounts of 800 words
//!     measure passages FILE               their passages
//!
//!     ... [LIMIT]                         of a corpus, only the first so many documents
//!
//! Times are this thread's own on a processor where the system tells, so that other work on the machine does not
//! count; `clusters`, which has several threads, gives wall time. Results are one JSON object on standard output; pairs go to FILE with another ending.

mod news;

use corroborate_reuse::{
    Document, Index, IndexBuilder, IndexOptions, PassageOptions, Shingles, Vectors, shared_passages,
    similar_names,
};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::time::{Duration, Instant, SystemTime};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["corpus", size, file] => corpus(size.parse()?, file),
        ["truth", file, shingle] => truth(file, shingle.parse()?),
        ["duplicates", file, shingle] => duplicates(file, shingle.parse()?, usize::MAX),
        ["duplicates", file, shingle, limit] => duplicates(file, shingle.parse()?, limit.parse()?),
        ["clusters", size, threads] => clusters(size.parse()?, threads.parse()?),
        ["names", size, file] => lines(file, news::names(2 * size.parse::<usize>()?, 3)),
        ["alike", file] => alike(file),
        ["sentences", size, file] => sentences(size.parse()?, file),
        ["cosine", file, cutoff] => cosine(file, cutoff.parse()?),
        ["accounts", file] => accounts(file),
        ["passages", file] => passages(file),
        _ => Err("see the head of examples/measure/main.rs".into()),
    }
}

fn lines(file: &str, lines: impl IntoIterator<Item = String>) -> Outcome {
    let mut out = BufWriter::new(File::create(file)?);
    for line in lines {
        writeln!(out, "{line}")?;
    }
    Ok(out.flush()?)
}

fn corpus(size: usize, file: &str) -> Outcome {
    lines(file, news::corpus(size, 7).map(|(family, text)| format!("{family}\t{text}")))
}

fn families(text: &str) -> Vec<(&str, &str)> {
    text.lines().filter_map(|line| line.split_once('\t')).collect()
}

fn truth(file: &str, shingle: usize) -> Outcome {
    let text = std::fs::read_to_string(file)?;
    let documents = families(&text);
    let sets: Vec<Shingles> =
        documents.iter().map(|(_, text)| Shingles::new(&Document::new(text), shingle)).collect();
    let mut pairs = Vec::new();
    for a in 0..documents.len() {
        // A family stands together.
        for b in (a + 1..documents.len()).take_while(|&b| documents[b].0 == documents[a].0) {
            if sets[a].jaccard(&sets[b]) >= 0.7 {
                pairs.push(format!("{a}\t{b}"));
            }
        }
    }
    lines(&format!("{file}.truth-{shingle}"), pairs)
}

fn duplicates(file: &str, shingle: usize, limit: usize) -> Outcome {
    let text = std::fs::read_to_string(file)?;
    let documents: Vec<(&str, &str)> = families(&text).into_iter().take(limit).collect();
    let options = IndexOptions { threshold: 0.7, shingle, ..IndexOptions::default() };
    // What reading takes of it, in a run of its own: one document at a time, as a corpus comes.
    let begun = clock();
    for (_, text) in &documents {
        std::hint::black_box(Document::new(text));
    }
    let read = clock() - begun;
    let mut builder = IndexBuilder::new(options);
    let start = clock();
    for (_, text) in &documents {
        builder.add("", &Document::new(text));
    }
    let added = clock();
    let sign = added - start - read;
    let index = builder.build();
    let built = clock();
    let pairs = index.pairs();
    let all = clock();
    let list = pairs.iter().map(|pair| format!("{}\t{}", pair.a, pair.b));
    lines(&format!("{file}.found-{shingle}"), list)?;
    println!(
        "{{\"seconds\": {}, \"read\": {}, \"sign\": {}, \"sort\": {}, \"verify\": {}, \"documents\": {}, \"pairs\": {}, \"peak_kb\": {}}}",
        all - start,
        read,
        sign,
        built - added,
        all - built,
        documents.len(),
        pairs.len(),
        peak(),
    );
    Ok(())
}

/// Each thread builds an index of its part of the corpus; the parts are merged in order.
fn clusters(size: usize, threads: usize) -> Outcome {
    let start = Instant::now();
    let part = size.div_ceil(threads.max(1));
    let build = |number: usize| {
        let mut builder = IndexBuilder::new(IndexOptions::default());
        for (_, text) in news::corpus(part.min(size - part * number), 100 + number as u64) {
            builder.add("", &Document::new(&text));
        }
        builder.build()
    };
    let parts: Vec<Index> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads.max(1)).map(|number| scope.spawn(move || build(number))).collect();
        running.into_iter().filter_map(|thread| thread.join().ok()).collect()
    });
    let built = start.elapsed();
    let mut index = Index::empty(IndexOptions::default());
    for part in parts {
        index.merge(part)?;
    }
    let merged = start.elapsed();
    let clusters = index.clusters();
    let all = start.elapsed();
    println!(
        "{{\"seconds\": {}, \"generate_and_build\": {}, \"merge\": {}, \"cluster\": {}, \"processor\": {}, \"documents\": {}, \"clusters\": {}, \"peak_kb\": {}}}",
        all.as_secs_f64(),
        built.as_secs_f64(),
        (merged - built).as_secs_f64(),
        (all - merged).as_secs_f64(),
        processor().map_or_else(|| "null".to_owned(), |seconds| seconds.to_string()),
        index.len(),
        clusters.len(),
        peak(),
    );
    Ok(())
}

fn alike(file: &str) -> Outcome {
    let text = std::fs::read_to_string(file)?;
    let names: Vec<&str> = text.lines().collect();
    let (a, b) = names.split_at(names.len() / 2);
    let start = clock();
    let pairs = similar_names(a, b, 0.9);
    let seconds = clock() - start;
    lines(
        &format!("{file}.found"),
        pairs.iter().map(|pair| format!("{}\t{}\t{:.6}", pair.a, pair.b, pair.score)),
    )?;
    println!("{{\"seconds\": {seconds}, \"pairs\": {}, \"peak_kb\": {}}}", pairs.len(), peak());
    Ok(())
}

/// Sentences of accounts of one event: the same told again in part and with other words.
fn sentences(size: usize, file: &str) -> Outcome {
    let vocabulary = news::Vocabulary::new(8000);
    let mut random = news::Random::new(11);
    let event = vocabulary.article(&mut random, size.div_ceil(20) * 18);
    let mut all = Vec::new();
    while all.len() < size {
        let exchanged = 0.2 + 0.5 * random.share();
        let account = vocabulary.copy(&event, &mut random, exchanged, 0.3);
        all.extend(account.sentences.iter().map(|sentence| sentence.join(" ")));
    }
    all.truncate(size);
    lines(file, all)
}

fn cosine(file: &str, cutoff: f64) -> Outcome {
    let text = std::fs::read_to_string(file)?;
    let start = clock();
    let documents: Vec<Document> = text.lines().map(Document::new).collect();
    let vectors = Vectors::new(&documents);
    let prepared = clock() - start;
    let pairs = vectors.pairs_above(cutoff);
    let seconds = clock() - start;
    lines(
        &format!("{file}.found"),
        pairs.iter().map(|pair| format!("{}\t{}\t{:.6}", pair.a, pair.b, pair.score)),
    )?;
    println!(
        "{{\"seconds\": {seconds}, \"prepare\": {prepared}, \"join\": {}, \"pairs\": {}, \"peak_kb\": {}}}",
        seconds - prepared,
        pairs.len(),
        peak()
    );
    Ok(())
}

/// Two accounts of 800 words: a third of the second is taken over from the first, edited and moved.
fn accounts(file: &str) -> Outcome {
    let vocabulary = news::Vocabulary::new(30_000);
    let mut random = news::Random::new(5);
    let first = vocabulary.article(&mut random, 800);
    let mut second = vocabulary.article(&mut random, 530);
    let mut taken = vocabulary.copy(&first, &mut random, 0.04, 0.0);
    taken.sentences.truncate(first.sentences.len() / 3);
    let middle = second.sentences.len() / 2;
    second.sentences.splice(middle..middle, taken.sentences);
    lines(file, [first.text(), second.text()])
}

fn passages(file: &str) -> Outcome {
    let text = std::fs::read_to_string(file)?;
    let mut texts = text.lines();
    let (Some(a), Some(b)) = (texts.next(), texts.next()) else { return Err("two lines are needed".into()) };
    let options = PassageOptions::default();
    let (one, two) = (Document::new(a), Document::new(b));
    let prepared = median(|| shared_passages(&one, &two, &options));
    let whole = median(|| shared_passages(&Document::new(a), &Document::new(b), &options));
    let found = shared_passages(&one, &two, &options);
    let (left, right) = (one.words(), two.words());
    let diff = |algorithm| median(|| similar::capture_diff_slices(algorithm, left, right));
    let (myers, patience) = (diff(similar::Algorithm::Myers), diff(similar::Algorithm::Patience));
    let blocks = median(|| difflib::sequencematcher::SequenceMatcher::new(left, right).get_matching_blocks());
    println!(
        "{{\"seconds\": {prepared}, \"with_reading\": {whole}, \"similar_myers\": {myers}, \"similar_patience\": {patience}, \"difflib\": {blocks}, \"words\": [{}, {}], \"passages\": {}, \"agreeing\": {}}}",
        one.len(),
        two.len(),
        found.len(),
        found.iter().map(|passage| passage.words).sum::<usize>()
    );
    Ok(())
}

/// The median of many runs, in seconds.
fn median<T>(run: impl Fn() -> T) -> f64 {
    let mut times: Vec<f64> = (0..501)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(run());
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Seconds that this thread has been on a processor; by the clock on the wall where the system does not tell.
fn clock() -> f64 {
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let spent = spent.and_then(|line| line.split_whitespace().next()?.parse().ok()).map(Duration::from_nanos);
    let wall = || SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    spent.unwrap_or_else(wall).as_secs_f64()
}

/// Seconds that all threads of this process have been on a processor, where the system tells.
fn processor() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the name, which may hold blanks: user and system time in hundredths of a second.
    let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
    let ticks: Option<f64> = [11, 12].iter().map(|&at| fields.get(at)?.parse::<f64>().ok()).sum();
    Some(ticks? / 100.0)
}

/// The most memory this process ever held, in kB, where the system tells.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.split_whitespace().next()).unwrap_or("null").to_owned()
}
