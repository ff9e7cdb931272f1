"""Writes nicknames.tsv from nicknames.csv of github.com/carltonnorthern/nicknames: python3 nicknames-from-csv.py CSV."""
import collections
import csv
import sys

names = collections.defaultdict(set)
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8")):
    if row["relationship"] == "has_nickname":
        names[row["name1"].strip().lower()].add(row["name2"].strip().lower())
with open("nicknames.tsv", "w", encoding="utf-8") as out:
    out.write("# given name\tits nicknames; see README.md\n")
    for name in sorted(names):
        out.write(name + "\t" + " ".join(sorted(x for x in names[name] if " " not in x and x != name)) + "\n")
