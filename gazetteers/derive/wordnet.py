"""WordNet's nouns."""
import re

import packages

# Numbers of WordNet's lexicographer files: what a noun is about.
ARTIFACT, GROUP, LOCATION, OBJECT = 6, 14, 15, 17

ROW = re.compile(r"^\d{8} ")


def nouns():
    """By offset: names, kinds of which it is an instance, wholes of which it is a part."""
    synsets = {}
    path = packages.of_others("wordnet-base", "usr/share/wordnet/data.noun")
    for line in path.read_text(encoding="ascii").splitlines():
        if not ROW.match(line):
            continue
        facts, _, gloss = line.partition(" | ")
        fields = facts.split()
        names_end = 4 + 2 * int(fields[3], 16)
        pointers = [tuple(fields[at : at + 2]) for at in range(names_end + 1, len(fields), 4)]
        synsets[fields[0]] = {
            "field": int(fields[1]),
            "names": [re.sub(r"\(.*\)$", "", name).replace("_", " ") for name in fields[4:names_end:2]],
            "kinds": [offset for pointer, offset in pointers if pointer == "@i"],
            "wholes": [offset for pointer, offset in pointers if pointer == "#p"],
            "gloss": gloss,
        }
    return synsets
