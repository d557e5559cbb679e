"""Sums of money: 12,50 €, 2,3 M€, 3 $, £5, 1,2 milliard d'€, 300 k€, CHF 3.50, 12€50, €/mois.

Source: Imprimerie nationale, Lexique, « Monnaies »; ISO 4217; Académie française: « un million
d'euros », « un euro et demi » but 1,50 € → « un euro cinquante » as it is said.
"""

import re
from typing import NamedTuple

from .numbers import cardinal, digits, read, say
from .patterns import Pattern
from .typography import NUMBER, SIGN, SPACE, alternatives, words
from .unit_lists import UNIT_SYMBOLS
from .units import singular_unit


class Currency(NamedTuple):
    """A currency's names, its gender, and its hundredth, or ""."""

    one: str
    many: str
    feminine: bool = False
    cent: str = ""


_EURO = Currency("euro", "euros", cent="centime")
_DOLLAR = Currency("dollar", "dollars", cent="cent")
_POUND = Currency("livre", "livres", feminine=True, cent="penny")
_STERLING = Currency("livre sterling", "livres sterling", feminine=True)
_FRANC = Currency("franc suisse", "francs suisses", cent="centime")
_YEN = Currency("yen", "yens")
_CFA = Currency("franc C F A", "francs C F A")
CURRENCIES = {
    "€": _EURO,
    "EUR": _EURO,
    "euros": _EURO,
    "euro": _EURO,
    "$": _DOLLAR,
    "USD": Currency("dollar américain", "dollars américains"),
    "US$": Currency("dollar américain", "dollars américains"),
    "$US": Currency("dollar américain", "dollars américains"),
    "$ US": Currency("dollar américain", "dollars américains"),
    "CAD": Currency("dollar canadien", "dollars canadiens"),
    "$CA": Currency("dollar canadien", "dollars canadiens"),
    "$ CA": Currency("dollar canadien", "dollars canadiens"),
    "C$": Currency("dollar canadien", "dollars canadiens"),
    "CA$": Currency("dollar canadien", "dollars canadiens"),
    "AUD": Currency("dollar australien", "dollars australiens"),
    "A$": Currency("dollar australien", "dollars australiens"),
    "£": _POUND,
    "GBP": _STERLING,
    "CHF": _FRANC,
    "Fr.": _FRANC,
    "¥": _YEN,
    "JPY": _YEN,
    "CNY": Currency("yuan", "yuans"),
    "RMB": Currency("yuan", "yuans"),
    "₩": Currency("won", "wons"),
    "KRW": Currency("won", "wons"),
    "₽": Currency("rouble", "roubles"),
    "RUB": Currency("rouble", "roubles"),
    "₹": Currency("roupie", "roupies", feminine=True),
    "INR": Currency("roupie indienne", "roupies indiennes", feminine=True),
    "₺": Currency("livre turque", "livres turques", feminine=True),
    "TRY": Currency("livre turque", "livres turques", feminine=True),
    "₴": Currency("hryvnia", "hryvnias", feminine=True),
    "UAH": Currency("hryvnia", "hryvnias", feminine=True),
    "₪": Currency("shekel", "shekels"),
    "₿": Currency("bitcoin", "bitcoins"),
    "BTC": Currency("bitcoin", "bitcoins"),
    "FCFA": _CFA,
    "F CFA": _CFA,
    "XOF": _CFA,
    "XAF": _CFA,
    "zł": Currency("zloty", "zlotys"),
    "PLN": Currency("zloty", "zlotys"),
    "₦": Currency("naira", "nairas"),
    "₫": Currency("dong", "dongs"),
    "฿": Currency("baht", "bahts"),
    "SEK": Currency("couronne suédoise", "couronnes suédoises", feminine=True),
    "NOK": Currency("couronne norvégienne", "couronnes norvégiennes", feminine=True),
    "DKK": Currency("couronne danoise", "couronnes danoises", feminine=True),
    "CZK": Currency("couronne tchèque", "couronnes tchèques", feminine=True),
    "HUF": Currency("forint", "forints"),
    "RON": Currency("leu", "lei"),
    "BRL": Currency("réal", "réaux"),
    "R$": Currency("réal", "réaux"),
    "MAD": Currency("dirham", "dirhams"),
    "DH": Currency("dirham", "dirhams"),
    "TND": Currency("dinar tunisien", "dinars tunisiens"),
    "DZD": Currency("dinar algérien", "dinars algériens"),
    "¢": Currency("cent", "cents"),
    "cts": Currency("centime", "centimes"),
    "ct": Currency("centime", "centimes"),
    "MXN": Currency("peso mexicain", "pesos mexicains"),
    "F": Currency("franc", "francs", cent="centime"),
}
_CODES = alternatives([code for code in CURRENCIES if code not in ("euro", "euros", "F", "Fr.")])
_PREFIXED = alternatives(words("€ $ £ ¥ US$ CHF EUR USD GBP C$ CA$ A$ R$ ₹ Fr. ₩ ₽"))
_SCALES = {
    "k": "mille",
    "K": "mille",
    "M": "million",
    "Mo": "million",
    "million": "million",
    "millions": "million",
    "G": "milliard",
    "Md": "milliard",
    "Mds": "milliard",
    "Mrd": "milliard",
    "Mrds": "milliard",
    "MM": "milliard",
    "milliard": "milliard",
    "milliards": "milliard",
    "bn": "milliard",
    "m": "million",
    "mille": "mille",
    "mln": "million",
    "Mio": "million",
    "mds": "milliard",
    "md": "milliard",
}
_SCALE = "(?:k|K|M|Mds?|Mrds?|MM|G|Mio|mln|mds?|bn|m|millions?|milliards?|mille)"
_PER = rf"(?:{SPACE}?/{SPACE}?(?P<per>{alternatives(list(UNIT_SYMBOLS))}|[a-zà-ÿ]{{2,20}})(?!\w))?"
_AFTER = Pattern(
    rf"(?<![\w.,])(?P<n>{SIGN}{NUMBER})(?:{SPACE}?(?P<scale>{_SCALE})\.?(?:{SPACE}(?:de{SPACE}"
    rf"|d['’]))?)?{SPACE}?(?:d['’])?(?P<cur>{_CODES})(?P<cents>\d\d)?(?!\w){_PER}"
)
_EURO_WORD_SCALE = Pattern(
    rf"(?<![\w.,])(?P<n>{SIGN}{NUMBER}){SPACE}?(?P<scale>M|Mds?|Mrds?|mds?|k|K)\.?(?={SPACE}(?:d['’]"
    rf"|de{SPACE}|euros?\b|dollars?\b))"
)
_BEFORE = Pattern(
    rf"(?<![\w.,])(?P<sign>[-−–+])?(?P<cur>{_PREFIXED}){SPACE}?(?P<n>{NUMBER})(?:{SPACE}?"
    rf"(?P<scale>{_SCALE})(?!\w))?(?:{SPACE}(?:de{SPACE}|d['’])(?P=cur))?"
)
_RATE = Pattern(
    rf"(?<![\w€$£])(?<!\d{SPACE})([€$£])/(?P<per>{alternatives(UNIT_SYMBOLS)}|[a-z]{{2,20}})(?!\w)"
)
_WORDED = Pattern(
    rf"(?<![\w.,])(?P<n>{SIGN}(?:[1-9]\d{{0,2}}(?:{SPACE}\d{{3}})+|\d+),\d\d){SPACE}(?P<cur>euros?|dollars?|francs?)"
    rf"(?!\w|{SPACE}(?:suisse|canadien|américain|austral|C))"
)
_WORDS = {"e": "€", "d": "$", "f": "F"}
_PER_WORDS = {
    "j": "jour",
    "an": "an",
    "mois": "mois",
    "h": "heure",
    "pers": "personne",
    "hab": "habitant",
    "sem": "semaine",
    "litre": "litre",
}
_VOWELS = "aeiouéèêhAEIOUÉ"
_HUNDREDTHS = 2
_PENNY = {False: "penny", True: "pence"}


