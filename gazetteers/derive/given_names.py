#!/usr/bin/env python3
"""Derive gazetteers/lexicon/given-names.tsv: given names and their gender.

Source: the Python package nomquamgender 0.1.4 (PyPI, MIT licence,
(c) 2022 Ian Van Buskirk), whose name_data.json gives for each given name the
number of data sources that have it, a count, and the share p(gf) of those
counts that are gendered female.

A name is kept if
  * it has two letters or more and only a-z and inner hyphens (the package's
    names are folded to ASCII lower case; fold accents before looking one up);
  * at least MIN_SOURCES sources have it, and at least ENOUGH_SOURCES sources or
    ENOUGH_COUNT people bear it (two-part Korean names need neither, for they
    are many and seldom repeated);
  * it is not in the hand-written lists below of words that in news text are
    something else far more often than a given name.
Gender: p(gf) <= 0.1 male, >= 0.9 female, else either.
"""
import pathlib
import re
import unicodedata

import packages

PACKAGE = "nomquamgender"
MIN_SOURCES = 4
ENOUGH_SOURCES = 9
ENOUGH_COUNT = 500
SHAPE = re.compile(r"[a-z]+(?:-[a-z]+)*\Z")

# Closed-class words, sentence openers, particles of surnames and bare initials.
FUNCTION_WORDS = """
able ado ago ah ai alias amid an ante anti any are aye be ch cj co come comer con da dang deep
del den des di dine dj do done du early eh el elide else em even evens ever fan fine ge go greet
gui ha hang he hi hind hon hung ia ibn into io jd jj jr just kc kinda ko ky la lay le lie lies
little lo lone long lot made manual many mc md mere mi my na nay ni nil nine ninja no nonce nor
norm not odd ok okay or ot owe pa per pu ra ran real rj said saint sainte san santa santo sao
saw say se see sen set shun shy sin sing so soon sri st stale sui than the tho thy ti til till
tj to ton tore trim true truly unto von wan wanna wee worth ye yen yo yon you
""".split()

# Months, days, feasts and seasons that are rarely a first name.
CALENDAR_WORDS = """
ascension december easter eid epiphany friday january jubilee jul july mar march mon monday
nisan november october ramadan season sep september sivan spring sunday thu tue tuesday
wednesday winter yule
""".split()

# Nationalities, peoples, faiths.
PEOPLES_AND_FAITHS = """
albino allah amish argentine aryan aymara briton cherokee christ cree danish dari dutch
florentine french georgian german gypsy hun irish islam jain jehad jihad koran lakota latina
mayan muslim oneida pagan philippine romans romany saxon shariah shia shona sunni thai torah
tory viking
""".split()

# Places whose name opens the name of something else far more often than of a person.
PLACES = """
acadia addis aden africa alaska alba albany america anatolia anglia arabia aral ararat arcadia
argentina ariz arizona arlington armenia asia asmara aspen atlanta atlantis auburn avalon baden
bahia bali basel belem berkeley berlin bern bethlehem bharat boston brazil britain bronx
brooklyn burma cairo canaan capri caspian cay cayman charleston china cleveland columbia
columbus compton cuba dane dayton denali denver derby dijon doha dominica egypt eire elam etna
everest flint florida france fremont fulton geneva germany haifa hampton harlem havana hobart
holland houston hudson hue india indiana iran ireland israel italy jamaica java jericho jersey
jinan kano kansas karelia kashmir kenya kiel laban lafayette lansing lao lexington lexus lille
lima lisle london louisiana lyon macon malay malaya malaysia mali manila marne maryland mecca
medford medina melbourne memphis mesa missouri montana montgomery montserrat nairobi nazareth
nevada nigeria nile north nova nubia oakland odessa olympia ontario orissa persia peru
philadelphia phoenix princeton providence rada rainier reno richmond rio riyadh rockford roma
rome roswell sabah sacramento sahara sahel salem sanaa scotland sicily sierra sinai somerset
sonora stanford stockton syria taiwan tasman tennessee texas tijuana timor torrance trinidad
tunisia tuva tyre ural valencia venice verona vienna washington wellington west windsor yaren
york yuma zaire zion
""".split()

