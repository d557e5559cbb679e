"""Addresses and names of the network: URLs, e-mail, handles, hashtags, file names, versions.

Source: OQLF, « Lecture des adresses électroniques » (arobase, point, tiret, tiret bas; its « barre oblique »
is « slash » here, see DECISIONS); France Terme for « mot-dièse », of which the press says « hashtag ».
"""

import re
from collections.abc import Iterable

from .acronyms import spell
from .numbers import digits, one_by_one
from .patterns import Pattern
from .typography import LOWER, UPPER

_TLD = (
    r"(?:fr|com|org|net|eu|be|ch|ca|info|gouv|edu|io|uk|de|es|it|lu|gov|int|tv|paris|bzh|re|nc|pf|dev"
    r"|app|ai|co|"
    r"me|news|media|blog|online|site|shop|us|ru|cn|jp|br|ma|dz|tn|sn|ci|cm|mg|pt|nl|pl|ro|se|no|fi|dk"
    r"|at|ie|gr|"
    r"ly|gl|link|xyz|tech|agency|pro|store|world|cloud|"
    r"cz|hu|ua|asso|museum|radio|gg|fm|to|cat|qc|quebec|corsica|sm)"
)
_URL = Pattern(
    r"(?<![\w@.])(?:https?://|ftp://|mailto:|www\.)[^\s<>«»“”\"]{1,500}"
    rf"|(?<![\w@./-])(?:[a-zA-Z0-9](?:[\w-]{{0,62}})\.){{1,4}}{_TLD}(?![\w@-]|\.\w)"
    rf"(?:/[^\s<>«»“”\"]{{0,300}})?"
)
_EMAIL = Pattern(
    r"(?<![\w.+-])[a-zA-Z0-9_+-]{1,64}(?:\.[\w+-]{1,64}){0,5}@"
    r"(?:[a-zA-Z0-9-]{1,63}\.){1,5}[a-zA-Z]{2,12}(?!\w)"
)
_HANDLE = Pattern(
    r"(?<![\w.@/])@(\w{1,50}(?:\.[a-z0-9_]{2,30}){0,3})(?:@((?:[a-zA-Z0-9-]{1,40}\.){1,3}[a-zA-Z]{2,12}))?"
)
_HASHTAG = Pattern(r"(?<![\w&#/])#(\w{1,80})")
_NUMBER_KEY = Pattern(r"(?<![\w&#/])# (?=\d)")
_EXTENSIONS = {
    "pdf": "P D F",
    "doc": "doc",
    "docx": "doc X",
    "xls": "X L S",
    "xlsx": "X L S X",
    "csv": "C S V",
    "txt": "T X T",
    "jpg": "J P G",
    "jpeg": "J peg",
    "png": "P N G",
    "gif": "gif",
    "mp3": "M P trois",
    "mp4": "M P quatre",
    "avi": "A V I",
    "zip": "zip",
    "html": "H T M L",
    "htm": "H T M",
    "py": "P Y",
    "js": "J S",
    "json": "json",
    "xml": "X M L",
    "exe": "exe",
    "ppt": "P P T",
    "pptx": "P P T X",
    "odt": "O D T",
    "md": "M D",
    "toml": "toml",
    "wav": "wav",
    "epub": "e-pub",
    "svg": "S V G",
    "css": "C S S",
    "php": "P H P",
    "rtf": "R T F",
    "rar": "rar",
    "sh": "S H",
    "yml": "Y M L",
    "yaml": "yaml",
    "ini": "ini",
    "log": "log",
    "gz": "G Z",
    "tar": "tar",
}
_FILE = Pattern(
    rf"(?<![\w./@-])([\w-]{{1,80}}(?:\.[\w-]{{1,20}}){{0,2}})\.({'|'.join(_EXTENSIONS)})(?![\w-]|\.\w)",
    re.IGNORECASE,
)
_BARE_EXTENSION = Pattern(rf"(?<![\w./…])\.({'|'.join(_EXTENSIONS)})(?![\w-]|\.\w)", re.IGNORECASE)
_BARE_DOMAIN = Pattern(r"(?<=[ '’«])\.(com|fr|org|net|eu|be|ch|ca|gouv|edu|io|ai|paris|bzh)(?![\w-]|\.\w)")
_BARE_DOMAINS = Pattern(r"(?<=[ '’«])\.([a-z]{2,12})\.(com|fr|org|net|eu|be|ch|ca|uk)(?![\w-]|\.\w)")
_LINEAGE = Pattern(
    r"(?<![\w.])(?:(?P<l>[A-Z]{1,2})\.?(?P<n>\d{1,4}(?:\.\d{1,4}){2,4})"
    r"|(?P<letters>[A-Z]{2,3})\.(?P<numbers>\d{1,3}(?:\.\d{1,3}){1,4}))(?![\w]|[.,]\d)"
)
_BOOK = Pattern(
    r"(?<!\w)(?P<kind>ISBN(?:-1[03])?|ISSN|EAN)(?P<gap> ?:? ?)(?P<n>\d(?:[- ]?\d){6,12}(?:[- ]?X)?)(?![\w-])"
)
_BANK = Pattern(
    r"(?<!\w)(?P<c>FR|BE|CH|LU|DE|ES|IT|MC)(?P<k>\d\d)"
    r"(?P<n>(?: ?\d{4}){3,6}(?: ?\d{1,4})?)(?!\w)"
)
_COMPANY = Pattern(
    r"(?:(?<=SIRET )|(?<=SIRET : )|(?<=SIREN )|(?<=SIREN : )"
    r"|(?<=RCS ))(?P<city>(?:[A-Z][a-zé]{1,20} )?(?:[A-D] )?)"
    r"(?P<n>\d{3} ?\d{3} ?\d{3}(?: ?\d{5})?)(?!\d)"
)
_INSURED = Pattern(r"(?<![\w.,])(?P<n>[12] \d\d \d\d \d[\dAB] \d{3} \d{3}(?: \d\d)?)(?![\w]|[.,]\d)")
_VAT = Pattern(r"(?<!\w)FR ?(\d\d) ?(\d{3}) ?(\d{3}) ?(\d{3})(?!\w)")
_SOFTWARE = (
    "version|v|[Pp]atch|[Ff]irmware|iOS|iPadOS|macOS|watchOS|Android|Windows|Linux|Python|PHP|Java|HTML|CSS|USB|USB-C|PCIe|Bluetooth"
    "|GPT|ChatGPT|"
    "Firefox|Chrome|Ubuntu|Debian|Unicode|HTTP|TLS|HDMI|Wi-Fi|WiFi|Llama|Claude|Gemini|Office|noyau|release|"
    "mise à jour|web|Web|Mistral|DALL-E|Node|React|Django|Fedora|Safari|Edge|DirectX|OpenGL|build"
    "|niveau|son|RFC|norme|section|Section|chapitre|Chapitre|rubrique|figure|Figure|tableau|Tableau|équation|annexe"
)
_VERSION = Pattern(
    rf"(?<!\w)(?:(?P<name>{_SOFTWARE})(?:[ -])?)(?P<named>\d{{1,4}}(?:\.\d{{1,6}}){{1,4}})"
    rf"(?![\w]|[.,]\d)"
    r"|(?<![\w.,])(?P<bare>\d{1,4}(?:\.\d{1,6}){2,5}|\d\.0"
    r"|(?<=\b[Ll]a )\d{1,2}\.\d{1,2}(?=[.,;:!?)]?(?: |$))(?! [a-z]))"
    r"(?![\w%€$]|[.,]\d| ?(?:[%€$‰°]|[lL]\b))"
)
_SHORT_VERSION = Pattern(r"(?<=\b[Ll]a )v\. ?(?=\d+\.\d)")
_DATE_OR_THOUSANDS = Pattern(r"\d{1,3}(?:\.\d{3})+|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)")
_SIGNS = {
    ".": "point",
    "/": "slash",
    "-": "tiret",
    "_": "tiret bas",
    "@": "arobase",
    ":": "deux-points",
    "?": "point d'interrogation",
    "=": "égal",
    "&": "et",
    "+": "plus",
    "#": "dièse",
    "%": "pour cent",
    "~": "tilde",
}
_TOKEN = Pattern(rf"\d+|[{UPPER}]?[{LOWER}]+|[{UPPER}]+(?![{LOWER}])|[^\W\d_]+|[^\w\s]|_")
_CAMEL = Pattern(
    rf"\d+(?:er|re|e)(?![{LOWER}])|\d+|[{UPPER}]{{2,}}(?![{LOWER}])|[{UPPER}]?[{LOWER}]+|[{UPPER}]|[^\W\d_]+|_"
)
_VOWEL = Pattern("[aeiouyàâéèêëîïôùûü]", re.IGNORECASE)
_LONGEST_PATH = 9
"""Words and signs that one may be asked to keep in mind."""
_UNSAYABLE = 4
_COUNTRY = Pattern(r"(?<=\.)(?!co|me|ly|to)[a-z]{2}(?=$|/)")


