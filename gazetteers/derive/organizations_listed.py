"""Companies in the indices of stock exchanges: pytickersymbols."""
import collections
import re

from organization_names import SMALL_WORDS, plain
from organization_sources import python_value
from organization_suffixes import SPELLINGS, legal_forms, split

FILE = "organizations-listed.tsv"
HEAD = """
whosaid gazetteer: companies of the large stock indices, with their short names, legal forms, tickers and ISINs.
Source: PyPI pytickersymbols 1.17.10, MIT licence, (c) 2023 portfolio+; legal forms: PyPI cleanco 2.3,
MIT licence, (c) 2015 Paul Solin (see NOTICE-pytickersymbols.txt, NOTICE-cleanco.txt). As of 2026-03, derived 2026-11-21.
"""
COUNTRIES = {
    "BE": "Belgium", "CH": "Switzerland", "DE": "Germany", "ES": "Spain", "FI": "Finland", "FR": "France",
    "GB": "United Kingdom", "IE": "Ireland", "IT": "Italy", "JP": "Japan", "LU": "Luxembourg", "NL": "Netherlands",
    "SE": "Sweden", "US": "United States", "DK": "Denmark", "AT": "Austria", "NO": "Norway",
}
# An index of one country's own companies.
HOMES = {
    "AEX": "NL", "BEL 20": "BE", "CAC_40": "FR", "CAC Mid 60": "FR", "DAX": "DE", "DOW JONES": "US", "FTSE 100": "GB",
    "IBEX 35": "ES", "MDAX": "DE", "NIKKEI 225": "JP", "OMX Helsinki 25": "FI", "OMX Stockholm 30": "SE",
    "S&P 100": "US", "S&P 500": "US", "S&P 600": "US", "SDAX": "DE", "Switzerland 20": "CH",
}
EXCHANGES = {"MI": "IT", "PA": "FR", "AS": "NL", "BR": "BE", "DE": "DE", "L": "GB", "MC": "ES", "ST": "SE", "HE": "FI",
             "T": "JP", "SW": "CH"}
LARGE = {"AEX", "CAC_40", "DAX", "DOW JONES", "EURO STOXX 50", "FTSE 100", "NASDAQ 100", "S&P 100", "Switzerland 20"}
# What the source calls the kind of a company, and in which countries that is the legal form meant.
LEGAL_HOMES = {"ag": {"DE", "CH", "AT"}, "nv": {"NL", "BE"}, "sa": {"FR", "BE", "ES", "LU"}, "oyj": {"FI"},
               "spa": {"IT"}, "se": {"DE", "FR"}}
LEGAL_KINDS = {"Aktiengesellschaft": "ag", "Naamloze vennootschap": "nv", "Société anonyme": "sa",
               "Sociedad Anónima": "sa", "Société Anonyme": "sa", "Julkinen osakeyhtiö": "oyj",
               "Public ( S.p.A. )": "spa", "Public ( Societas Europaea )": "se", "Societas Europaea": "se"}
# Names of sorts of companies, by which none is called.
SORTS = {"bancorp", "bancshares", "community bank", "independent bank"}
# Short names that the hand-written files have for something else.
HOMONYMS = {"AES", "APA", "Brady", "ICG", "KLA", "NOW"}
# Words after which a coined name stands alone: CoStar Group is CoStar.
DROPPABLE = {"Group", "Holdings", "Holding"}


def companies():
    """One entry a company: names, ISINs, symbols, countries, indices; rows that share an ISIN are one."""
    merged, by_key = [], {}
    indices = python_value("pytickersymbols", "pytickersymbols/indices_data.py", "INDICES")
    for index, content in indices.items():
        for row in content["companies"]:
            keys = [plain(row["name"])] + [isin for isin in row.get("isins", ())]
            entry = next((by_key[key] for key in keys if key in by_key), None)
            if entry is None:
                entry = {"names": [], "isins": [], "symbols": [], "countries": [], "indices": [], "kinds": []}
                merged.append(entry)
            for key in keys:
                by_key.setdefault(key, entry)
            for field, values in (
                ("names", [row["name"]]), ("isins", row.get("isins") or []), ("symbols", [row.get("symbol")]),
                ("countries", [row.get("country")]), ("indices", [index]),
                ("kinds", [(row.get("metadata") or {}).get("company_type")]),
            ):
                entry[field] += [value for value in values if value and value not in entry[field]]
    return merged


def is_isin(text):
    """Whether the check digit is right (the Luhn sum over the digits, letters counted from 10)."""
    if not re.fullmatch(r"[A-Z]{2}[A-Z0-9]{9}[0-9]", text):
        return False
    digits = "".join(str(int(c, 36)) for c in text)
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + position % 2)
        total += value // 10 + value % 10
    return total % 10 == 0


