#!/usr/bin/env python3
"""Writes wordnet.tsv from WordNet 3.0's database files (Debian's package wordnet-base).

    synonyms-from-wordnet.py /usr/share/wordnet > wordnet.tsv

One line a synonym set that holds two words or more of those that WordNet's own tagged text shows to be in use: a word
is kept in a set when that set is one of its three most frequent senses and was met at least once, or is its first.
"""
import pathlib
import re
import sys

folder = pathlib.Path(sys.argv[1])
plain = re.compile(r"^[a-z]{3,}$")
counts = {}
for line in (folder / "cntlist.rev").read_text().splitlines():
    key, sense, count = line.split()
    lemma, rest = key.split("%")
    pos = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}[rest[0]]
    counts[lemma, pos, int(sense)] = counts.get((lemma, pos, int(sense)), 0) + int(count)
sets = {}
for pos in ("noun", "verb", "adj", "adv"):
    for line in (folder / f"index.{pos}").read_text().splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        lemma, senses = fields[0], int(fields[2])
        offsets = fields[-senses:]
        if not plain.match(lemma):
            continue
        total = sum(counts.get((lemma, pos, n), 0) for n in range(1, senses + 1))
        for number, offset in enumerate(offsets[:3], 1):
            if total and (number == 1 or counts.get((lemma, pos, number), 0)):
                sets.setdefault((pos, offset), []).append(lemma)
for (pos, offset), words in sorted(sets.items()):
    if len(words) > 1:
        print(pos, *sorted(words), sep="\t")
