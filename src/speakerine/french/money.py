"""Sums of money: 12,50 €, 2,3 M€, 3 $, £5, 1,2 milliard d'€, 300 k€, CHF 3.50, 12€50, €/mois.

Source: Imprimerie nationale, Lexique, « Monnaies »; ISO 4217; Académie française: « un million
d'euros », « un euro et demi » but 1,50 € → « un euro cinquante » as it is said.
"""

import re

from .currency_list import CURRENCIES, PRICED_BY, SCALES, Currency
from .numbers import cardinal, digits, read, say
from .patterns import Pattern
from .typography import MAYBE_SIGNED, NUMBER, SIGN, alternatives, words
from .unit_lists import UNIT_SYMBOLS
from .units import final_stop, singular_unit

_CODES = alternatives([code for code in CURRENCIES if code not in ("euro", "euros", "F", "Fr.")])
_PREFIXED = alternatives(words("Rs € $ £ ¥ US$ CHF EUR USD GBP C$ CA$ A$ R$ ₹ Fr. ₩ ₽"))
_SCALE = "(?:k|K|T(?= ?[€$£])|M|Mds?|[Mm]rds?|MM|G|Mio|mln|mds?|bn|m|millions?|milliards?|mille)"
_ENGLISH_SCALE = rf"(?:{_SCALE[3:-1]}|[bt]n|[bt]rillions?|billions?)"
_PER = rf"(?: ?/ ?(?P<per>{alternatives(list(UNIT_SYMBOLS))}|[a-zà-ÿ]{{2,20}})(?!\w))?"
_AFTER = Pattern(
    rf"{MAYBE_SIGNED}(?<![\w.,])(?P<n>{SIGN}{NUMBER})(?: ?(?P<scale>{_SCALE})\.?(?: (?:de "
    rf"|d['’]))?)? ?(?:d['’])?(?P<cur>{_CODES})(?P<cents>\d\d)?(?!\w){_PER}"
)
_EURO_WORD_SCALE = Pattern(
    rf"{MAYBE_SIGNED}(?<![\w.,])(?P<n>{SIGN}{NUMBER}) ?(?P<scale>M|Mds?|[Mm]rds?|mds?|k"
    rf"|K(?! de \d))\.?(?= (?:d['’]"
    r"|de |euros?\b|dollars?\b))"
)
_BEFORE = Pattern(
    rf"(?<![\w.,])(?P<sign>[-−–+])?(?P<cur>{_PREFIXED}) ?(?P<n>{NUMBER})(?: ?"
    rf"(?P<scale>{_ENGLISH_SCALE})(?!\w))?(?: (?:de |d['’])(?P=cur))?"
)
_UROS = Pattern(r"€uros?\b")
_SWISS_DASH = Pattern(r"(?<=\d)\.[-–—](?!\w|\d)")
_SWISS_ALONE = Pattern(r"(?<=\d)\.[-–—](?= ?[/,;.)]| (?:par|pour|la|le)\b|$)(?! ?(?:CHF|EUR|€|[Ff]r))")
_CURRENCY_BEFORE = Pattern(r"(?:CHF|EUR|[€$£]|Fr\.?|fr\.?) ?[\d.,'’]+(?: \d{3})*\Z")
_CAPACITOR = Pattern(r"(?i:condensateur|capacité électrique)")
_PRICED_LOW = Pattern(r"(?i:augment|baiss|coût|hausse|€|\beuros?\b|prix|pain\b|baguette|timbre|litre|kilo)")
_CENTIMES = Pattern(r"(?<=\d )c\.(?:(?P<end>(?= ?$))|(?=[,;)]| (?:le|la|par|de plus|de moins)\b))")
_GEM = Pattern(r"(?i:\b(?:diamant|brillant|saphir|rubis|émeraude|bague|solitaire))")
_CARATS = Pattern(r"(?<=\d )cts?(?![\w/])")
_EXCHANGED = Pattern(
    r"(?i:\b(?:l['’]euro|la livre|le yen|le dollar|la monnaie|le franc suisse)\b)[^.;\d]{0,30}"
    r"(?i:échang|val|vau|cot|grimp|recul|pass|mont|tomb|baiss|trait)[a-zà-ÿ]* "
    r"(?:à |contre |pour |autour de )?\Z"
)
_THE_KILO = Pattern(r"(?<=[€$] le )kg(?!\w)|(?<=euros le )kg(?!\w)")
_PER_COUNT = Pattern(rf"(?<=[€$£])/(?={NUMBER} ?(?:[lLgtm]|kg|km|h|ml|cl|habitants|kWh)(?!\w))")
_LATE_CENTS = Pattern(r"(?<![\w.,])(?P<n>\d{1,6}) € ?(?P<c>\d\d)(?![\w%]|[.,]\d| ?[\w%€$°])")
_ENGLISH_THOUSANDS = Pattern(r"(?<=[$£€])(?P<gap>\s?)(?P<n>[1-9]\d{0,2},\d{3})(?![\d,])")
_FRANCS = Pattern(
    rf"(?<![\w.,])(?P<n>{NUMBER}) (?P<scale>[kM]|Mds?)?F"
    r"(?=$|[ ,;:)!?]|\.(?:$| )|/(?:mois|an|jour|kg|l\b))(?! [A-Z])"
)
_LONE_SCALE = Pattern(r"(?<![\w.,])(?<!\d )(?P<scale>k|K|M|Mds?|Mrds?)(?P<cur>[€$£]|(?<=s) [€$£])(?!\w)")
_BEFORE_TAX = Pattern(r"(?P<gap>(?<=[\w€$£]) ?)H\.?T\.?(?!\w)(?P<ends>(?= ?$))?")
_A_SUM = Pattern(r"(?:euros?|[€$£]|dollars?|francs?)[^.;]{0,25}\Z")
_LONE_MILLIONS = Pattern(r"\d (?:M|Mds?|Mrds?)(?!\w)")
_FAR = Pattern(rf"(?<![\w.,])(?P<n>{NUMBER}) (?P<scale>M|Mds?|Mrds?) (?=(?:km|m[23²³])(?!\w))")
_MILLIONS = Pattern(
    r"(?<![\w.,])(?P<n>\d{1,4},\d{1,2}) (?P<scale>M|Mds?)(?P<stop>\.?)(?= |[),;:!?]|$)"
    r"|(?<![\w.,])(?P<whole>\d{1,4}) (?P<big>M|Mds?)(?=\. (?:L[ea]s?|Ils?|Elles?|Une?|Ce|C['’]|En|Mais"
    r"|Pour|On|Et|Son|Sa) ?[a-zà-ÿ])"
)
_FOLLOWERS = Pattern(
    r"(?<![\w.,])(?P<n>\d{1,4}(?:[.,]\d)?) ?[kK] (?=(?!de\b|des\b|du\b|sur\b|en\b|dans\b|pour\b|et\b"
    r"|ou\b|est\b)[a-zà-ÿ]{3,})"
)
_PLACED = Pattern(
    r"(?:bus|ligne|porte|quai|bâtiment|escalier|appartement|appt|chambre|salle|groupe|lot|place|siège|vol)"
    r" \Z"
)
_RATE = Pattern(rf"(?<![\w€$£])(?<!\d )([€$£])/(?P<per>{alternatives(UNIT_SYMBOLS)}|[a-z]{{2,20}})(?!\w)")
_WORDED = Pattern(
    rf"{MAYBE_SIGNED}(?<![\w.,])(?P<n>{SIGN}(?:[1-9]\d{{0,2}}(?: \d{{3}})+|\d+),\d\d) (?P<cur>euros?"
    rf"|dollars?|francs?)"
    r"(?!\w| (?:suisse|canadien|américain|austral|C))"
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
_THOUSANDTHS = 3
_PENNY = {False: "penny", True: "pence"}


def say_money(text: str) -> str:
    """« 12,50 € » → « douze euros cinquante », « 2,3 M€ » → « deux virgule trois millions d'euros »."""
    text = _swept(text)
    text = _WORDED.sub(_say_worded, text)
    text = _RATE.sub(lambda m: CURRENCIES[m[1]].many + _say_per(m["per"]), text)
    text = _BEFORE.sub(_say, text)
    text = _AFTER.sub(_say, text)
    text = _EURO_WORD_SCALE.sub(_say_scale_only, text)
    if "HT" in text or "H.T" in text:
        text = _BEFORE_TAX.sub(_say_before_tax, text)
    if _LONE_MILLIONS.search(text):
        text = _MILLIONS.sub(_say_millions, _FAR.sub(_say_far, text))
    return text


def _say_worded(match: re.Match[str]) -> str:
    """« 12,50 euros » → « douze euros cinquante »."""
    currency = CURRENCIES[_WORDS[match["cur"][0]]]
    return _say_rate(match["n"], currency) if _is_rate(match) else _say_plain(match["n"], currency)


def _is_rate(match: re.Match[str]) -> bool:
    """« L'euro s'échangeait à 1,08 $ » is a rate of exchange, said as a decimal."""
    return _EXCHANGED.search(match.string[max(0, match.start() - 60) : match.start()]) is not None


def _say_rate(written: str, currency: Currency) -> str:
    name = currency.many if read(written).is_plural else currency.one
    return f"{say(written, feminine=currency.feminine)} {name}"


def _say_swiss_dash(match: re.Match[str]) -> str:
    """« 12.– / 6.– » → « 12 francs / 6 francs »; « CHF 12.– » has its currency."""
    return (
        "" if _CURRENCY_BEFORE.search(match.string[max(0, match.start() - 12) : match.start()]) else " francs"
    )


def _say_far(match: re.Match[str]) -> str:
    """« 150 M km » → « 150 millions de km »."""
    return f"{match['n']} {SCALES[match['scale']]}{'s' * read(match['n']).is_plural} de "


def _say_before_tax(match: re.Match[str]) -> str:
    """« 12 € HT » → « douze euros hors taxes »."""
    if not _A_SUM.search(match.string[max(0, match.start() - 40) : match.start()]):
        return match[0]
    stop = match["ends"] is not None and match[0].rstrip().endswith(".")
    return f" hors taxes{'.' * stop}"


def _say_millions(match: re.Match[str]) -> str:
    """« un budget de 3,1 M. Le maire » → « trois virgule un millions. Le maire »: nobody is counted."""
    written, scale = match["n"] or match["whole"], SCALES[match["scale"] or match["big"]]
    many = read(written).is_plural
    after = match.string[match.end() : match.end() + 2].strip()
    stop = match["stop"] if match["n"] and (not after or after[0].isupper()) else ""
    return f"{say(written)} {scale}{'s' * many}{stop}"


def _swept(text: str) -> str:
    """Odd ways to write a sum, made plain: « 12 €uros », « 12.- », « 9 € 90 », « $1,000 », « en M€ »."""
    if "€" in text:
        text = _LATE_CENTS.sub(r"\g<n>,\g<c> €", _UROS.sub("€", text))
    text = _SWISS_DASH.sub("", _SWISS_ALONE.sub(_say_swiss_dash, text))
    if " c." in text and _PRICED_LOW.search(text):
        text = _CENTIMES.sub(lambda m: "centimes" + "." * (m["end"] is not None), text)
    if "ct" in text and _GEM.search(text):
        text = _CARATS.sub("carats", text)
    text = _THE_KILO.sub("kilo", text.replace("ct./", "ct/"))
    if "/" in text:
        text = _PER_COUNT.sub(" pour ", text)
    text = _ENGLISH_THOUSANDS.sub(lambda m: m["gap"] + m["n"].replace(",", ""), text)
    text = _LONE_SCALE.sub(
        lambda m: (
            f"{SCALES[m['scale']].replace('mille', 'millier')}s {of(CURRENCIES[m['cur'].strip()].many)}"
        ),
        text,
    )
    if "F" in text:
        text = _FRANCS.sub(_say_francs, text)
    return _FOLLOWERS.sub(_say_followers, text) if "k" in text or "K" in text else text


def _say_francs(match: re.Match[str]) -> str:
    """« 100 F » → « cent francs », « 12 MF » → « douze millions de francs »; « bus 21 F » stays."""
    if _PLACED.search(match.string[max(0, match.start() - 14) : match.start()]):
        return match[0]
    if _CAPACITOR.search(match.string):
        return f"{match['n']} farad{'s' * read(match['n']).is_plural}"
    if match["scale"]:
        return say_scaled(match["n"], SCALES[match["scale"]], CURRENCIES["F"])
    return _say_plain(match["n"], CURRENCIES["F"])


def _say_followers(match: re.Match[str]) -> str:
    """« 10K abonnés » → « dix mille abonnés », « 2,5 k vues » → « deux mille cinq cents vues »."""
    numeral = read(match["n"])
    return f"{numeral.whole}{numeral.decimals.ljust(3, '0')} "


def of(noun: str) -> str:
    """« d'euros », « de dollars »."""
    return f"d'{noun}" if noun[0] in _VOWELS and not noun.startswith("hry") else f"de {noun}"


def _say(match: re.Match[str]) -> str:
    groups = match.groupdict()
    currency = CURRENCIES[groups["cur"]]
    written = (groups.get("sign") or "") + match["n"]
    scale = groups.get("scale")
    per = _say_price_of(groups.get("per")) + final_stop(groups.get("per") or "", match)
    cents = groups.get("cents")
    if cents and read(written).decimals:
        return f"{_say_plain(written, currency)} {cents}"
    if cents:
        written = f"{written},{cents}"
    if scale:
        return f"{say_scaled(written, SCALES[scale], currency)}{per}"
    said = _say_rate if not per and _is_rate(match) else _say_plain
    return f"{said(written, currency)}{per}"


def say_scaled(written: str, scale: str, currency: Currency) -> str:
    """« 300 k€ » → « trois cent mille euros », « 1,2 Md€ » → « un virgule deux milliard d'euros »."""
    numeral = read(written)
    if scale == "mille":
        if numeral.decimals:
            thousands = f"{numeral.whole}{numeral.decimals[:3].ljust(3, '0')}"
            return f"{_signed(numeral.sign)}{say(str(int(thousands)))} {currency.many}"
        if len(numeral.whole) > _THOUSANDTHS:
            name = of(currency.many) if numeral.whole.endswith("000") else currency.many
            return f"{_signed(numeral.sign)}{say(numeral.whole + '000')} {name}"
        lead = "" if numeral.whole == "1" else say(written, rank=True) + " "
        return f"{lead}mille {currency.many}"
    return f"{say(written)} {scale}{'s' * numeral.is_plural} {of(currency.many)}"


def _say_plain(written: str, currency: Currency) -> str:
    numeral = read(written)
    if numeral.decimals and len(numeral.decimals) <= _HUNDREDTHS and currency.cent:
        return _signed(numeral.sign) + _say_cents(
            numeral.whole, int(numeral.decimals.ljust(2, "0")), currency
        )
    if (
        len(numeral.decimals or "") == _THOUSANDTHS
        and currency.one.startswith(("euro", "dinar"))
        and len(numeral.whole.strip("0")) == 1
    ):
        return _signed(numeral.sign) + _say_thousandths(numeral.whole, numeral.decimals, currency)
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


def _say_thousandths(whole: str, decimals: str, currency: Currency) -> str:
    """« 1,749 € », the price of fuel → « un euro sept cent quarante-neuf »."""
    name = currency.many if whole != "1" else currency.one
    return f"{digits(whole)} {name} {digits(decimals)}"


def _signed(sign: str) -> str:
    return f"{sign} " if sign else ""


def _say_scale_only(match: re.Match[str]) -> str:
    numeral, scale = read(match["n"]), SCALES[match["scale"]]
    return f"{say(match['n'])} {scale}{'s' * (numeral.is_plural and scale != 'mille')}"


def _say_price_of(written: str | None) -> str:
    """« 3 €/kg » → « trois euros le kilo », « 12 €/mois » → « douze euros par mois »."""
    return f" {PRICED_BY[written]}" if written in PRICED_BY else _say_per(written)


def _say_per(written: str | None) -> str:
    if not written:
        return ""
    return f" par {_PER_WORDS.get(written) or singular_unit(written)}"
