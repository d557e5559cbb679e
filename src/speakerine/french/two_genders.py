"""Nouns of two genders: un livre, une livre; which, told by what follows.

Source: Académie française, Dictionnaire, 9e édition; Grevisse, Le Bon Usage, « Genre des noms ».
"""

AMBIGUOUS = {
    "cours": (
        False,
        r"(?:pavées|intérieures|communes|suprêmes|d['’](?:appel|assises|école|honneur|immeubles?)"
        r"|de (?:récré|ferme|justice|cassation|collège|lycée))",
    ),
    "alvéole": (False, r""),
    "après-midi": (False, r""),
    "aria": (True, r""),
    "aigle": (False, r""),
    "aune": (True, r""),
    "barde": (True, r""),
    "box": (False, r"(?:internet|Internet|TV|télé|fibre|4G|5G|wifi|Wi-Fi|domotiques?)\b"),
    "cache": (True, r""),
    "faune": (True, r""),
    "hymne": (False, r""),
    "interligne": (True, r""),
    "laque": (True, r""),
    "perce-neige": (False, r""),
    "pupille": (True, r""),
    "vapeur": (True, r""),
    "suite": (True, r"(?:à(?! partir)|au|aux)\b"),
    "livre": (
        False,
        r"(?:sterling|(?:égyptienne|turque|syrienne|libanaise|soudanaise)s?\b"
        r"|de (?:beurre|viande|sucre|farine|pain|beaux?|chair|cerises|fraises|pression|pommes))",
    ),
    "tour": (
        False,
        r"(?:d['’](?:habitation|immeubles?)|de (?:bureaux|contrôle|guet|refroidissement|logements"
        r"|télévision|verre|béton)|HLM|jumelles|H L M|infernale|[A-Z])",
    ),
    "mort": (False, r"(?:naturelle|violente|subite|accidentelle|suspecte|évitable|prématurée)s?\b"),
    "manœuvre": (True, r"(?:qualifiés|du bâtiment|sans papiers|agricoles)"),
    "mousse": (True, r"(?:à bord|de la Marine|ont embarqué)"),
    "pub": (
        False,
        r"(?:à la (?:télé|radio)|télé|pour|sur (?:les|des) panneaux|dans les (?:journaux|magazines))",
    ),
    "mode": (False, r"(?:vestimentaires|éphémères)"),
    "poste": (False, r"(?:restante)"),
    "garde": (False, r"(?:à vue|d['’]enfants|partagées?|alternées?)"),
    "aide": (True, r"(?:de camp|soignants|cuisiniers)"),
    "mémoire": (False, r"(?:vives?|mortes?|flash|interne|externe|cache|tampon|individuelles|collectives)"),
    "manche": (True, r"(?:à (?:balai|air|incendie)|de (?:pelle|pioche|couteau|balai))"),
    "critique": (True, r"(?:(?:de )?(?:cinéma|littéraires|gastronomiques|d['’]art|musicaux))"),
    "voile": (True, r"(?:(?:islamiques|intégra|de mariée|noirs|blancs))"),
    "page": (True, r"(?:du roi)"),
    "somme": (True, r""),
    "moule": (True, r"(?:à (?:gâteau|tarte|cake))"),
    "poêle": (True, r"(?:à (?:bois|charbon|granulés|pétrole|mazout))"),
    "vase": (False, r"(?:marine|grise)"),
    "pendule": (True, r"(?:de Foucault)"),
    "physique": (True, r""),
    "espace": (False, r"(?:fines?|insécables?)\b"),
    "solde": (False, r""),
    "ombre": (True, r""),
    "trompette": (True, r""),
    "enseigne": (True, r"(?:de vaisseau)"),
    "œuvre": (True, r""),
    "cartouche": (True, r""),
    "crêpe": (True, r""),
    "foudre": (True, r""),
    "couple": (False, r""),
    "geste": (False, r""),
    "greffe": (True, r"(?:(?:du|des|de) tribuna)"),
    "parallèle": (False, r""),
    "ordonnance": (True, r""),
}
"""Nouns of two genders: whether feminine by default, and what after them says the other."""
