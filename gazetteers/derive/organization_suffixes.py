"""Legal forms at the end of a company's name, and how news writes them."""
import re

from organization_sources import python_value

# Forms that cleanco lacks.
MORE = {"se", "kgaa", "spa", "oyj", "asa", "publ", "incorporated", "ag & co kgaa", "se & co kgaa"}
# What cleanco counts as a legal form and a name of a company may well end in.
NOT_ALONE = {"da", "as", "et", "ad", "sd", "ee", "ep", "vat", "private", "ok", "aj", "sp", "mb", "ans"}
# How news writes each, as AP does first.
SPELLINGS = {
    "inc": ("Inc.", "Inc"), "incorporated": ("Inc.", "Inc"), "corp": ("Corp.", "Corp"),
    "corporation": ("Corp.", "Corp", "Corporation"), "co": ("Co.", "Co", "Company"),
    "company": ("Co.", "Co", "Company"), "plc": ("PLC", "plc"), "ltd": ("Ltd.", "Ltd"), "limited": ("Ltd.", "Ltd"),
    "llc": ("LLC",), "lp": ("LP",), "ag": ("AG",), "se": ("SE",), "sa": ("SA",), "nv": ("NV",), "spa": ("SpA",),
    "ab": ("AB",), "oyj": ("Oyj",), "asa": ("ASA",), "gmbh": ("GmbH",), "kgaa": ("KGaA",), "ag & co kgaa": ("AG",),
    "se & co kgaa": ("SE",),
}


def legal_forms():
    terms = python_value("cleanco", "cleanco/termdata.py", "terms_by_type")
    forms = {re.sub(r"[.]", "", term) for kind in terms.values() for term in kind}
    return (forms | MORE) - NOT_ALONE


def split(name, forms):
    """`Volkswagen AG` is (`Volkswagen`, `ag`); without a legal form the second is None."""
    words = name.replace(",", " ").split()
    for count in (4, 3, 2, 1):
        form = re.sub(r"[.()]", "", " ".join(words[-count:])).lower()
        if len(words) > count and form in forms:
            return re.sub(r"\s+(&|and)$", "", " ".join(words[:-count])), form
    return name, None
