#!/usr/bin/env python3
"""Writes background.tsv: in how many sentences of general English each word stands.

    background-counts.py GUM_FOLDER MEANTIME.conll > background.tsv

Counts are facts about openly licensed texts (GUM and MEANTIME, whose news is Wikinews); no sentence is kept. The first
line gives the number of sentences. Words met in fewer than two sentences are left out.
"""
import collections
import pathlib
import re
import sys

sentences = []
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.conllu")):
    words = set()
    for line in path.read_text().splitlines():
        fields = line.split("\t")
        if not line:
            sentences.append(words)
            words = set()
        elif len(fields) == 10 and fields[0].isdigit():
            words.add(fields[1].lower())
current, words = None, set()
for line in pathlib.Path(sys.argv[2]).read_text().splitlines():
    fields = line.split("\t") if "\t" in line else line.split()
    if len(fields) < 4 or line.startswith("#"):
        continue
    key = (fields[0], fields[1])
    if key != current:
        sentences.append(words)
        current, words = key, set()
    words.add(fields[3].lower())
sentences = [words for words in sentences if words]
count = collections.Counter(word for words in sentences for word in words)
print("#", len(sentences), sep="\t")
for word, number in sorted(count.items()):
    if number >= 2 and re.match(r"^[a-z]+$", word):
        print(word, number, sep="\t")