def home(entry, known):
    """The code of the company's country, where more than one thing in the source says it and none another."""
    said = [HOMES[index] for index in entry["indices"] if index in HOMES]
    said += [isin[:2] for isin in entry["isins"] if is_isin(isin)]
    for country in entry["countries"]:
        last = country.split(",")[-1].strip()
        place = known.country(last)
        codes = [code for code, name in COUNTRIES.items() if place and known.country(name) == place]
        said.append(codes[0] if codes else "US" if "," in country and not place else last)
    for symbol in entry["symbols"]:
        if "." in symbol:
            said.append(EXCHANGES.get(symbol.split(".")[-1], ""))
    said = [code for code in said if code]
    return said[0] if len(said) > 1 and len(set(said)) == 1 and said[0] in COUNTRIES else None


def identifiers(entry, code, shared):
    # An American ISIN holds a CUSIP number, whose use is restricted: the ticker stands for it.
    isins = [isin for isin in entry["isins"] if is_isin(isin) and isin[:2] not in ("US", "CA")]
    isins = [isin for isin in isins if code and isin.startswith(code)]
    tickers = [s for s in entry["symbols"] if code == "US" and re.fullmatch(r"[A-Z]{1,5}", s) and s not in shared]
    return [f"isin={isin}" for isin in isins[:1]] + [f"ticker={ticker}" for ticker in tickers[:1]]


def is_capitalized(name):
    if "," in name:
        return False
    return all(word[0].isupper() or not word[0].isalpha() or word in SMALL_WORDS for word in name.split())


def are_two(entry):
    """Two companies of one name have symbols that have nothing in common (two classes of shares have)."""
    tickers = [symbol for symbol in entry["symbols"] if re.fullmatch(r"[A-Z]{2,5}", symbol)]
    return len({ticker[:2] for ticker in tickers}) > 1


def derive(known, table):
    forms, rows, dropped = legal_forms(), [], 0
    entries = companies()
    # Where two companies have one symbol, one of them has it wrongly.
    symbols = collections.Counter(symbol for entry in entries for symbol in entry["symbols"])
    shared = {symbol for symbol, count in symbols.items() if count > 1}
    for entry in entries:
        code = home(entry, known)
        names, taken = [], False
        for name in entry["names"]:
            name = re.sub(r"\s*\([^)]*\)", "", name).strip().removeprefix("The ").replace("–", "-")
            # Stockholm's and Helsinki's rows may end in the class of the share: LifcoB.
            if any(index.startswith("OMX") for index in entry["indices"]):
                name = re.sub(r"(?<=[a-z])[ABC]$", "", name)
            base, form = split(name, forms)
            partners = " &" if re.search(r"(&|\band) Co(mpany|\.)?$", name) else ""
            taken = taken or table.is_taken(name) or base not in HOMONYMS and table.is_taken(base)
            words = base.split()
            if words[-1] in DROPPABLE | {"International", "Companies"}:
                taken = taken or table.is_taken(" ".join(words[:-1]))
            safe = base not in HOMONYMS and known.is_safe(base) and plain(base) not in SORTS and is_capitalized(base)
            # A safe name needs no legal form that the source does not give: it may be that of another name.
            if form is None and not safe and code == "GB" and "FTSE 100" in entry["indices"] and base[0].isalpha():
                form = "plc"
            # UPM is not called UPM Oyj, but UPM-Kymmene Oyj.
            if form is None and not safe and not base.isupper():
                kinds = [LEGAL_KINDS[kind] for kind in entry["kinds"] if kind in LEGAL_KINDS]
                form = next((kind for kind in kinds if code in LEGAL_HOMES[kind]), None)
            if len(words) == 2 and words[1] in DROPPABLE and len(words[0]) > 4 and known.is_safe(words[0]):
                taken = taken or table.is_taken(words[0])
                names.append(words[0])
            if safe:
                names.append(base)
            # What a single word with a legal form means is plain; `AG` alone after a number is not.
            # `Bancorp Inc.` ends the names of others.
            if form in SPELLINGS and is_capitalized(base) and plain(base) not in SORTS:
                spelt = [f"{base}{partners} {spelling}" for spelling in SPELLINGS[form]]
                # Without the full stop it matches with one too.
                names += [next((name for name in spelt if not name.endswith(".")), spelt[0])] if safe else spelt
        if taken or not names or are_two(entry):
            dropped += 1
            continue
        country = known.country(COUNTRIES[code])[0] if code else ""
        prominence = 30 if LARGE & set(entry["indices"]) else 15
        # A single word may be a surname that we do not know; of a large company we would know it.
        doubtful = [name for name in names if prominence < 30 and re.fullmatch(r"[A-Z][a-zà-ÿ]+", name)]
        rows.append(table.row(names, country, prominence, identifiers(entry, code, shared), "company", doubtful))
    return rows, dropped