# Titles, offices and roles: they stand before a name (titles.tsv, roles.tsv).
TITLES_AND_ROLES = """
author babe baby baker banks baptist baron bishop boy bozo brewer butler cannon canon champ
chancellor colonel dame deacon diva duke emir empress general girl guru hero imam infant judge
justice king knight laddie lady lawyer lord major mama marshal master mentor papa pasha pastor
pharaoh prince princess queen rajah ranger rebel rider rogue sailor scout server shah sheik
sheikh shepherd sheriff sir sire sister squire steward sultan sultana swami tailor tamer usher
winner
""".split()

# Surnames and names of firms, gods, works and institutions that in news are
# hardly ever a given name.
SURNAMES_AND_OTHER_NAMES = """
adams aguinaldo aires akiva alar altair andersen andromeda annam aphrodite apollo aquila ara
arafat argo aries armani armstrong assad astor avesta avon aws ayala bach baldwin balfour
ballard bartlett barton batu bauer baxter baylor beaumont becker beckett bergen bernhardt berra
bolivar booker bowen bowie brando brandt brecht brie briggs brinkley bronte brunhilde buchanan
buffy burgess burke burl burnett byrd caedmon caesar cain caldwell cali callisto calvert carlson
carr cartier cassiopeia ceres cezanne chanel chaney chapman chardonnay charlemagne charon chavez
cheney chevy chiquita chretien churchill cia cicero cinderella cisco claiborne cline clinton
cohan cohen collins conn conway copeland corneille cortez coulter crawford cressida crosby cruz
cybele dada dali daniels danton davidson davies davis decker deleon dempsey desdemona diaz
dickson dillard diogenes dior disney dixon django dorsey dow doyle draco dryden dunbar durant
eaton ebert edda edison edwards electra elgar ellison elohim emmy erdogan erickson ericson eros
estes eton evans evian fatah ferguson ferrell ferris finnegan fiorina fischer fitzgerald fleming
flores flynn fonda forbes fowler fraser frazier gaia gaines galatea galileo garcia gardner
gautier gemini geo gibbs gibson gillette gilmore golan gomez goodwin grafton guzman hadar hafiz
hansen hanson hardin harding harmon harrell harrington harris harvard hastings hawkins hayes
haynes hebe hebert heine heinz helios henderson hendrix hennessy hensley henson hera hercules
hermes heston hewitt heywood hilbert hilton hinton holmes holt hoover horton howell hoyle
hubbard hughes hume humphrey hurley hutton huxley ibo ide indra ishtar isis iso ivanhoe ives
jacobi jame jansen janus jennings jensen jezebel jocasta johnson johnston jones jonson judas
juno jupiter juvenal kaiser kali kama karo keller kemp kennedy kenyatta kenyon kern kerr
kingston kinsey kirkland klein kohl kong kramer lambert lancelot langley larsen larson lehman
lenin lennon leno leviticus lind lister livingston locke loki lopez lorenz lowe lucretia lyly
lyra macarthur macaulay macdonald magi malone malory manasseh mandela mansfield manson marat
marceau markham marlowe marquez martel martinez mathews matisse matthews mattis maui mayer mays
mccall mccoy mcdonald mckay mckinley mclean medea mendel menelik merced mercer midas minerva
mithra modesto monet mont montague moore moran moreno morrison mozart mubarak murdoch murphy
myers nagy nair nam naphtali nash nato nefertiti nero newman nichols nicklaus nielsen nike nikon
nimrod niobe nissan nivea nixon normand norton oakley odin odysseus ogden olajuwon oneal ora
orestes orion orly orr osborn osborne osiris owens pandora parnell parrish patterson patton
pearson pei pele pena penn penney perez pericles persephone perseus peterson phillips pierrot
plato poe pollyanna porsche powell presley priam rabin racine radcliffe rambo ramos ramses
rankin ras rayburn rayleigh reagan redford redmond reilly rem remington remus reyes reynolds
rhodes richards richardson rico riel rigel riggs ripley roberts robertson robinson roche
rockwell rodgers rodin rodriguez rommel romney romulus rooney roosevelt rourke rubens rubin ruiz
rutherford saar sabin sadat sagan saladin sampson sanchez saran sargent sargon saunders
scheherazade segundo seiko seneca seward shaka shasta shaw sheba shepard sheppard shiloh shiraz
shiva siam silva simpson sinclair singh siri sirius socrates solon sony stalin standish starr
steele stetson stevens stevenson stine stirling sullivan sumner suse sutherland sutton szilard
taft taine talbot taliesin taurus tennyson tesla thais thales thompson thomson thor thornton
tiberius tillman titania torres tosca toto townes townsend trajan tran tudor tycho urania ursa
ute veda vega vela verdi vesta vishnu voltaire wagner walden walsh walton warner warwick watson
webb weber webster wesson weston whitaker whitman wilde williams wolfe wrigley xenophon xerxes
yale zamora zara zebedee zeus
""".split()

