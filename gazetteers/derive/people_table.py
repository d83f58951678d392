"""What the derivations of people share: names compared, the hand-written rows, and the table that is written."""

import difflib
import functools
import pathlib
import re
import unicodedata

import entities

COLUMNS = "id name aliases kind gender titles descriptions demonyms in prominence ambiguous ids".split()
LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "ß": "ss", "æ": "ae",
                         "Æ": "AE", "œ": "oe", "ı": "i", "þ": "th", "ə": "a", "’": "'", "‘": "'", "ʻ": "'"})
SUFFIXES = {"jr", "sr"}


def ascii_of(text):
    """The text without accents."""
    text = unicodedata.normalize("NFD", text.translate(LETTERS))
    return "".join(c for c in text if not unicodedata.combining(c))


@functools.cache
def folded(name):
    """What two spellings of one name have in common: no accents, capitals, points, hyphens."""
    return " ".join(re.sub(r"[^a-z0-9 ]", "", ascii_of(name).lower().replace("-", " ")).split())


def slug(name):
    return re.sub(r"[^a-z0-9]+", "-", ascii_of(name).lower().replace("'", "").replace(".", "")).strip("-")


def read(name):
    """The rows of a file of the gazetteer, as dictionaries with lists where the column holds a list."""
    rows = []
    for row in entities.table_rows(entities.FOLDER / name):
        for column in ("aliases", "titles", "descriptions", "demonyms", "ambiguous", "ids"):
            row[column] = [item for item in row[column].split("|") if item]
        rows.append(row)
    return rows


def names_of(row):
    return [row["name"], *row["aliases"]]


class Places:
    """The hand-written places by name and by adjective; where two share one, the more prominent."""

    def __init__(self):
        self.by_name, self.by_demonym, self.within = {}, {}, {}
        rows = [row for name in entities.PLACES for row in read(name)]
        for row in sorted(rows, key=lambda row: (-int(row["prominence"] or 50), row["id"])):
            self.within[row["id"]] = row["in"]
            for name in names_of(row):
                self.by_name.setdefault(folded(name), row["id"])
            for word in row["demonyms"]:
                self.by_demonym.setdefault(word, row["id"])

    def country(self, place):
        """The country that a state or a part of it belongs to, or the place itself."""
        while (above := self.within.get(place, "")) and above not in REGIONS:
            place = above
        return place


REGIONS = {f"place/{name}" for name in """europe asia africa north-america central-america south-america oceania
middle-east caribbean caucasus central-asia east-asia south-asia southeast-asia antarctica arctic""".split()}


class Known:
    """The people who are already in a file, to be found again under any variant of the name."""

    def __init__(self, places, nicknames):
        self.places, self.nicknames = places, nicknames
        self.by_name, self.by_country, self.ids = {}, {}, set()
        for name in entities.PEOPLE:
            for row in read(name):
                self.add(row)

    def add(self, row):
        self.ids.add(row["id"])
        for name in names_of(row):
            self.by_name.setdefault(folded(name), []).append(row)
        country = self.by_country.setdefault(self.places.country(row["in"]), {})
        country[row["id"]] = row, [words_of(name) for name in names_of(row)]

    def same_given(self, one, other):
        """Whether two given names can be one person's: alike, a nickname, or two transliterations."""
        if alike(one, other) or one[:4] == other[:4]:
            return True
        of_one, of_other = self.nicknames.get(one, set()), self.nicknames.get(other, set())
        return other in of_one or one in of_other or bool(of_one & of_other)

    def find(self, names, country):
        """The row of the same person: the same name, or in the same country one that only is written otherwise."""
        for name in names:
            for row in self.by_name.get(folded(name), ()):
                return row
        wanted = [words_of(name) for name in names]
        for row, known in self.by_country.get(country, {}).values():
            if any(self.same(one, other, country) for one in wanted for other in known):
                return row
        return None

    def same(self, one, other, country):
        """Whether the words of one name are in the other's, or the given name and one word more are."""
        one, other = sorted((one, other), key=len)
        if len(one) < 2:
            return False
        if not {word[0] for word in one[1:]} & {word[0] for word in other}:
            return False
        # Surnames that only look alike are one where there are several transliterations: not Peary and Perry.
        match = str.__eq__ if country in ONE_SPELLING else alike
        rest = iter(other)
        if all(any(match(word, there) for there in rest) for word in one):
            return True
        in_both = sum(any(match(word, there) for there in other[1:]) for word in one[1:])
        return in_both > 0 and self.same_given(one[0], other[0])


ONE_SPELLING = {f"place/{name}" for name in """united-states united-kingdom ireland canada australia new-zealand france
germany italy spain austria netherlands belgium denmark norway sweden finland portugal""".split()}
PARTICLES = set("de del da do dos di du e y al el bin bint ben ibn ould von van der of the king queen sheikh sir dr".split())


@functools.cache
def words_of(name):
    """The words of a name that tell people apart."""
    name = re.sub(r"\babd[ae]?[ -]?[aeu]l?[ -]?(?=[a-z])", "abdul", folded(name))
    return tuple(word for word in name.split() if word not in PARTICLES and word not in SUFFIXES and len(word) > 1)


