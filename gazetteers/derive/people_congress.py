"""Members of the United States Congress that the hand-written list lacks."""

import re

from people_table import folded, is_common, names_of, slug

HEAD = [
    "People: members of the United States Congress whom people-us.tsv lacks.",
    "Source: resources/seeds/congress_members.json of PyPI insider-scanner 2.0.0 (MIT), which holds the list",
    "unitedstates/congress-legislators (public domain) of June 2026. Offices are of that date.",
    "Derived by gazetteers/derive/people.py, which says how; do not edit.",
]
STATES = """AL alabama AK alaska AZ arizona AR arkansas CA california CO colorado CT connecticut DE delaware FL florida
GA georgia-us-state HI hawaii ID idaho IL illinois IN indiana IA iowa KS kansas KY kentucky LA louisiana ME maine
MD maryland MA massachusetts MI michigan MN minnesota MS mississippi MO missouri MT montana NE nebraska NV nevada
NH new-hampshire NJ new-jersey NM new-mexico NY new-york NC north-carolina ND north-dakota OH ohio OK oklahoma
OR oregon PA pennsylvania RI rhode-island SC south-carolina SD south-dakota TN tennessee TX texas UT utah VT vermont
VA virginia WA washington-state WV west-virginia WI wisconsin WY wyoming DC washington PR puerto-rico GU guam
AS american-samoa MP northern-mariana-islands VI us-virgin-islands""".split()
STATE = {code: f"place/{name}" for code, name in zip(STATES[::2], STATES[1::2])}
TERRITORIES = "DC PR GU AS MP VI".split()


def called(member):
    """The given name in news: the official nickname before the first name."""
    nickname = re.search(r'"(.+?)"|\((.+?)\)', member["official_name"] + " " + member["first_name"])
    by_hand = CALLED.get(f"{member['first_name']} {member['last_name']}")
    if by_hand or nickname:
        return by_hand or nickname.group(1) or nickname.group(2)
    official = member["official_name"].split()[0]
    return official if len(official) < len(member["first_name"]) and "." not in official and " " not in member["first_name"] else member["first_name"]


def titles(chamber, code, gender):
    if chamber == "Senate":
        return ["Senator"]
    if code == "PR":
        return ["Resident Commissioner", "Representative"]
    office = {"male": ["Congressman"], "female": ["Congresswoman"]}.get(gender, [])
    return (["Delegate"] if code in TERRITORIES else ["Representative"]) + office


def derive(members, known, genders, report):
    rows = []
    for member in members:
        formal = re.sub(r" ?\(.*?\)", "", member["first_name"])
        name = f"{called(member)} {member['last_name']}"
        place = STATE[member["state"]]
        gender = GENDERS.get(name) or genders.of(name.split()[0])
        office = titles(member["chamber"], member["state"], gender)
        bioguide = f"bioguide={member['bioguide_id']}"
        same = find(known, member, name, place)
        if same:
            check(same, name, place, office, bioguide, gender, report)
            continue
        row = {"id": f"person/{slug(name)}", "name": name, "aliases": [f"{formal} {member['last_name']}"] if has_formal(formal, name, member["last_name"]) else [], "kind": "person", "gender": gender,
               "ambiguous": [name] if is_common(name) or name in NAMESAKES else [], "titles": office, "in": place, "prominence": 34 if member["chamber"] == "Senate" else 26, "ids": [bioguide]}
        if row["id"] in known.ids:
            row["id"] += "-" + member["state"].lower()
        rows.append(row)
    for row in rows:
        known.add(row)
    return rows


