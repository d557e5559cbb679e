"""Cards, knitting, photographs, pipes and maps as those who know them write: D♠, 2 m. ens., 24-70 mm, 15/21.

Sources: usage of bridge columns, of knitting patterns (m. ens., m. end.) and of plumbers (15/21, the inner
and outer millimetres of a pipe of half an inch); IGN, numbers of maps.
"""

import re

from .numbers import say, side_by_side
from .patterns import Pattern

SUITED = "[♠♥♦♣♤♡♢♧]"
PLAYED = r"\d(?:.?(?:ppm|SA|mm)\b|/(?:17|21|27|34|42|49|60)\b|-27\b| ?(?:rgs?|m|aig)\b)| (?:ET|OT|SB)\b"
"""What a sentence must have for `say_cards`, and for `say_pastimes`, to find something in it."""
_SUITS = {
    "♠": "pique", "♤": "pique", "♥": "cœur", "♡": "cœur", "♦": "carreau", "♢": "carreau", "♣": "trèfle",
    "♧": "trèfle",
}  # fmt: skip
_RANKS = {"A": "as", "R": "roi", "D": "dame", "V": "valet"}
_CARD = Pattern(r"(?<![\w.,])(?P<rank>10|[1-9]|[ARDV]) ?(?P<suit>[♠♥♦♣♤♡♢♧])\ufe0f?(?!\w)")
_BIDDING = Pattern(r"(?i:\b(?:ouvr|ouvert|enchér|contrat|conclu|annonc|soutien|répon|demand|chelem|entame))")
_NO_TRUMP = Pattern(r"(?<![\w.,])(?P<n>[1-7]) ?SA(?!\w)")
_LOWEST_CARD = 2

_KNITTED = Pattern(
    r"(?i:\btrico|\brgs?\b|\brangs?\b|\baig\.|\bjersey\b|\bmailles?\b|\bcrochet|\béchantillon)"
)
_STITCH = Pattern(r"(?<![\w.,])(?P<n>\d{1,3}) ?m\.(?P<end>(?= ?$))?")
_STITCHES = Pattern(r"(?P<m>mailles?) (?P<way>ens|end|env|lis|coul)\.(?P<end>(?= ?$))?")
_STITCH_WAYS = {
    "ens": "ensemble",
    "end": "à l'endroit",
    "env": "à l'envers",
    "lis": "lisière",
    "coul": "coulée",
}
_ROWS = Pattern(r"(?<=\d )rg(?P<s>s?)\.?(?!\w)")
_NEEDLES = Pattern(r"(?<![\w.])(?P<a>[Aa])ig\.")

_ZOOM = Pattern(r"(?<![\w.,-])(?P<a>\d{2,3})[-–](?P<b>\d{2,3})(?= ?mm(?!\w))")
_PHOTOGRAPHED = Pattern(r"(?i:\bf ?/ ?\d|objectif|zoom|focale|photo|capteur|boîtier)")
_PIPE = Pattern(r"(?<![\w.,/])(?P<a>12|15|20|26|33|40|50)/(?P<b>17|21|27|34|42|49|60)(?![\w/]|[.,]\d)")
_PIPES = {"12": "17", "15": "21", "20": "27", "26": "34", "33": "42", "40": "49", "50": "60"}
_PLUMBED = Pattern(
    r"(?i:raccord|laiton|filet|robinet|mamelon|coude|flexible|cuivre|mâle|femelle|tuyau|vanne|tube)"
)
_PAGES = Pattern(r"(?<=\d) ?ppm(?!\w)")
_PRINTED = Pattern(r"(?i:imprim|laser|recto|scanner|jet d['’]encre)")
_MAP = Pattern(r"(?P<n>\d{4}) ?(?P<kind>ET|OT|SB)(?!\w)")
_RAILCARD = Pattern(
    r"(?P<lead>\b[Cc]arte (?:Jeune |SNCF )?)(?P<ages>(?:12|18|26)[-–](?:17|25|27|59))(?![\w-]| ans)"
)


def say_cards(text: str) -> str:
    """« la D♠ » → « la dame de pique », « il ouvre d'1♥ » → « d'1 cœur »; other hearts stay."""
    bids = _BIDDING.search(text) is not None
    return _CARD.sub(lambda m: _say_card(m, bids=bids), text)


def say_pastimes(text: str) -> str:
    """« 2 m. ens. » → « 2 mailles ensemble », « un raccord 15/21 » → « quinze vingt et un », « 3 SA »."""
    if "SA" in text and _BIDDING.search(text):
        text = _NO_TRUMP.sub(r"\g<n> sans-atout", text)
    if _KNITTED.search(text):
        text = _say_knitting(text)
    if "mm" in text and _PHOTOGRAPHED.search(text):
        text = _ZOOM.sub(lambda m: f"{say(m['a'])} {say(m['b'])}", text)
    if "/" in text and _PLUMBED.search(text):
        text = _PIPE.sub(lambda m: side_by_side(m[0]) if _PIPES[m["a"]] == m["b"] else m[0], text)
    if "ppm" in text and _PRINTED.search(text):
        text = _PAGES.sub(" pages par minute", text)
    if "IGN" in text or "carte" in text:
        text = _MAP.sub(lambda m: f"{m['n']} {' '.join(m['kind'])}", text)
        text = _RAILCARD.sub(lambda m: m["lead"] + side_by_side(m["ages"]), text)
    return text


def _say_card(match: re.Match[str], *, bids: bool) -> str:
    """« V♦ » → « valet de carreau »; of bids « 1♥ » → « 1 cœur », of cards « 10♥ » → « 10 de cœur »."""
    rank, suit = match["rank"], _SUITS[match["suit"]]
    is_bid = rank.isdigit() and (bids or int(rank) < _LOWEST_CARD)
    return f"{rank} {suit}" if is_bid else f"{_RANKS.get(rank, rank)} de {suit}"


def _say_knitting(text: str) -> str:
    """« 22 m. et 30 rgs » → « 22 mailles et 30 rangs »."""
    text = _STITCH.sub(
        lambda m: f"{m['n']} maille{'s' * (m['n'] != '1')}" + "." * (m["end"] is not None), text
    )
    text = _STITCHES.sub(lambda m: f"{m['m']} {_STITCH_WAYS[m['way']]}" + "." * (m["end"] is not None), text)
    return _NEEDLES.sub(r"\g<a>iguilles", _ROWS.sub(r"rang\g<s>", text))
