"""Currencies by their signs and codes, and what is written for thousands, millions and more.

Source: ISO 4217; Imprimerie nationale, Lexique, « Monnaies »; the English billion is a milliard.
"""

from typing import NamedTuple


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
    "$ CAN": Currency("dollar canadien", "dollars canadiens"),
    "$CAN": Currency("dollar canadien", "dollars canadiens"),
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
    "ARS": Currency("peso argentin", "pesos argentins"),
    "NZD": Currency("dollar néo-zélandais", "dollars néo-zélandais"),
    "HKD": Currency("dollar de Hong Kong", "dollars de Hong Kong"),
    "HK$": Currency("dollar de Hong Kong", "dollars de Hong Kong"),
    "SGD": Currency("dollar de Singapour", "dollars de Singapour"),
    "AED": Currency("dirham des Émirats", "dirhams des Émirats"),
    "SAR": Currency("riyal saoudien", "riyals saoudiens"),
    "ZAR": Currency("rand", "rands"),
    "THB": Currency("baht", "bahts"),
    "VND": Currency("dong", "dongs"),
    "ILS": Currency("shekel", "shekels"),
    "NGN": Currency("naira", "nairas"),
    "EGP": Currency("livre égyptienne", "livres égyptiennes", feminine=True),
    "XPF": Currency("franc C F P", "francs C F P"),
    "F CFP": Currency("franc C F P", "francs C F P"),
    "DT": Currency("dinar tunisien", "dinars tunisiens"),
    "DA": Currency("dinar algérien", "dinars algériens"),
    "kr": Currency("couronne", "couronnes", feminine=True),
    "Fcfa": _CFA,
    "francs CFA": _CFA,
    "c€": Currency("centime", "centimes"),
    "F": Currency("franc", "francs", cent="centime"),
    "fr.": Currency("franc", "francs", cent="centime"),
}
SCALES = {
    "k": "mille",
    "K": "mille",
    "M": "million",
    "Mo": "million",
    "million": "million",
    "millions": "million",
    "T": "billion",
    "G": "milliard",
    "Md": "milliard",
    "Mds": "milliard",
    "Mrd": "milliard",
    "Mrds": "milliard",
    "mrd": "milliard",
    "mrds": "milliard",
    "MM": "milliard",
    "milliard": "milliard",
    "milliards": "milliard",
    "bn": "milliard",
    "billion": "milliard",
    "trillion": "billion",
    "billions": "milliard",
    "trillions": "billion",
    "tn": "billion",
    "m": "million",
    "mille": "mille",
    "mln": "million",
    "Mio": "million",
    "mds": "milliard",
    "md": "milliard",
}