# Ordinary words that at the head of a sentence or headline are no name.
ORDINARY_WORDS = """
abed acacia ace ad aerial agape agate age aide akin alder ale ales alley ally almond aloha alpha
alto amaryllis ambrosia amen amethyst amity amour anemone angelic angels angle anise ants apple
arcade arch arena ares argyle arias arrow arty ask aster astride atlas atom aura avian azalea
azure bade ban bane bang bani bar bard bates bay bean bear beat beauty beaux beck bee begonia
bell bent beta biddy biff bilge bin blade blanch blaze blend bless blessed blessing bliss
blossom blue boa bode bond bong boo boon born bow bowman bracken brain bran branch brand bray
breeze breezy briar brier bright brogan brown brownie bun burns burr cadence cage calliope
calypso camber camel cameo can cane canyon caprice careen carry carver case cash cashmere cassia
castor cedar celestial cerise chaise champagne chancy channel char charity charm chastity
cherish cherry chew chi chili chin chino chow cilia cinnamon clarity cloud clover coda colas
collie collier colon colt comfort conception constant cookie coral cord corona cosmos court cove
creed crescent crew cricket crimson cross curry cutter cypress dado daemon dare darling dash day
deforest delight dell delta denim deny desire destine dharma diamond diesel dimple din ding
divine dock dodge domino dory dot dove dream dries dune dung duo dynasty ea earnest echo
edelweiss edit eglantine eider elder ember emerald emo eon era ermine essence eta eternity ether
eureka euro fairy falcon fancy fang fares farina fate fawn feather fedora fee feline fen ferry
feta fey fie fielding filbert fillip fin finis fisher flip floor ford forest fortune foster fox
franc freedom freeman gable gad gage gala galena gang gardenia garland garner garnet garret
gauge gay gee gem gen genesis genie gent gentian germinal gift gill gin girts glade glee glory
gold golden gong gorge gray green grey grit gryphon gun gunner gurney gust hale hall halo ham
hamlet hammed handy happiness happy harbor harden harm harmony harsh hart harvest haven hawk hay
hays haze heaven heavenly hemming henna herald heron hew hill hing hogan holy honesty honey
honor hood hosanna hug hunt hyacinth icy indigo infinity innocent iron ivory jam jarred jawed
jazz jelly jessamine jet jetty jewels job johns joke jolly journey julienne juniper jury kale
karma key khan kin kindle kismet knowledge laid lain lake lam lama lander lap lark lassie lava
lavender law lean ledger legacy legend lei lemon levy liberty lien lieu liming linden line link
lion lira live llanos loan lode lope lore lorn lorry lotus love lovely loyal luck lucky luster
lynch lyric ma mace madden magnolia mahogany majesty male man mane mania manly manna manning
mans maple mare margarita marine marks marquise marry mars marsh marten martial martins marvel
marvelous mat mate mats matts maven maverick maxima mayo mead meadow media meme memo memory
mercy merit merrily merry messiah meta mete metro mica mil mile miller mills mimosa mine mini
minor miracle modest modesty moody moss mu muse myna nacho nadir nail nanny nary navy neon
nickel nirvana noble novella ocean octave ode omega onyx oral orange orchid ova oz pace page
paisley pal pan pang pansy par paradise parfait parish park parks parley parry pars paschal
passion patience paw peace peach peaches pearly pebbles peer peony pepper petal petunia pier
piers ping pink pinkie pinky pippin pit pita pixie pleasant pol polo porter posy praise precious
pretty price primrose promise prosper prudent prune puck purity quest quince rabbi race raid
rain rainbow rainy ransom rares rayon read red reef reeve reeves rehab reign rein reis rejoice
rhythm ridge rim rime riot rip rise river rivers roan roar rock roe rogers romaine rosary
rosebud rosette rosy rowdy royal royalty rube ruddy rue run rut rye saber sable sabre saffron
saga sahib salvo samba sanders sapphire sari satchel scarlet sea semen semi senna sequoia sera
serene serenity seven sever shad shade shadow shady shaker sham shams shandy shin shine silk
silvan silver sim sincere sine siren sissy skipper sky slate slim sly smiley smith snow sole
soli solo solve son sonata song soul sparkle sparrow spas spike spirit star stark starlet
starling steel stein stern stiles stone stonewall stoney storm story styles success suet sun
sunder sung sunshine swan sway sylvan symphony tab taco taffy tale tally talon tan tang tansy
taro tarry tawny tea teal tee temperance tempest temple tequila terrace thatcher thong thorn
tiara tie ties tilde timber time tin tine ting tiny titan toke tome toms tone tong topaz tor toy
trace tram tray treasure trinity tron truth tuba tuck tulip tuna turner turquoise twinkle umber
unique unity urban vale vane vanity veer velvet vernal vesper victory villa viral visa vital
viva wadi wail waled walker wander wash weaver wells wen wheeler whit wilder wills win windy
wing winsome wisdom wit won woo wood woody worthy wren wright young yuk zed zen zenith zephyr
zeppelin zeta zinnia
""".split()

