#!/usr/bin/env python3
"""Writes the names of places or of organisations in WordNet 3.0's database files (Debian's package wordnet-base).

    names-from-wordnet.py /usr/share/wordnet location|group > wordnet-places.txt

One name a line, in small letters: those that WordNet writes with capitals, of two letters or more. Names that are also
common words are left out.
"""
import pathlib
import re
import sys

folder, wanted = pathlib.Path(sys.argv[1]), sys.argv[2]
kinds = {"location": {15}, "group": {14}}[wanted]
common, names = set(), set()
for part in ("noun", "verb", "adj", "adv"):
    for line in (folder / f"data.{part}").read_text().splitlines():
        if line.startswith(" "):
            continue
        fields = line.partition(" | ")[0].split()
        for i in range(int(fields[3], 16)):
            word = fields[4 + 2 * i].partition("(")[0]
            if word.islower():
                common.add(word)
            elif part == "noun":
                water = any(f" {kind}" in line.partition(" | ")[2][:60] for kind in ("river", "lake", "sea", "mountain"))
                instance = "@i" in fields
                if int(fields[1]) in kinds or wanted == "location" and int(fields[1]) == 17 and instance and water:
                    names.add(word)
plain = re.compile(r"^[A-Z][A-Za-z.'_-]+$")
for name in sorted({name.replace("_", " ").lower() for name in names if plain.match(name) and name.lower() not in common}):
    print(name)
