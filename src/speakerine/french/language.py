"""Which language a text is in: French told from its neighbours by their commonest words and letters.

Source: the most frequent function words of each language, those that two languages share left out or
weighed by how many share them. Quotations do not count.
"""

from collections import Counter
from dataclasses import dataclass

from .patterns import Pattern

_WORDS = {
    "fr": "le la les de des du et est un une en que qui dans pour pas ce il elle au aux avec sur par plus "
    "sont ne se cette ces mais ou où à très "
    "nous vous ils leur été s'est j'ai on être a ont comme tout fait sa son ses après aussi deux selon "
    "entre c'est d'un d'une qu'il n'est lui depuis",
    "en": "the of and to in is that for was on with as are be this have from at by not it he his they but "
    "which were an had their has we who "
    "will would been there said its you she or when what more if can about after one all",
    "es": "el la los las de del y en que un una es por con para no se su al lo como más pero sus le ha me "
    "sin sobre este ya entre cuando todo "
    "esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay "
    "vez puede todos",
    "it": "il lo la i gli le di e è che un una in per con non si da del della dei delle al alla nel nella "
    "sono ma come più anche ha dal dalla "
    "questo questa suo sua se ci o ho quando hanno essere stato due ai tra così dopo fatto perché "
    "degli agli c'è",
    "pt": "o a os as de do da dos das e em que um uma é para com não no na nos nas se por mais ao como mas "
    "foi sua seu ou quando muito já "
    "também pelo pela até isso ela entre depois sem mesmo aos são está seus quem você foram tem à",
    "ca": "el la els les de del dels i en que un una és per amb no es al als ho més però com seu seva "
    "aquest aquesta ha han són pel pels "
    "també molt hi va quan sense tot entre fins ser perquè d'un d'una què li si o ja on des",
    "oc": "lo la los las de del dels e en que un una es per amb non se al als mai mas coma son sas aqueste "
    "aquesta an foguèt pas tanben fòrça i "
    "quand sens tot entre èsser qu'es òc d'un d'una dins sus pòt aver plan ont jos",
    "ro": "și în de la a cu pe nu că este un o din care mai pentru sunt fost dar se au al ale lui ei să "
    "prin după sau ca fi acest această cum "
    "între când foarte toate către fără până unei unui cel cea",
    "de": "der die das und in zu den von ist mit sich des auf für im dem nicht ein eine als auch es an "
    "werden aus er hat dass sie nach wird bei "
    "einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit "
    "wordt naar door over ze hij heeft hebben "
    "worden dit die werd was tot deze of kan meer geen al zo wel moet na",
}
_LETTERS = {
    "fr": "çœêùûîâ",
    "es": "ñ¿¡",
    "pt": "ãõ",
    "de": "ßäö",
    "ro": "șțăşţ",
    "ca": "·",
    "it": "",
    "oc": "òè",
    "en": "",
    "nl": "",
}
_SHAPES = {
    "fr": r"\w+(?:eaux?|eux|euses?|eurs?|oires?|ées|ières?|aient|oir|ois|ait|iques?|elles?|illes?|ements?)"
    r"|\w{2,}és?",
    "en": r"\w+(?:ings?|tions?|ness|ought?|ough|ights?|ly|ed)|(?:th|wh|kn)\w+|\w+(?:sh|ck)",
    "es": r"\w+(?:ci[óo]n|ciones|si[óo]n|dad|dades|ería|ió|aron|ieron|uelas?|[ií]as?|ados?|illos?|inos)",
    "it": r"\w+(?:zion[ei]|ssion[ei]|tà|zz[aeo]|gli[aeo]?|ggi[ao]|cch\w+|ono|ato|ati|ura)",
    "pt": r"\w+(?:ção|ções|são|ões|ãos?|dades?|nh[ao]s?|lh[ao]s?|agem|eir[ao]s?|ou|ento)",
    "ca": r"\w+(?:ci[óo]|cions|ssi[óo]|atge|tats?|eix\w*|ïns|any[ae]?s?|ment|ques)",
    "oc": r"\w+(?:cion|cions|sion|tz|nh[ae]?s?|lh[ae]?s?|èt|adas?|icas)|\w*ò\w+",
    "ro": r"\w+(?:ului|ilor|iilor|iei|iții|ție|ții|ează|ește|ești|ății|ul|irea|erea)",
    "de": r"\w+(?:ung|ungen|keit|heit|lich\w*|isch\w*|schaft|ieren|cht\w*)|sch\w+",
    "nl": r"\w+(?:ing|ingen|heid|lijke?|schap|tie|eren|isten|ij\w*)|\w*(?:oo|aa|uu|ij)\w+|\w+school",
}
"""How the words of a language look; each counts for as much as a letter of its own."""
_SHAPE = {code: Pattern(shape) for code, shape in _SHAPES.items()}
_LETTER_WEIGHT = 0.3
_NAMES = {
    "fr": "français",
    "en": "anglais",
    "es": "espagnol",
    "it": "italien",
    "pt": "portugais",
    "ca": "catalan",
    "oc": "occitan",
    "ro": "roumain",
    "de": "allemand",
    "nl": "néerlandais",
}
_SHARED = Counter(word for words in _WORDS.values() for word in set(words.split()))
_WEIGHTS = {code: {word: 1 / _SHARED[word] for word in set(words.split())} for code, words in _WORDS.items()}
_QUOTED = Pattern(r"«[^»]{0,2000}»|“[^”]{0,2000}”|\"[^\"]{0,2000}\"")
_ADDRESS = Pattern(r"https?://\S{1,500}|\S{1,100}@\S{1,100}")
_TOKEN = Pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ELISION = Pattern(r"(?:[cdjlmnst]|qu|jusqu|lorsqu)['’]")
_ELISION_WEIGHT = 0.4
_LONG_ENOUGH = 25
_FEWEST = 4
_CLEAR = 0.15
_ENOUGH = 60_000
"""Characters after which more text tells nothing more."""


