#!/usr/bin/env python3
"""Makes the gazetteer's table of those who led countries, from a table of office holders (one term a line: name, aliases, country, kind, start, end, source).

    leaders.py OFFICEHOLDERS.tsv… > ingest/gazetteer/data/leaders.tsv

Kept are heads of state and government and ministers for foreign affairs, defence, finance and the interior, of countries, from sources that are in the public domain (CC0) or ask for
nothing but to be named (ifg: the Institute for Government's Ministers Database, CC BY 4.0).
"""
import collections, csv, re, sys

KINDS = {"head_of_state": "state", "head_of_government": "government", "foreign": "foreign", "defence": "defence", "finance": "finance", "interior": "interior"}


def main():
    terms = collections.defaultdict(list)
    names = collections.defaultdict(dict)
    for path in sys.argv[1:]:
        for r in csv.DictReader(open(path, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
            if r["kind"] not in KINDS or not re.fullmatch("[A-Z]{2}", r["country"]) or "wlc" in r["source"]:
                continue
            key = r["country"], r["name"]
            terms[key].append(f"{KINDS[r['kind']]} {r['start'][:4]}-{r['end'][:4]}")
            for alias in r["aliases"].split("|"):
                if alias and alias != r["name"] and alias.isascii():
                    names[key][alias] = True
    print("# Made by training/leaders.py: who led a country or its ministries since 1990. country, name, other names, terms")
    for (country, name), spans in sorted(terms.items()):
        print("\t".join([country, name, "|".join(names[country, name]), "|".join(dict.fromkeys(spans))]))


main()