# Syllables of romanised Korean given names: in a two-part name made of these the
# second part is written small (Geun-hye, Jong-un).
KOREAN_SYLLABLES = """
a ae an bae bin bo bok bong bum beom byeong byoung byung chae chan chang cheol cheon chol choon
chul chun dae deok do dong doo du duk eun gab gang geon geun gi gil go gon goo gu gui guk gun gwang
gyeong gyu ha hae han hee heon heung ho hong hoon hui hun hwa hwan hye hyeon hyo hyon hyoung hyuk
hyun hyung ik il im in ja jae jang je jeong jeung ji jik jin jong joo joon ju jun jung ki kil koo
kook kug kuk kum kun kwan kwang kwon kyeong kyo kyong kyoo kyoon kyou kyoung kyu kyun kyung man mi
min mo moo moon mu mun myeong myong myoung myung na nam ok pil pyo ra ran rak rim ryeol ryong ryul
sam sang se seo seok seol seon seong seung shik shim shin si sik sil sim sin so sok sol son song
soo sook soon sub suk sun sung tae taek u ui uk un ung up wan wha wi won woo wook woon woong wu ye
yeon yeong yeop yeul yo yol yon yong yoo yoon you young yu yul yun
""".split()


def main():
    data = packages.read_json(packages.of_python(PACKAGE, f"{PACKAGE}/name_data.json"))
    dropped_words = set(
        FUNCTION_WORDS
        + CALENDAR_WORDS
        + PEOPLES_AND_FAITHS
        + PLACES
        + TITLES_AND_ROLES
        + SURNAMES_AND_OTHER_NAMES
        + ORDINARY_WORDS
    )
    korean = set(KOREAN_SYLLABLES)

    rows, dropped, genders = [], 0, {"male": 0, "female": 0, "either": 0}
    for raw, (sources, count, share, _) in data.items():
        name = unicodedata.normalize("NFC", raw)
        if len(name) < 2 or not SHAPE.match(name) or sources < MIN_SOURCES:
            continue
        parts = name.split("-")
        is_korean = len(parts) == 2 and all(p in korean for p in parts)
        enough = sources >= ENOUGH_SOURCES or count >= ENOUGH_COUNT
        if not enough and not is_korean:
            continue
        if name in dropped_words:
            dropped += 1
            continue
        if is_korean:
            written = parts[0].capitalize() + "-" + parts[1]
        else:
            written = "-".join(p.capitalize() for p in parts)
        gender = "male" if share <= 0.1 else "female" if share >= 0.9 else "either"
        genders[gender] += 1
        rows.append((written, gender))
    rows.sort()

    out = pathlib.Path(__file__).resolve().parent.parent / "lexicon" / "given-names.tsv"
    head = [
        "# Given names and their gender (male, female, either), for whosaid.",
        f"# Source of every row: PyPI {packages.source(PACKAGE)}, name_data.json;",
        "# MIT licence, Copyright (c) 2022 Ian Van Buskirk.",
        "# Derived by gazetteers/derive/given_names.py, which says how; do not edit.",
        "# Names are in ASCII letters: fold accents before looking one up.",
        "name\tgender",
    ]
    text = "\n".join(head + ["\t".join(r) for r in rows]) + "\n"
    out.write_bytes(text.encode("utf-8"))
    print(f"{packages.source(PACKAGE)}: {len(data)} names read")
    print(f"{dropped} of the qualifying names dropped by the hand lists ({len(dropped_words)} words)")
    print(f"{len(rows)} names kept: {genders}")
    print(f"wrote {out} ({len(text.encode('utf-8'))} bytes)")


if __name__ == "__main__":
    main()