@dataclass(frozen=True, slots=True)
class Language:
    """A guess: ISO 639 code ("" when there is nothing to go by), how far ahead it is, whether to trust it."""

    code: str
    confidence: float
    is_sure: bool

    @property
    def name(self) -> str:
        """Its French name: « anglais »."""
        return _NAMES.get(self.code, "inconnu")


def language(text: str) -> Language:
    """Tell the language of a text: « Le chat dort sur le lit. » → fr."""
    text = text[:_ENOUGH].lower().replace("’", "'")
    unquoted = _ADDRESS.sub(" ", _QUOTED.sub(" ", text))
    tokens = _TOKEN.findall(unquoted)
    if len(tokens) < _FEWEST:
        unquoted = text
        tokens = _TOKEN.findall(text)
    if not tokens:
        return Language("", 0.0, is_sure=False)
    ranked = sorted(_scores(tokens, unquoted).items(), key=_french_first_of_equals, reverse=True)
    (code, best), (_, second) = ranked[0], ranked[1]
    if best <= 0:
        return Language("", 0.0, is_sure=False)
    confidence = round((best - second) / best, 3)
    return Language(code, confidence, is_sure=len(tokens) >= _LONG_ENOUGH and confidence > _CLEAR)


def _french_first_of_equals(scored: tuple[str, float]) -> tuple[float, bool]:
    code, score = scored
    return score, code == "fr"


def _scores(tokens: list[str], text: str) -> dict[str, float]:
    counts = Counter(tokens)
    letters = Counter(text)
    scores = {}
    for code, weights in _WEIGHTS.items():
        score = sum(weight * counts[word] for word, weight in weights.items())
        shaped = sum(n for word, n in counts.items() if _SHAPE[code].fullmatch(word))
        scores[code] = score + _LETTER_WEIGHT * (shaped + sum(letters[letter] for letter in _LETTERS[code]))
    scores["fr"] += _ELISION_WEIGHT * sum(n for word, n in counts.items() if _ELISION.match(word))
    return scores
