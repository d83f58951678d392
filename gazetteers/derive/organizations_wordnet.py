"""Groups that WordNet knows as organizations."""
import functools

from organization_names import SMALL_WORDS, content
from organization_sources import wordnet_lines

FILE = "organizations-wordnet.tsv"
HEAD = """
whosaid gazetteer: agencies, alliances, parties, armed groups and the like, many of them of history.
Source: WordNet 3.0 (Debian wordnet-base 1:3.0-37), Copyright 2006 by Princeton University, all rights reserved;
WordNet licence (see NOTICE-wordnet.txt). As of 2006, derived 2026-11-21.
"""
GROUP = "14"
# What WordNet also counts as organizations and news does not call one by its name.
OTHER_THINGS = {"religion", "sect", "cult", "denomination", "faith", "Judaism", "Buddhism", "Hinduism", "Islam",
                "state", "order", "religious order", "youth subculture", "school", "team", "expedition", "family",
                "host", "empire", "film industry", "blue", "marine", "duo", "customs union", "school system"}

# Sorts of things, parts of names, plural things and mistaken names that WordNet has as if they were names.
NOT_NAMES = {"Real Estate Investment Trust", "Home Loan Bank", "Federal Reserve Bank", "Naval Special Warfare",
             "Office of Inspector General", "Patent and Trademark Office Database", "Liberal Democrat Party",
             "Five Nations", "Six Nations", "Storm Troops", "Bureau of Customs", "Customs Bureau", "Gironde", "Porte",
             "United States Trade Representative", "Department of Energy Intelligence",
             "Naval Underwater Warfare Center", "Council on Environmental Policy",
             "United Nations Crime Prevention and Criminal Justice"}
# Under another name known by hand.
KNOWN = {"Council of Economic Advisors", "Mujahedeen Khalq", "Pesh Merga", "United States Cabinet"}
# The other acronyms mean other things today.
ACRONYMS = {"GATT", "ROTC"}
SPELLED = {"Criminal Intelligence Services of Canada": "Criminal Intelligence Service Canada",
           "Federal Law Enforcement Training Center": "Federal Law Enforcement Training Centers",
           "Department of Health Education and Welfare": "Department of Health, Education and Welfare"}


def synsets():
    table = {}
    for line in wordnet_lines("noun"):
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = [fields[4 + 2 * i].replace("_", " ") for i in range(count)]
        start = 5 + 2 * count
        pointers = [(fields[start + 4 * i], fields[start + 1 + 4 * i]) for i in range(int(fields[start - 1]))]
        table[fields[0]] = (fields[1], words, pointers)
    return table


def derive(known, table):
    nouns = synsets()

    @functools.cache
    def above(offset):
        parents = [to for mark, to in nouns[offset][2] if mark in ("@", "@i") and to in nouns]
        return frozenset(parents).union(*(above(parent) for parent in parents))

    organization = next(o for o, (file, words, _) in nouns.items() if file == GROUP and words[0] == "organization")
    rows, dropped = [], 0
    for offset, (file, words, pointers) in nouns.items():
        if file != GROUP or organization not in above(offset):
            continue
        kinds = {word for parent in above(offset) for word in nouns[parent][1]}
        words = [SPELLED.get(word, word) for word in words]
        proper = [word for word in words if is_proper(word)]
        # A synset with others below it is a sort of thing (Communist Party), not a thing.
        general = any(mark in ("~", "~i") for mark, _ in pointers)
        if not proper or proper[0] != words[0] or words[0] in NOT_NAMES | KNOWN:
            continue
        proper = [word for word in proper if word not in NOT_NAMES]
        names = [word for word in proper
                 if known.is_safe(word) and not is_acronym(word) and not is_general(word, known)]
        names += [word for word in proper if word in ACRONYMS]
        regions = [nouns[to][1] for mark, to in pointers if mark == ";r"]
        if kinds & OTHER_THINGS or general or names[:1] != proper[:1] or any(table.is_taken(name) for name in proper):
            dropped += 1
            continue
        places = [place for region in regions for place in [first(known, region)] if place]
        rows.append(table.row(names, places[0] if len(regions) == 1 and places else "", 20, (), "wordnet"))
    return rows, dropped


def first(known, names):
    return next((place[0] for place in map(known.country, names) if place), None)


def is_proper(name):
    words = name.replace("-", " ").split()
    return all(word[0].isupper() or word[0].isdigit() or word in SMALL_WORDS for word in words) and name[0].isupper()


def is_general(name, known):
    """Two ordinary words: `Foreign Service`, `American Party`."""
    words = content(name)
    return len(words) < 3 and all(known.is_word(word) or word in known.places for word in words)


def is_acronym(name):
    return " " not in name and sum(c.isupper() for c in name) > 1
