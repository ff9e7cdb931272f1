#!/usr/bin/env python3
"""Writes person-nouns.txt from WordNet 3.0's database files (Debian's package wordnet-base).

    person-nouns-from-wordnet.py /usr/share/wordnet > person-nouns.txt

The nouns whose most frequent sense stands in the lexicographer file of persons and was met in WordNet's tagged text.
"""
import pathlib
import re
import sys

folder = pathlib.Path(sys.argv[1])
persons = set()
for line in (folder / "data.noun").read_text().splitlines():
    fields = line.split()
    if not line.startswith(" ") and fields[1] == "18":
        persons.add(fields[0])
met = set()
for line in (folder / "cntlist.rev").read_text().splitlines():
    key, sense, count = line.split()
    lemma, rest = key.split("%")
    if rest.startswith("1:18") and int(sense) == 1 and int(count) > 0:
        met.add(lemma)
for line in (folder / "index.noun").read_text().splitlines():
    if line.startswith(" "):
        continue
    fields = line.split()
    if re.match(r"^[a-z]{3,}$", fields[0]) and fields[0] in met and fields[-int(fields[2])] in persons:
        print(fields[0])
