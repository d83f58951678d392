#!/usr/bin/env python3
"""Derive gazetteers/places-wordnet.tsv: seas, regions, islands, mountains, rivers, parks and landmarks of WordNet.

Kept is what WordNet has as an instance of one of KINDS, unless it is of the past or of no map (BYGONE), a place of the
other files has one of its names, or all its names are doubtful (doubt.py). A name that two of WordNet's places have is
none.
"""
import re

import doubt
import entities
import geonames
import packages
import wordnet

KINDS = set("""
archipelago|atoll|Aegean island|avenue|bay|borough|canal|cantilever bridge|cape|channel|city district|continent|
county|dam|desert|district|estuary|firth|forest|geographical area|glacier|gorge|government building|gulf|hill|inlet|
island|isthmus|lake|loch|mausoleum|memorial|mountain|mountain peak|museum|national park|ocean|palace|park|pass|
peninsula|plain|promontory|range|reef|region|reservoir|residential district|river|sea|ship canal|skyscraper|sound|
statue|steel arch bridge|strait|street|suspension bridge|tableland|tower|trench|valley|vicinity|volcano|waterfall
""".replace("\n", "").split("|"))

# Of a gloss: what was, is told of, or lies in the sky or on the Moon.
BYGONE = re.compile(
    r"\b(ancient|antiquity|former|formerly|once|old name|myth|mytholog\w*|legend\w*|fabled|fictional|biblical|bible|old testament|"
    r"prehistoric|medieval|extinct|roman|greek republic|colony|battle\w*|star|sky|lunar|moon|planet|layer|earth's|"
    r"hemisphere|atmosphere|world war|bc|b\.c\.|imaginary|heaven|hell|hades|sunken|destroyed|siege|was|hypothetical|"
    r"ionosphere|supercontinent|purchased|colonies)\b"
)
# As many people as a place of WordNet is taken to have where a name is judged.
SIZE = 100_000
PROMINENCE = 30
# Mistakes of WordNet's, and names that are no longer used.
NOT_NAMES = set("""
Ranier|Mount Ranier|Mt. Ranier|Mount Tacoma|Mount Ranier National Park|Nihau Island|Stalin Peak|Mobuto Lake|Lake Tsana|
Kattegatt|Irtish|Irtish River|East India|Lothian Region|Cape Verde Islands|Madeira Islands|Platt National Park|Abruzzi|Kara Kum
""".replace("\n", "").split("|"))
# What the thing is, as a part of its name.
HEADS = set("""
archipelago basin bay bridge canal canyon cape caverns chain channel coast dam desert falls firth forest glacier gorge gulf
highlands hill hills island islands isle isles isthmus lake land loch mount mountain mountains narrows ocean park pass peak
peninsula plain plateau point range reef river sea sound strait street tower towers trench tunnel valley volcano
""".split())
# A name with one of these and no head is a saint's, or half a phrase.
OPENERS = set("saint st san santa santo sao el la los las le les the lower upper".split())


def main():
    synsets = wordnet.nouns()
    judge = doubt.Judge()
    earlier = entities.read([*entities.PLACES, "places-geonames.tsv"])
    known = doubt.names_of(earlier)
    taken = {row.id for row in earlier}
    towns = {entities.key(city.name) for city in geonames.cities(15_000)}
    # What a place is said to be in: countries and their parts.
    places = geonames.Places()
    owners = {}
    for row in places.rows:
        if row.id in places.country_codes or geonames.SUBDIVISION_SECTIONS.match(row.section):
            for name in row.names:
                owners.setdefault(entities.key(name), set()).add(row.id)

    found = []
    for synset in synsets.values():
        kinds = {name for kind in synset["kinds"] for name in synsets[kind]["names"]}
        if kinds & KINDS and not BYGONE.search(synset["gloss"].lower()):
            if not any(entities.key(name) in known for name in synset["names"]):
                found.append((synset, [name for name in proper(synset["names"]) if entities.key(name) not in towns]))
    count = {}
    for _, names in found:
        for key in {entities.key(name) for name in names}:
            count[key] = count.get(key, 0) + 1

    rows = []
    for synset, names in found:
        clear = [name for name in names if count[entities.key(name)] == 1 and judge.of(name, SIZE) == doubt.CLEAR]
        if not clear or f"place/{entities.slug(clear[0])}" in taken:
            continue
        wholes = [synsets[whole]["names"] for whole in synset["wholes"]]
        within = {id for names in wholes for id in owners.get(entities.key(names[0]), set())}
        rows.append({
            "id": f"place/{entities.slug(clear[0])}",
            "name": clear[0],
            "kind": "place",
            "aliases": clear[1:],
            # Of a river through several countries, none.
            "in": within.pop() if len(wholes) == len(within) == 1 else "",
            "prominence": PROMINENCE,
        })
        taken.add(rows[-1]["id"])
    entities.write(
        "places-wordnet.tsv",
        [
            "whosaid gazetteer: seas, regions, islands, mountains, rivers, parks and landmarks that the other files lack.",
            f"Source: WordNet 3.0, (c) 2006 Princeton University, by way of Debian's {packages.source('wordnet-base')}; WordNet licence.",
            "Derived by gazetteers/derive/wordnet_places.py, which says how; do not edit. Notice: NOTICE-wordnet.txt.",
        ],
        rows,
    )


def proper(names):
    """The names that news has, those that say what the thing is if there are any."""
    words = {name: re.sub(r"[.]", "", name).lower().split() for name in names}
    is_headed = {name: len(words[name]) > 1 and not HEADS.isdisjoint(words[name]) for name in names}
    fit = [
        name
        for name in names
        if name not in NOT_NAMES
        and all(word[0].isupper() or word in ("of", "the", "and", "de", "del", "al-Khali") for word in name.split())
        and (is_headed[name] or words[name][0] not in OPENERS)
    ]
    return [name for name in fit if is_headed[name]] or fit[:1]


if __name__ == "__main__":
    main()
