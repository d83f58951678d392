"""Whether a name is doubtful: an ordinary word, a given name, a surname, or already the name of something else.

A false mention hurts more than a missing town, so a doubtful name is left out unless what it names is so large that
news means it about as often; then the name goes into `ambiguous`.
"""
import re

import entities
import packages
import wordnet

# The lists of SCOWL grow by how rare their words are (10 to 95). Up to this one a word is ordinary.
ORDINARY = 70
# A surname counts if it is among so many of the most frequent of the US census of 1990 ...
SURNAMES = 20_000
# ... but of Japan every one of the list, for Japanese cities bear surnames.
ALL_SURNAMES = {"JP"}
# So many people make a city worth a doubtful name.
WORTH_IT = 1_000_000
# Short names stand for too much, a syllable, an acronym, a surname of some country: by their letters, how many people
# they need.
SHORT = {1: 10**8, 2: 10**8, 3: 2_000_000, 4: 500_000, 5: 200_000}
# Where English is spoken, ordinary words name places ("Round Rock"); elsewhere such a name is a translation or a mistake.
ENGLISH = set("US CA GB IE AU NZ ZA".split())
DIRECTIONS = set("north south east west northern southern eastern western central upper lower greater old new".split())
# Where a place may bear the full name of a person, given name first.
PERSONAL = set("AR BO BR CA CL CO CR CU DE DO EC ES FR GT HN IT MX NI PA PE PH PT PY SV US UY VE".split())

CLEAR, AMBIGUOUS, DROP = range(3)

# First words that make two words a place and no person.
PLACE_OPENERS = set("new port fort san santa santo são saint st el al la las los le les ciudad villa puerto nova cape lake mount".split())


class Judge:
    def __init__(self):
        self.words, self.rare_words = scowl()
        self.given = {row[0].lower() for row in lexicon("given-names.tsv") + lexicon("given-names-more.tsv")}
        self.surnames = {}
        path = packages.of_python("names", "names/dist.all.last")
        for rank, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            self.surnames[line.split()[0].lower()] = rank
        for file in ("function-words", "nationality-words", "calendar", "titles", "roles", "organization-heads", "abbreviations"):
            self.words |= {row[0].lower() for row in lexicon(f"{file}.tsv")}
        places = entities.read(entities.PLACES)
        for row in places:
            self.words |= {entities.key(demonym) for demonym in entities.items(row.cells["demonyms"])}
        self.places = names_of(places)
        # What WordNet writes with a capital and knows as something else than a place (Americana, Shangri-la). Buildings
        # and bodies called after a city do not count.
        self.other_things = other_things(wordnet.nouns().values())
        self.others = names_of(entities.read(entities.PEOPLE + entities.ORGANIZATIONS))

    def of(self, name, size, country=None):
        """The verdict on a name of something of that many people."""
        key = entities.key(name)
        words = key.split()
        if key in self.places or key in self.other_things or not words:
            return DROP
        if key in self.others:
            return AMBIGUOUS if size >= WORTH_IT else DROP
        if len(words) > 1:
            return DROP if self.is_person(words, country) or self.is_phrase(words, country) else CLEAR
        if key in self.words:
            return AMBIGUOUS if size >= WORTH_IT else DROP
        if size < SHORT.get(len(key), 0):
            return DROP
        if key in self.given or self.surnames.get(key, SURNAMES) < SURNAMES or key in self.surnames and country in ALL_SURNAMES:
            return AMBIGUOUS if size >= WORTH_IT else DROP
        return AMBIGUOUS if key in self.rare_words else CLEAR

    def is_person(self, words, country):
        """A given name and a surname."""
        if words[0] not in self.given or words[0] in PLACE_OPENERS:
            return False
        return country in PERSONAL or self.surnames.get(words[-1], SURNAMES) < SURNAMES

    def is_phrase(self, words, country):
        """Ordinary words throughout, or a side of another place."""
        rest = [word for word in words if word not in DIRECTIONS]
        is_ordinary = all(word in self.words for word in rest)
        if len(rest) < len(words) and (is_ordinary or " ".join(rest) in self.places and country in ENGLISH):
            return True
        return is_ordinary and country not in ENGLISH


def other_things(synsets):
    """The names with capitals of what is on no map."""
    things, places = set(), set()
    for synset in synsets:
        names = {entities.key(name) for name in synset["names"] if name[0].isupper()}
        # A kind of place that no place is an instance of is none on a map (Shangri-la, a paradise).
        if synset["field"] in (wordnet.LOCATION, wordnet.OBJECT) and synset["kinds"]:
            places |= names
        elif synset["field"] not in (wordnet.ARTIFACT, wordnet.GROUP) or not synset["kinds"]:
            things |= names
    return things - places


def scowl():
    """The ordinary words in small letters, and the rare ones."""
    ordinary, rare = set(), set()
    folder = packages.of_others("scowl", "usr/share/dict/scowl")
    for path in sorted(folder.glob("*-words.*")):
        size = int(path.suffix[1:])
        words = {word.removesuffix("'s") for word in path.read_text(encoding="iso-8859-1").splitlines()}
        if size <= ORDINARY:
            ordinary |= words
        elif size <= 80:
            rare |= words
    return ordinary, rare


def lexicon(file):
    lines = (entities.FOLDER / "lexicon" / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def names_of(rows):
    return {entities.key(name) for row in rows for name in row.names}