@functools.cache
def alike(one, other):
    """Whether two words are one, perhaps in two transliterations."""
    if one == other:
        return True
    if one[0] != other[0] or min(len(one), len(other)) < 3:
        return False
    if consonants(one) == consonants(other):
        return True
    # No more letters can be in both than these; the exact measure is slow.
    both = sum(min(one.count(letter), other.count(letter)) for letter in set(one))
    if 2 * both < 0.8 * (len(one) + len(other)):
        return False
    return difflib.SequenceMatcher(None, one, other).ratio() >= 0.8


@functools.cache
def consonants(word):
    word = word.replace("kh", "h").replace("q", "k").replace("c", "k").replace("v", "w").replace("j", "y").replace("z", "s")
    return re.sub(r"[aeiouyhw]", "", re.sub(r"(.)\1+", r"\1", word))


# Given names and surnames so frequent in the United States and Britain that a pair of them names many people.
GIVEN = set("""adam alan albert alex alice amy andrew ann anna anne anthony arthur ben benjamin bill bob bobby brian carl
carol charles charlie chris christopher dan daniel danny dave david dennis diana don donald ed edward elizabeth emily eric ernest
frank fred gary george glenn gordon greg harold harry helen henry howard jack james jane jason jeff jennifer jerry jim jimmy joe
joan john johnny jonathan joseph julie karen kate keith ken kenneth kevin larry laura lee lewis linda lisa louis margaret maria
mark martin mary matt matthew melissa michael michelle mike nancy nicholas nick pat patricia patrick paul peter phil philip
rachel ralph ray raymond rebecca richard rick rob robert roger ron ronald roy russell ruth ryan sam samuel sandra sara sarah
scott sean simon stephanie stephen steve steven stuart sue susan ted thomas tim timothy todd tom tony walter wayne will
william""".split())
SURNAMES = set("""adams alexander allen anderson bailey baker barnes barrett bell bennett black boyd bradley brooks brown
bryant burns butler campbell carey carr carter chapman clark clarke cole coleman collins cook cooper cox crawford cruz
cunningham davidson davies davis dean diaz dixon douglas duncan dunn edwards ellis evans ferguson fisher flores ford foster
fox freeman garcia gardner gibson gomez gonzalez gordon graham grant gray green greene griffin hall hamilton hansen harper
harris harrison hart harvey hawkins hayes henderson henry hernandez hicks hill holmes howard hudson hughes hunt hunter jackson
james jenkins johnson johnston jones jordan joyce kelly kennedy king knight lawrence lee lewis long lopez lucas marshall
martin martinez mason matthews mcdonald miller mills mitchell moore morgan morris morrison murphy murray myers nelson
newman nichols oliver owens palmer parker patterson payne perez perkins perry peters peterson phillips pierce porter powell
price ramirez ray reed reid reynolds rice richards richardson riley rivera roberts robertson robinson rodriguez rogers rose
ross russell ryan sanchez sanders schmidt scott shaw simmons simpson smith snyder spencer stephens stevens stewart stone
sullivan taylor thomas thompson torres tucker turner wagner walker wallace ward warren washington watkins watson watts
weaver webb webster welch wells west wheeler white williams willis wilson wood woods wright young""".split())


def is_common(name):
    """Whether a name is borne by many, so that it mostly means somebody else."""
    words = folded(name).split()
    return len(words) == 2 and words[0] in GIVEN and words[1] in SURNAMES


class Genders:
    """The gender that a given name tells, of the lexicon's lists."""

    def __init__(self):
        self.of_name = {}
        for name in ("lexicon/given-names.tsv", "lexicon/given-names-more.tsv"):
            for line in (entities.FOLDER / name).read_text(encoding="utf-8").splitlines():
                if line and not line.startswith("#") and line != "name\tgender":
                    given, gender = line.split("\t")
                    self.of_name[given.lower()] = gender

    def of(self, given):
        gender = self.of_name.get(ascii_of(given).lower(), "")
        return gender if gender in ("male", "female") else ""


def nicknames_of(names_csv):
    """Given name to its nicknames, of the package nicknames; only used to see that two rows are one person."""
    found = {}
    for line in pathlib.Path(names_csv).read_text(encoding="utf-8").splitlines()[1:]:
        given, _, nickname = line.strip().split(",")
        found.setdefault(given, set()).add(nickname)
    return found


def write(name, head, rows):
    """Writes a table in the order of the ids, the same bytes each time."""
    lines = [f"# {line}" for line in head] + ["\t".join(COLUMNS)]
    for row in sorted(rows, key=lambda row: row["id"]):
        fields = [row.get(column, "") for column in COLUMNS]
        lines.append("\t".join("|".join(field) if isinstance(field, list) else str(field) for field in fields))
    (entities.FOLDER / name).write_bytes(("\n".join(lines) + "\n").encode("utf-8"))
    print(f"{name}: {len(rows)} people")