def say_money(text: str) -> str:
    """« 12,50 € » → « douze euros cinquante », « 2,3 M€ » → « deux virgule trois millions d'euros »."""
    text = _WORDED.sub(lambda m: _say_plain(m["n"], CURRENCIES[_WORDS[m["cur"][0]]]), text)
    text = _RATE.sub(lambda m: CURRENCIES[m[1]].many + _say_per(m["per"]), text)
    text = _BEFORE.sub(_say, text)
    text = _AFTER.sub(_say, text)
    return _EURO_WORD_SCALE.sub(_say_scale_only, text)


def of(noun: str) -> str:
    """« d'euros », « de dollars »."""
    return f"d'{noun}" if noun[0] in _VOWELS and not noun.startswith("hry") else f"de {noun}"


def _say(match: re.Match[str]) -> str:
    groups = match.groupdict()
    currency = CURRENCIES[groups["cur"]]
    written = (groups.get("sign") or "") + match["n"]
    scale = groups.get("scale")
    per = _say_per(groups.get("per"))
    cents = groups.get("cents")
    if cents:
        written = f"{written},{cents}"
    if scale:
        return f"{say_scaled(written, _SCALES[scale], currency)}{per}"
    return f"{_say_plain(written, currency)}{per}"


def say_scaled(written: str, scale: str, currency: Currency) -> str:
    """« 300 k€ » → « trois cent mille euros », « 1,2 Md€ » → « un virgule deux milliard d'euros »."""
    numeral = read(written)
    if scale == "mille":
        if numeral.decimals:
            thousands = f"{numeral.whole}{numeral.decimals[:3].ljust(3, '0')}"
            return f"{_signed(numeral.sign)}{say(str(int(thousands)))} {currency.many}"
        lead = "" if numeral.whole == "1" else say(written, rank=True) + " "
        return f"{lead}mille {currency.many}"
    return f"{say(written)} {scale}{'s' * numeral.is_plural} {of(currency.many)}"


