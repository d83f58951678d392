"""News publishers: fundus."""
import ast
import re

import packages

FILE = "organizations-publishers.tsv"
HEAD = """
whosaid gazetteer: newspapers, broadcasters and news sites.
Source: PyPI fundus 0.5.7, MIT licence, (c) 2023 Max Dallabetta, Conrad Dobberstein, Aaron Wey
(see NOTICE-fundus.txt). As of 2026-08, derived 2026-11-21.
"""
# The folders of fundus are codes of countries, but for these.
FOLDERS = {"gl": "Greenland", "ind": "India", "isl": "Iceland", "id": "Indonesia"}
COUNTRIES = {
    "at": "Austria", "au": "Australia", "be": "Belgium", "ca": "Canada", "ch": "Switzerland", "cn": "China",
    "cz": "Czech Republic", "de": "Germany", "dk": "Denmark", "es": "Spain", "fr": "France", "il": "Israel",
    "it": "Italy", "jp": "Japan", "kr": "South Korea", "lb": "Lebanon", "li": "Liechtenstein", "ls": "Lesotho",
    "lt": "Lithuania", "lu": "Luxembourg", "mx": "Mexico", "my": "Malaysia", "na": "Namibia", "no": "Norway",
    "pl": "Poland", "pt": "Portugal", "py": "Paraguay", "ru": "Russia", "se": "Sweden", "tr": "Turkey",
    "tw": "Taiwan", "tz": "Tanzania", "ua": "Ukraine", "uk": "United Kingdom", "us": "United States",
    "vn": "Vietnam", "za": "South Africa",
} | FOLDERS
# Written otherwise by the publisher itself.
SPELLED = {"der Freitag": "Der Freitag", "FreiePresse": "Freie Presse", "Gamestar": "GameStar",
           "Nikkan Geadai": "Nikkan Gendai", "SeznamZpravy": "Seznam Zpravy", "Zwanzig Minuten": "20 Minuten"}
# Another name of one that is known by hand.
KNOWN = {"Anadolu Ajansı", "Associated Press News", "NTVTR", "Politico EU"}
# What news says of other things too: the rest of the world.
PHRASES = {"Rest of World", "World Truth"}
# Of every country or of none: the folder says where one edition is made.
WORLDWIDE = re.compile(r"^(Euronews|Vogue|Business Insider|AFP|Nature)\b")


def publishers():
    root = packages.of_python("fundus", "fundus/publishers")
    for path in sorted(root.glob("*/__init__.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Publisher":
                for keyword in node.keywords:
                    if keyword.arg == "name" and isinstance(keyword.value, ast.Constant):
                        yield path.parent.name, keyword.value.value


def derive(known, table):
    rows, dropped = [], 0
    for folder, written in publishers():
        full = re.sub(r"\s*\([^)]*\)$", "", written)
        full = SPELLED.get(full, full)
        names = [name for name in [full.removeprefix("The ")] if known.is_safe(name)]
        if not names or full in KNOWN or table.is_taken(full) or WORLDWIDE.match(full):
            dropped += 1
            continue
        place = known.country(COUNTRIES[folder])
        rows.append(table.row(names, place[0] if place else "", 25, (), f"of-{folder}", PHRASES))
    return rows, dropped
