#!/usr/bin/env python3
"""Derive gazetteers/organizations-world.tsv, -listed.tsv, -publishers.tsv and -wordnet.tsv: what the files written by
hand lack. Each of the modules below says what it takes from which source.

What counts as a name of an organization here is decided in organization_names.py: a false mention costs more than a
small company that is missed.
"""
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