def say_urls(text: str) -> str:
    """« https://www.exemple.fr/page » → « exemple point f r slash page »; a long path is dropped."""
    return _URL.sub(_say_url, text)


def say_numbers_of_record(text: str) -> str:
    """ISBN figure by figure, IBAN by pairs, Siren by threes: « ISBN 2-07 » → « I S B N deux zéro sept »."""
    text = _BOOK.sub(_say_book, text)
    text = _BANK.sub(_say_bank, text)
    text = _INSURED.sub(lambda m: _by_groups(m["n"].split()), text)
    text = _VAT.sub(lambda m: f"F R {_by_groups(m.groups())}", text)
    return _COMPANY.sub(_say_company, text)


def say_emails(text: str) -> str:
    """« jean.dupont@exemple.fr » → « jean point dupont arobase exemple point f r »."""
    return _EMAIL.sub(lambda match: say_address(match[0]), text)


def say_handles(text: str) -> str:
    """« @jean_dupont » → « arobase jean tiret bas dupont »."""
    return _HANDLE.sub(_say_handle, text)


def say_hashtags(text: str) -> str:
    """« #BalanceTonPorc » → « hashtag Balance Ton Porc »; « #5 » is « numéro 5 »."""
    return _HASHTAG.sub(_say_hashtag, _NUMBER_KEY.sub("numéro ", text))


