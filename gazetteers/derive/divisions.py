"""First-order divisions of countries with their ISO 3166-2 codes, from CLDR."""
import re

import entities
import packages

# CLDR has the names of a time before ISO numbered these countries' divisions anew: the same codes mean others now.
STALE = {"IR", "MA"}
# The divisions of CLDR are groups of islands, and what they contain are the provinces.
GROUPED = {"ID"}

# What a division is called beside its name.
KINDS = re.compile(
    r"\b(oblast|oblysy|province|region|state|prefecture|governorate|republic of|republic|krai|okrug|autonomous|county|"
    r"department|division|district|community|chartered|free|metropolitan|territory)\b"
)


def divisions():
    """By country code: the ISO 3166-2 codes and English names of its first-order divisions."""
    contained = packages.read_json(packages.of_others("cldr-core", "supplemental/subdivisionContainment.json"))
    aliases = packages.read_json(packages.of_others("cldr-core", "supplemental/aliases.json"))
    replaced = aliases["supplemental"]["metadata"]["alias"]["subdivisionAlias"]
    english = packages.read_json(packages.of_others("cldr-subdivisions-full", "subdivisions/en/en.json"))
    names = english["subdivisions"]["localeDisplayNames"]["subdivisions"]
    groups = contained["supplemental"]["subdivisionContainment"]
    found = {}
    for country, parts in groups.items():
        if len(country) == 2 and country.isupper() and country not in STALE:
            codes = parts["_contains"]
            if country in GROUPED:
                codes = codes + [code for group in codes for code in groups.get(group, {"_contains": []})["_contains"]]
            codes = [code for code in codes if code in names and code not in replaced]
            found[country] = [(f"{country}-{code[2:].upper()}", cleaned(names[code])) for code in codes]
    return found


def cleaned(name):
    """CLDR's name without superscripts and with plain apostrophes."""
    return re.sub(r"[¹²³⁴]", "", name).replace("’", "'").replace("–", "-").strip()


def stem(name):
    """Equal for `Bryansk`, `Bryansk Oblast` and `Bryansk Region`."""
    return " ".join(KINDS.sub(" ", entities.key(name)).split())
