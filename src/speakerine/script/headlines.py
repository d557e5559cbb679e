"""A title shortened to a headline: something is dropped, or nothing; no word is changed or added.

Each rule is one function and gives its example. What only tells how the page shows the article (a
video, a live page) is dropped always, for it is not true of what is heard; the rest only while the
title is too long to be heard at one go.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

LONGEST_CHARS = 90
"""About six seconds of speech: an announcer says no longer headline in one breath."""
MIN_WORDS = 3
"""What is left of a title must still say something."""
TOPIC_WORDS = 4
"""Fewer words before a colon name a topic (« Guerre en Ukraine : »), and the news is after it."""

_LABEL_CHARS = 40


def _labels(listed: str) -> frozenset[str]:
    return frozenset(label.strip() for label in listed.split("|"))


_MEDIA = _labels("""
    direct | en direct | live | replay | video | videos | en video | en videos | photo | photos |
    en photos | images | en images | infographie | infographies | carte | cartes | diaporama |
    portfolio | podcast | podcasts | audio | a ecouter | a voir | a lire | ecoutez | regardez |
    exclusif | exclusivite | exclu | urgent | alerte | alerte info | info | derniere minute | flash |
    mis a jour | abonnes | article abonne | reserve aux abonnes | live en cours | direct video
""")
_RUBRICS = _labels("""
    football | foot | rugby | tennis | cyclisme | basket | handball | natation | athletisme |
    formule 1 | sport | sports | auto | moto | politique | economie | societe | culture |
    international | monde | france | europe | afrique | asie | etats-unis | sciences | science | sante |
    environnement | planete | climat | justice | police | faits divers | fait divers | meteo | cinema |
    musique | livres | litterature | theatre | television | tele | medias | education | immigration |
    transports | social | bourse | entreprises | emploi | logement | agriculture | technologie |
    technologies | high-tech | numerique | histoire | gastronomie | voyage | mode | loisirs |
    elections | tribune | editorial | edito | chronique | analyse | reportage | enquete | entretien |
    interview | grand entretien | portrait | recit | decryptage | debat | opinion | billet | critique |
    fact-checking | vrai ou faux | grand format | idees | temoignage | temoignages | eclairage |
    explications | dossier | le point | bilan
""")
_LABEL = re.compile(
    rf"(?:\[(?P<bracketed>[^\]\[]{{1,{_LABEL_CHARS}}})\]\s*[:.|–—-]?"
    rf"|(?P<label>[^\s.,:|–—\]\[][^.,:|–—\]\[]{{0,{_LABEL_CHARS}}}?)\s*(?P<stop>[.,:|]|(?<=\s)[–—-]))\s+(?=\S)"
)
_PARENTHESIS = re.compile(r"(?<=\S)\s*(?:\((?P<round>[^()]*)\)|\[(?P<square>[^\[\]]*)\])\s*\Z")
_COLON = re.compile(r":(?=\s)")
_ATTRIBUTION = re.compile(
    r"(?:selon|d['’]après|affirme|annonce|assure|déclare|estime|explique|indique|prévient|rapporte|révèle)\s"
)
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))


def headline(title: str, longest_chars: int = LONGEST_CHARS) -> str:
    """Return the title, shortened by rule where it is longer than `longest_chars`; its own words, in order.

    A title that no rule makes shorter stays long: nothing is cut in the middle.

    >>> headline("DIRECT. La Seine monte")
    'La Seine monte'
    """
    for rule in ALWAYS:
        title = rule(title)
    for rule in WHEN_LONG:
        if len(title) <= longest_chars:
            break
        title = rule(title)
    return title.strip()


def without_media_label(title: str) -> str:
    """« DIRECT. La Seine monte » → « La Seine monte »; also « [Vidéo] », « En images : », « EXCLUSIF – »."""
    return _without_label(title, _MEDIA, comma=True)


def without_media_parenthesis(title: str) -> str:
    """« Un ours dans la ville (vidéo) » → « Un ours dans la ville »."""
    match = _PARENTHESIS.search(title)
    label = (match["round"] or match["square"] or "") if match else ""
    return title[: match.start()] if match and _folded(label) in _MEDIA else title


def without_parenthesis(title: str) -> str:
    """« Le maire de Brest renonce (et dit pourquoi) » → « Le maire de Brest renonce »."""
    match = _PARENTHESIS.search(title)
    return _kept(title[: match.start()], title) if match else title


def without_rubric(title: str) -> str:
    """« Football. Brest gagne à Lens » → « Brest gagne à Lens »; also « Tribune : », « Rugby – »."""
    return _without_label(title, _RUBRICS)


def without_one_side_of_colon(title: str) -> str:
    """« Guerre en Ukraine : Kiev appelle à l’aide » → « Kiev appelle à l’aide »: a topic goes.

    « La Seine continue de monter : les quais sont fermés » → « La Seine continue de monter »: more than
    a topic stays. Before a quotation nothing goes, for it says whose it is.
    """
    match = _COLON.search(title)
    if not match:
        return title
    before, after = title[: match.start()], title[match.end() :].strip()
    if after.startswith(("«", "“", '"')):
        return title
    return _kept(before if len(before.split()) >= TOPIC_WORDS else after, title)


def without_attribution(title: str) -> str:
    """« Le chômage baissera en mai, selon l’Insee » → « Le chômage baissera en mai ».

    A quotation keeps its author.
    """
    before, comma, after = title.rpartition(",")
    if not comma or not _ATTRIBUTION.match(after.lstrip()) or re.search(r"[«»“”\"]", title):
        return title
    return _kept(before, title)


ALWAYS: tuple[Callable[[str], str], ...] = (without_media_label, without_media_parenthesis)
WHEN_LONG: tuple[Callable[[str], str], ...] = (
    without_parenthesis,
    without_rubric,
    without_one_side_of_colon,
    without_attribution,
)
"""What loses least comes first."""


def _without_label(title: str, labels: frozenset[str], *, comma: bool = False) -> str:
    bare = title.lstrip()
    match = _LABEL.match(bare)
    if not match or (match["stop"] == "," and not comma):
        return title
    label = _folded(match["bracketed"] or match["label"])
    return _kept(bare[match.end() :], title) if label in labels else title


def _kept(part: str, title: str) -> str:
    """The part, if it still says something and leaves no pair of marks open; else the whole title."""
    whole = all(part.count(opening) == part.count(closing) for opening, closing in _PAIRS)
    says = len(part.split()) >= MIN_WORDS and part.count('"') % 2 == 0
    return part.strip() if whole and says else title


def _folded(label: str) -> str:
    """Without case, accents and what surrounds it."""
    bare = unicodedata.normalize("NFD", label.strip().casefold())
    return "".join(c for c in bare if not unicodedata.combining(c))