def say_bare_extensions(text: str) -> str:
    """« un .pdf » → « un point P D F », « un nom en .fr » → « un nom en point f r »."""
    text = _BARE_DOMAIN.sub(lambda m: say_address(m[0]), _BARE_DOMAINS.sub(lambda m: say_address(m[0]), text))
    return _BARE_EXTENSION.sub(lambda m: f"point {_EXTENSIONS[m[1].lower()]}", text)


def say_files(text: str) -> str:
    """« rapport_2024.pdf » → « rapport tiret bas deux mille vingt-quatre point P D F »."""
    return say_file(say_bare_extensions(text))


def say_file(text: str) -> str:
    """« notes.txt » → « notes point T X T », wherever it is in the text."""
    return _FILE.sub(lambda m: f"{say_address(m[1])} point {_EXTENSIONS[m[2].lower()]}", text)


def say_versions(text: str) -> str:
    """« iOS 17.4 » → « iOS dix-sept point quatre », « 2.0.1 » → « deux point zéro point un »."""
    text = _SHORT_VERSION.sub("version ", text)
    return _LINEAGE.sub(_say_lineage, _VERSION.sub(_say_version, text))


def _say_lineage(match: re.Match[str]) -> str:
    """« B.1.1.7 » → « B un un sept », « BA.2.86 » → « B A deux quatre-vingt-six »."""
    letters, numbers = match["l"] or match["letters"], match["n"] or match["numbers"]
    return f"{spell(letters)} {' '.join([digits(part) for part in numbers.split('.')])}"


def _say_url(match: re.Match[str]) -> str:
    url = match[0].rstrip(".,;:!?…)]'’*")
    rest = match[0][len(url) :]
    address = re.sub(r"^(?:https?://|ftp://|mailto:)?(?:www\.)?", "", url).rstrip("/")
    if not address:
        return match[0]
    host, _, path = address.partition("/")
    path = re.split("[?#]", path)[0].rstrip("/")
    if path and len(_TOKEN.findall(path)) <= _LONGEST_PATH:
        host = f"{host}/{path}"
    return say_address(host) + rest


def say_address(address: str) -> str:
    """« exemple.eu » → « exemple point e u »: the two letters of a country are spelled."""
    address = _COUNTRY.sub(lambda match: " ".join(match[0]), address)
    return " ".join([_say_token(token) for token in _TOKEN.findall(address)])


def _say_token(piece: str) -> str:
    if piece in _SIGNS:
        return _SIGNS[piece]
    if piece.isdigit():
        return digits(piece)
    if len(piece) <= _UNSAYABLE and not _VOWEL.search(piece) and piece != "www":
        return spell(piece).lower()
    return piece if piece.isalpha() else ""


def _say_book(match: re.Match[str]) -> str:
    figures = re.sub("[- ]", "", match["n"])
    kind = match["kind"].replace("-", " ")
    return f"{kind}{match['gap']}{one_by_one(figures.removesuffix('X'))}{' X' * figures.endswith('X')}"


def _by_groups(groups: Iterable[str]) -> str:
    """Figures as numbers, « 019 » is « zéro dix-neuf »; the « 2A » of Corsica by its signs."""
    return " ".join([digits(group, rank=True) if group.isdigit() else spell(group) for group in groups])


def _say_bank(match: re.Match[str]) -> str:
    figures = "".join(match["n"].split())
    pairs = [figures[i : i + 2] for i in range(0, len(figures), 2)]
    return " ".join([spell(match["c"]), digits(match["k"]), *[digits(pair) for pair in pairs]])


def _say_company(match: re.Match[str]) -> str:
    figures = "".join(match["n"].split())
    groups = [figures[i : i + 3] for i in range(0, 9, 3)] + ([figures[9:]] if figures[9:] else [])
    return match["city"] + _by_groups(groups)


def _say_handle(match: re.Match[str]) -> str:
    parts = [_CAMEL.findall(part) for part in match[1].split(".")]
    name = " point ".join([" ".join([_say_token(token) for token in part]) for part in parts])
    server = f" arobase {say_address(match[2])}" if match[2] else ""
    return f"arobase {name}{server}"


def _say_hashtag(match: re.Match[str]) -> str:
    if match[1].isdigit():
        return f"numéro {match[1]}"
    words = [digits(word) if word.isdigit() else word for word in _CAMEL.findall(match[1]) if word != "_"]
    return f"hashtag {' '.join(words)}".rstrip()


def _say_version(match: re.Match[str]) -> str:
    written = match["named"] or match["bare"]
    if match["bare"] and _DATE_OR_THOUSANDS.fullmatch(written):
        return match[0]
    spoken = " point ".join([digits(part) for part in written.split(".")])
    name = match["name"]
    if not name:
        return spoken
    if name == "v":
        return spoken if match.string.endswith("version ", 0, match.start()) else f"version {spoken}"
    return f"{name} {spoken}"
