#!/usr/bin/env python3
"""Writes noun-classes.tsv from WordNet 3.0's database files (Debian's package wordnet-base).

    noun-classes-from-wordnet.py /usr/share/wordnet > noun-classes.tsv

For each noun of one word in small letters the lexicographer's file of its first sense. Kept are nouns that WordNet's
tagged text shows to be in use and to be nouns in most of their places, and nouns for people, groups and vehicles that
are no other part of speech.
"""
import pathlib
import re
import sys

folder = pathlib.Path(sys.argv[1])
plain = re.compile(r"^[a-z]{3,}$")
parts = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
counts = {}
for line in (folder / "cntlist.rev").read_text().splitlines():
    key, _, count = line.split()
    lemma, rest = key.split("%")
    counts.setdefault(lemma, {}).setdefault(parts[rest[0]], 0)
    counts[lemma][parts[rest[0]]] += int(count)
others = set()
for part in ("verb", "adj", "adv"):
    for line in (folder / f"index.{part}").read_text().splitlines():
        if not line.startswith(" "):
            others.add(line.split()[0])
files, words, above = {}, {}, {}
for line in (folder / "data.noun").read_text().splitlines():
    if line.startswith(" "):
        continue
    head, _, _ = line.partition(" | ")
    fields = head.split()
    files[fields[0]] = int(fields[1])
    number = int(fields[3], 16)
    words[fields[0]] = [fields[4 + 2 * i] for i in range(number)]
    above[fields[0]] = re.findall(r"@i? (\d{8})", head)
names = "tops act animal artifact attribute body cognition communication event feeling food group location motive object"
names += " person phenomenon plant possession process quantity relation shape state substance time"
names = dict(enumerate(names.split(), 3))
vehicle = {offset for offset, found in words.items() if "vehicle" in found or "craft" in found and files[offset] == 6}


def is_vehicle(offset):
    seen, todo = set(), [offset]
    while todo:
        at = todo.pop()
        if at in vehicle:
            return True
        if at not in seen:
            seen.add(at)
            todo.extend(above.get(at, []))
    return False


for line in (folder / "index.noun").read_text().splitlines():
    if line.startswith(" "):
        continue
    fields = line.split()
    lemma, senses = fields[0], int(fields[2])
    offset = fields[-senses]
    if not plain.match(lemma) or lemma not in words[offset]:
        continue
    count = counts.get(lemma, {})
    noun, other = count.get("noun", 0), sum(n for part, n in count.items() if part != "noun")
    kind = "vehicle" if is_vehicle(offset) else names[files[offset]]
    used = noun > 0 and noun * 2 > noun + other
    if used or not other and lemma not in others and kind in ("person", "group", "vehicle"):
        print(lemma, kind, sep="\t")
