"""What is known by hand, and which names are safe to call an organization by.

A name is safe if it is not, in news, more often something else:
  * a single word must have four letters or more and be no ordinary word, no person's name, no
    place and no word for a people or a faith;
  * several words must not be a phrase of the dictionary, a place, or a given name and a surname.
An ordinary word is one that WordNet has in lower case (also inflected), or that is not in WordNet
and occurs at least COMMON times in the corpus behind symspellpy's list: at that count stand the
names that everyone knows, which are in the hand-written files.
"""
import collections
import re
import unicodedata

import entities
import packages
from entities import table_rows
from organization_sources import wordnet_lines

COMMON = 1_000_000
# WordNet's lexicographer files of people, of places, and of mountains and rivers.
PERSON, LOCATIONS = "18", ("15", "17")
# Where the first demonym is no adjective that stands before an institution.
ADJECTIVES = {"place/philippines": "Philippine", "place/lesotho": "Lesotho", "place/kiribati": "Kiribati",
              "place/greenland": "Greenlandic"}
# Read one by one: people, towns, universities and parliaments that the lists above lack, and words of other languages
# that several bear.
OTHER_NAMES = set("""
ahali albemarle alternativa avante avanza beazley boliden bollore bouygues bristow cambio comunes concordia
convergencia cummins danaher derichebourg durr ebara fokus forca fresnillo futuro gartner hakam hassad henkel
hornbach hubbell imtidad islah keio kongreso kubota landtag majles masco matson meiji moog nosotros obayashi okuma
palomar patrie progressistas puig republicanos respe respublica salzgitter schaeffler shimizu sobranie stryker
tennant trimble vicat vossloh whitbread wochenblatt
""".split()) | {"iron mountain", "otter tail", "ralph lauren", "steve madden"}
SMALL_WORDS = {"a", "an", "and", "at", "by", "da", "de", "del", "des", "di", "do", "du", "el", "et", "for",
               "from", "i", "in", "la", "of", "on", "the", "to", "und", "y", "&"}


def plain(name):
    """A name as it is compared: no accents, no case, no article, no stops."""
    name = unicodedata.normalize("NFKD", name.replace("’", "'").replace("–", "-"))
    name = "".join(c for c in name if not unicodedata.combining(c)).casefold()
    name = re.sub(r"[.,]", "", name).replace(" and ", " & ").replace("-", " ")
    name = re.sub(r"\s+", " ", name).strip()
    return name.removeprefix("the ")


def content(name):
    return [word for word in plain(name.replace("-", " ")).split() if word not in SMALL_WORDS]


def names_of(row):
    return [row["name"]] + [alias for alias in row.get("aliases", "").split("|") if alias]