# Whom news calls otherwise than the source does in any of its fields.
CALLED = {
    "W. Steube": "Greg", "C. Franklin": "Scott", "H. Griffith": "Morgan", "J. Correa": "Lou", "Bradley Schneider": "Brad", "Daniel Meuser": "Dan",
    "Donald Norcross": "Don", "Donald Davis": "Don", "Gregory Murphy": "Greg", "Christopher Smith": "Chris", "Joseph Morelle": "Joe",
    "James Baird": "Jim", "Robert Latta": "Bob", "Robert Wittman": "Rob", "Robert Menendez": "Rob", "Robert Onder": "Bob",
    "Robert Bresnahan": "Rob", "Thomas Kean": "Tom", "Thomas Tiffany": "Tom", "Timothy Kennedy": "Tim", "William Keating": "Bill",
    "Mary Scanlon": "Mary Gay", "Nicholas Langworthy": "Nick", "Patrick Ryan": "Pat", "Gilbert Cisneros": "Gil",
    "Herbert Conaway": "Herb", "Abraham Hamadeh": "Abe",
}
# Whose formal name is nobody's in news, or a father's who held an office too.
NEVER_FORMAL = {"Buddy Carter", "Burgess Owens", "Rick Crawford", "Rob Menendez", "Tom Kean", "Nikki Budzinski", "Chuck Edwards"}
# Whose names others in the news bear: a governor, an actress, a footballer.
NAMESAKES = {"Tom Kean", "Laura Friedman", "Kelly Morrison", "Adrian Smith", "Darren Soto", "John Rutherford", "Mike Levin",
             "Kevin Mullin", "Stephen Lynch", "Troy Carter", "Sara Jacobs", "Laurel Lee", "John Larson", "John McGuire", "Michael Cloud",
             "Susie Lee", "Scott Franklin", "Russell Fry", "Deborah Ross", "Joe Courtney", "Derek Schmidt", "Eric Sorensen", "Gabe Evans",
             "Josh Riley", "Austin Scott", "Scott Fitzgerald", "Juan Vargas", "Raul Ruiz", "Vicente Gonzalez", "Norma Torres", "Trent Kelly",
             "Dwight Evans", "Sylvia Garcia", "Ben Cline", "Brian Jack", "Ed Case", "Craig Goldman", "Michael Guest"}


def has_formal(formal, name, surname):
    """Whether news also uses the formal given name, and means this member by it."""
    return len(formal) > 2 and not name.startswith(formal) and name not in NEVER_FORMAL and not is_common(f"{formal} {surname}")


# Given names that either sex has, or whose lexicon entry is of the other.
GENDERS = {
    "Kat Cammack": "female", "Nikki Budzinski": "female", "Pat Fallon": "male", "Pat Ryan": "male", "Tracey Mann": "male", "Cleo Fields": "male", "Burgess Owens": "male", "Val Hoyle": "female", "Chris Smith": "male",
    "Addison McDowell": "male", "Andrea Salinas": "female", "August Pfluger": "male", "Chris Deluzio": "male", "Chris Pappas": "male",
    "Dale Strong": "male", "Darin LaHood": "male", "Kelly Morrison": "female", "Kim Schrier": "female",
    "Kristen McDonald Rivet": "female", "Kweisi Mfume": "male", "Laurel Lee": "female", "Lois Frankel": "female",
    "Marlin Stutzman": "male", "Morgan Griffith": "male", "Morgan Luttrell": "male", "Morgan McGarvey": "male", "Pat Harrigan": "male",
    "Riley Moore": "male", "Salud Carbajal": "male", "Sydney Kamlager-Dove": "female", "Greg Steube": "male",
    "Yassamin Ansari": "female", "Aumua Amata Radewagen": "female", "Lou Correa": "male", "Scott Franklin": "male", "Lindsey Graham": "male",
}


HOUSE = {"Representative", "Congressman", "Congresswoman", "Speaker", "Delegate", "Resident Commissioner"}


def find(known, member, name, place):
    """The hand-written row of a member: the same chamber, surname, and a like given name, best of the same state."""
    surname, offices = folded(member["last_name"]), {"Senator"} if member["chamber"] == "Senate" else HOUSE
    givens = {folded(name).split()[0], *folded(member["first_name"]).split()[:1], *folded(member["official_name"]).split()[:2]}
    for home in (place, "place/united-states"):
        for row, _ in known.by_country["place/united-states"].values():
            if row["in"] != home or not offices & set(row["titles"]):
                continue
            for words in map(folded, names_of(row)):
                if words.endswith(" " + surname) and any(known.same_given(given, words.split()[0]) for given in givens):
                    return row
    return None


def check(row, name, place, office, bioguide, gender, report):
    """Says where the hand-written row and the source disagree."""
    if office[0] not in row["titles"]:
        report(f"{row['id']}: titles {'|'.join(row['titles'])}, source {office[0]}")
    if row["in"] != place:
        report(f"{row['id']}: in {row['in']}, source {place}")
    if gender and row["gender"] != gender:
        report(f"{row['id']}: gender {row['gender']}, given name says {gender}")
    if bioguide not in row["ids"]:
        report(f"{row['id']}: lacks {bioguide}")
