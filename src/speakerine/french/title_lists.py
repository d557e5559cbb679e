"""Titles before names, in full: civil, of the learned, of officers, of the church.

Source: Imprimerie nationale, Lexique, « Abréviations » and « Titres et fonctions ».
"""

BEFORE_NAME = {
    "M": "monsieur",
    "MM": "messieurs",
    "Dr": "docteur",
    "Drs": "docteurs",
    "Dre": "docteure",
    "Pr": "professeur",
    "Prs": "professeurs",
    "Me": "maître",
    "Mes": "maîtres",
    "Mgr": "monseigneur",
    "Gal": "général",
    "Gén": "général",
    "Cdt": "commandant",
    "Cne": "capitaine",
    "Lt": "lieutenant",
    "Sgt": "sergent",
    "Cpt": "capitaine",
    "Col": "colonel",
    "Bx": "bienheureux",
    "Lieut": "lieutenant",
    "Pdt": "président",
    "Vve": "veuve",
    "Mt": "mont",
    "Mr": "monsieur",
    "Fr": "frère",
    "Prof": "professeur",
    "Sr": "sœur",
}
"""Titles, said only before a name."""

AFTER_ARTICLE = {
    "p": "père",
    "f": "frère",
    "fr": "frère",
    "gal": "général",
    "gén": "général",
    "col": "colonel",
    "cap": "capitaine",
    "cne": "capitaine",
    "cdt": "commandant",
    "lt": "lieutenant",
    "adj": "adjudant",
    "sgt": "sergent",
    "pdt": "président",
    "prés": "président",
    "card": "cardinal",
    "prof": "professeur",
    "insp": "inspecteur",
    "brig": "brigadier",
    "brig-chef": "brigadier-chef",
    "brig.-chef": "brigadier-chef",
    "lt-col": "lieutenant-colonel",
    "adj-chef": "adjudant-chef",
    "adj.-chef": "adjudant-chef",
    "sgt-chef": "sergent-chef",
}
"""Ranks, in small letters, said between an article and a name: « le gal de Gaulle »."""

STYLES = {
    "S. E. M.": "Son Excellence monsieur",
    "S.E.M.": "Son Excellence monsieur",
    "S. Exc.": "Son Excellence",
    "S.M.": "Sa Majesté",
    "S. M.": "Sa Majesté",
    "LL.MM.": "Leurs Majestés",
    "LL. MM.": "Leurs Majestés",
    "S.A.R.": "Son Altesse royale",
    "S. A. R.": "Son Altesse royale",
    "S.A.S.": "Son Altesse sérénissime",
    "S. A. S.": "Son Altesse sérénissime",
    "S.S.": "Sa Sainteté",
    "S. S.": "Sa Sainteté",
    "S. Ém.": "Son Éminence",
    "S.Ém.": "Son Éminence",
    "R.P.": "révérend père",
    "R. P.": "révérend père",
}
"""Styles of address, said before a name or an article."""