class Known:
    def __init__(self):
        self.organizations = {}
        self.ids, self.within = set(), {}
        self.shapes = collections.defaultdict(set)
        rows = [row for file in entities.ORGANIZATIONS for row in table_rows(entities.FOLDER / file)]
        for row in rows:
            self.ids.add(row["id"])
            self.within[row["id"]] = row["in"]
            for name in names_of(row):
                self.organizations.setdefault(plain(name), row["id"])

        self.people, self.surnames = set(), set()
        for file in entities.PEOPLE:
            for row in table_rows(entities.FOLDER / file):
                self.people.update(plain(name) for name in names_of(row))
                self.surnames.add(plain(row["name"].split()[-1]))
        self.given = {plain(row["name"]) for row in table_rows(entities.FOLDER / "lexicon/given-names.tsv")}

        self.places, self.demonyms, self.countries, self.own = set(), {}, {}, {}
        for file in [*entities.PLACES, *entities.DERIVED_PLACES]:
            for row in table_rows(entities.FOLDER / file):
                self.places.update(plain(name) for name in names_of(row))
                demonyms = [word for word in row["demonyms"].split("|") if word]
                self.places.update(plain(word) for word in demonyms)
                # A country's own name before another place's alias.
                for rank, name in enumerate(names_of(row)):
                    kept = self.countries.get(plain(name))
                    if file == "places-countries.tsv" and (kept is None or rank == 0 and kept[0]):
                        self.countries[plain(name)] = (rank > 0, row["id"], row["name"])
                self.demonyms[row["id"]] = demonyms
                self.own[row["id"]] = {word for name in names_of(row)[:2] + demonyms for word in content(name)}
        for row in rows:
            self.shapes[row["in"]].update(self.shape(name, row["in"]) for name in names_of(row))
        self.other_words = {plain(row["word"]) for row in table_rows(entities.FOLDER / "lexicon/nationality-words.tsv")}

        self.words, self.phrases, self.capitalized = set(), set(), set()
        for part in ("noun", "verb", "adj", "adv"):
            for line in wordnet_lines(part):
                fields = line.split(" | ")[0].split()
                for i in range(int(fields[3], 16)):
                    word = fields[4 + 2 * i].split("(")[0].replace("_", " ")
                    if word != word.lower():
                        self.capitalized.add(plain(word))
                        if fields[1] in LOCATIONS:
                            self.places.add(plain(word))
                        elif fields[1] == PERSON:
                            self.people.add(plain(word))
                            self.surnames.add(plain(word.split()[-1]))
                    elif " " in word:
                        self.phrases.add(plain(word))
                    else:
                        self.words.add(word)
        frequencies = packages.of_python("symspellpy", "symspellpy/frequency_dictionary_en_82_765.txt")
        for line in frequencies.read_text(encoding="utf-8-sig").splitlines():
            word, count = line.split()
            if int(count) >= COMMON and word not in self.capitalized:
                self.words.add(word)

    def country(self, name):
        """The id and the name of a country or territory, or None."""
        kept = self.countries.get(plain(name))
        return kept and kept[1:]

    def adjective(self, country, name):
        """The word for what is of a country: `French`."""
        word = ADJECTIVES.get(country) or next(iter(self.demonyms.get(country, ())), None)
        # A New Zealander is a person, and there is no other word.
        return name if word and word.endswith("er") else word

    def shape(self, name, country):
        """What a name says besides its country: `Socialist Party of Serbia`, `Serbian Socialist Party`."""
        return frozenset(content(re.sub(r"[()]", "", name))) - self.own.get(country, set()) - {"party"}

    def is_known_in(self, country, name):
        """Whether an organization of that country has, by hand, another form of this name."""
        shape = self.shape(name, country)
        return bool(shape) and shape in self.shapes[country]

    def is_word(self, word):
        word = plain(word).removesuffix("'s").removesuffix("'")
        stems = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ed"),
                 word.removesuffix("d"), word.removesuffix("ing"), word.removesuffix("ing") + "e",
                 word.removesuffix("ies") + "y", word.removesuffix("er"), word.removesuffix("ers")}
        return bool(stems & self.words)

    def is_coined(self, word):
        """No word, no person's and no place's name that we know of."""
        if self.is_word(word):
            return False
        key = plain(word)
        # The Andersons are people too.
        return not any(form in names for form in (key, key.removesuffix("s")) for names in (
            self.given, self.surnames, self.people, self.places, self.other_words))

    def is_safe(self, name):
        key = plain(name)
        words = key.split()
        if len(key) < 4 or key in OTHER_NAMES or not any(c.isupper() for c in name):
            return False
        if key in self.people or key in self.places or key in self.phrases or key in self.other_words:
            return False
        if len(words) == 1:
            return len(key) > 3 and key.isalpha() and self.is_coined(name)
        # `Charles Schwab` is a person, `Edwards Lifesciences` is not.
        if words[0] in self.given and not any(self.is_word(word) for word in words[1:]):
            return False
        # `St. Joe` is a place, whichever it is.
        return words[0] not in ("st", "san", "santa")