def _say_plain(written: str, currency: Currency) -> str:
    numeral = read(written)
    if numeral.decimals and len(numeral.decimals) <= _HUNDREDTHS and currency.cent:
        return _signed(numeral.sign) + _say_cents(
            numeral.whole, int(numeral.decimals.ljust(2, "0")), currency
        )
    name = currency.many if numeral.is_plural else currency.one
    if numeral.is_round_million:
        name = of(currency.many)
    return f"{say(written, feminine=currency.feminine)} {name}"


def _say_cents(whole: str, cents: int, currency: Currency) -> str:
    """« douze euros cinquante », « vingt centimes », « trois euros »."""
    name = currency.many if whole.lstrip("0") not in ("", "1") else currency.one
    main = f"{digits(whole, feminine=currency.feminine)} {name}"
    if not cents:
        return main
    if whole.strip("0"):
        return f"{main} {cardinal(cents)}"
    cent = _PENNY[cents > 1] if currency.cent == "penny" else currency.cent + "s" * (cents > 1)
    return f"{cardinal(cents)} {cent}"


def _signed(sign: str) -> str:
    return f"{sign} " if sign else ""


def _say_scale_only(match: re.Match[str]) -> str:
    numeral, scale = read(match["n"]), _SCALES[match["scale"]]
    return f"{say(match['n'])} {scale}{'s' * (numeral.is_plural and scale != 'mille')}"


def _say_per(written: str | None) -> str:
    if not written:
        return ""
    return f" par {_PER_WORDS.get(written) or singular_unit(written)}"
