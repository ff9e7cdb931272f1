"""Peers on the same generated data, one task a process: `peers.py TASK FILE [ARGUMENT …]`.

Prints one JSON object; pairs go to FILE.TASK. `cargo xtask bench` starts it with one thread.
"""
import difflib
import json
import resource
import statistics
import sys
import time


def texts(file, limit=None):
    with open(file, encoding="utf-8") as lines:
        found = [line.rstrip("\n").split("\t", 1)[1] for line in lines]
    return found[:limit] if limit else found


def shingles(text, size):
    words = text.lower().replace(".", " ").split()
    if size == 1:
        return list(set(words))
    return list({" ".join(words[i : i + size]) for i in range(max(1, len(words) - size + 1))})


def write(file, task, pairs):
    with open(f"{file}.{task}", "w", encoding="utf-8") as out:
        out.writelines("\t".join(map(str, pair)) + "\n" for pair in pairs)


def rensa_pairs(task, file, shingle, bands, limit):
    from rensa import RMinHash, RMinHashLSH

    documents = texts(file, int(limit))
    start = time.process_time()
    sets = [shingles(text, int(shingle)) for text in documents]
    read = time.process_time()
    hashes = RMinHash.from_token_sets(sets, 128, 42)
    signed = time.process_time()
    index = RMinHashLSH(0.7, 128, int(bands))
    index.insert_many(hashes)
    pairs = []
    for a, candidates in enumerate(index.query_all(hashes)):
        pairs.extend((a, b) for b in candidates if a < b and hashes[a].jaccard(hashes[b]) >= 0.7)
    end = time.process_time()
    write(file, task, sorted(pairs))
    return {"seconds": end - start, "read": read - start, "sign": signed - read, "documents": len(documents)}


def rensa_flags(task, file, shingle, bands, limit):
    """Only whether a document has a near-duplicate, from sampled tokens: the fastest way rensa offers."""
    from rensa import RMinHash, RMinHashLSH

    documents = texts(file, int(limit))
    start = time.process_time()
    sets = [shingles(text, int(shingle)) for text in documents]
    read = time.process_time()
    matrix = RMinHash.digest_matrix_from_token_sets_rho(sets, 128, 42)
    flags = RMinHashLSH(0.7, 128, int(bands)).query_duplicate_flags_matrix_one_shot(matrix)
    end = time.process_time()
    write(file, task, [(a,) for a, flag in enumerate(flags) if flag])
    return {"seconds": end - start, "read": read - start, "documents": len(documents)}


def datasketch(task, file, shingle, limit):
    from datasketch import MinHash, MinHashLSH

    documents = texts(file, int(limit))
    start = time.process_time()
    sets = [[shingle.encode() for shingle in shingles(text, int(shingle))] for text in documents]
    hashes = MinHash.bulk(sets, num_perm=128)
    index = MinHashLSH(threshold=0.7, num_perm=128)
    for number, minhash in enumerate(hashes):
        index.insert(number, minhash)
    pairs = []
    for a, minhash in enumerate(hashes):
        pairs.extend((a, b) for b in index.query(minhash) if a < b and minhash.jaccard(hashes[b]) >= 0.7)
    end = time.process_time()
    write(file, task, sorted(pairs))
    return {"seconds": end - start, "documents": len(documents)}


def rapidfuzz(task, file):
    import numpy
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    names = open(file, encoding="utf-8").read().splitlines()
    a, b = names[: len(names) // 2], names[len(names) // 2 :]
    start = time.process_time()
    scores = process.cdist(
        a, b, scorer=JaroWinkler.similarity, score_cutoff=0.9, dtype=numpy.float64, workers=1
    )
    rows, columns = numpy.nonzero(scores)
    pairs = list(zip(rows.tolist(), columns.tolist()))
    end = time.process_time()
    write(file, task, [(i, j, f"{scores[i, j]:.6f}") for i, j in pairs])
    return {"seconds": end - start, "pairs": len(pairs)}


def vectors(file):
    from sklearn.feature_extraction.text import TfidfVectorizer

    sentences = open(file, encoding="utf-8").read().splitlines()
    start = time.process_time()
    matrix = TfidfVectorizer(token_pattern=r"(?u)\b\w+\b").fit_transform(sentences).tocsr()
    return matrix, start, time.process_time()


def finish(task, file, product, cutoff, start, prepared):
    import numpy
    import scipy.sparse

    product = scipy.sparse.triu(product, 1).tocoo()
    keep = product.data >= cutoff
    rows, columns, data = product.row[keep], product.col[keep], product.data[keep]
    order = numpy.lexsort((columns, rows))
    pairs = list(zip(rows[order].tolist(), columns[order].tolist(), data[order].tolist()))
    end = time.process_time()
    write(file, task, [(a, b, f"{score:.6f}") for a, b, score in pairs])
    return {"seconds": end - start, "prepare": prepared - start, "join": end - prepared, "pairs": len(pairs)}


def scikit_learn(task, file, cutoff):
    matrix, start, prepared = vectors(file)
    return finish(task, file, matrix @ matrix.T, float(cutoff), start, prepared)


def sparse_dot_topn(task, file, cutoff):
    from sparse_dot_topn import sp_matmul_topn

    matrix, start, prepared = vectors(file)
    product = sp_matmul_topn(
        matrix, matrix.T.tocsr(), top_n=matrix.shape[0], threshold=float(cutoff) - 1e-9, n_threads=1
    )
    return finish(task, file, product, float(cutoff), start, prepared)


def python_difflib(task, file):
    a, b = (line.lower().replace(".", " ").split() for line in open(file, encoding="utf-8"))

    def run():
        start = time.process_time()
        difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
        return time.process_time() - start

    return {"seconds": statistics.median(run() for _ in range(11))}


def versions(_task, _file):
    from importlib.metadata import version

    names = ["rensa", "datasketch", "rapidfuzz", "scikit-learn", "sparse-dot-topn", "numpy", "scipy"]
    return {"python": sys.version.split()[0], **{name: version(name) for name in names}}


def main():
    task, file, *rest = sys.argv[1:]
    run = {
        "rensa-pairs": rensa_pairs,
        "rensa-flags": rensa_flags,
        "datasketch": datasketch,
        "rapidfuzz": rapidfuzz,
        "scikit-learn": scikit_learn,
        "sparse-dot-topn": sparse_dot_topn,
        "difflib": python_difflib,
        "versions": versions,
    }[task]
    result = run(task if not rest or task != "rensa-pairs" else f"{task}-{rest[1]}", file, *rest)
    if task != "versions":
        result["peak_kb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps(result))


main()
