"""Every rule, in the order in which it runs, with what a sentence must have for it to be worth trying.

The order avoids most mistakes: addresses before anything that reads points and slashes, odd writings before
what reads them, dates before fractions, fractions before ranges, money before units, numbers last, with the
nouns then in sight.
"""

from collections.abc import Callable
from typing import NamedTuple

from .abbreviations import ABBREVIATED, ABBREVIATED_WORDS, say_abbreviations
from .accents import CEDILLAS, INITIALS, restore_accents, restore_initials
from .acronyms import say_acronyms, say_alphanumerics
from .chess import MOVED, say_chess
from .counting import say_numbers
from .dates import say_dates
from .dimensions import CROSSED, LABELLED, say_dimensions, say_labelled_sizes
from .electronic import (
    say_emails,
    say_files,
    say_handles,
    say_hashtags,
    say_numbers_of_record,
    say_urls,
    say_versions,
)
from .era import say_era
from .formulas import FORMULA, say_formulas
from .fractions import say_finals, say_fractions
from .inclusive import say_inclusive
from .listings import A_PART, LISTED, say_listings
from .money import say_money
from .months import MONTHS, SHORT_DAYS, SHORT_MONTHS
from .notices import NOTICED, PER, say_notices
from .operations import say_operations
from .ordinals import say_ordinals
from .pastimes import PLAYED, say_pastimes
from .paths import PATH, say_paths
from .patterns import Pattern
from .ranges import say_ranges, say_sets
from .recipes import SPOON_WORDS, SPOONS, say_recipes
from .references import say_references
from .roman import say_romans
from .scripture import BOOKS, EPISTLES, NAMED, say_scripture
from .seldom_units import PORTION, SELDOM, say_seldom_units
from .small_ads import ADVERTISED, SLASHED, say_small_ads
from .sports import SPORTING, say_sports
from .symbols import say_symbols
from .telephones import say_telephones
from .times import say_durations, say_times
from .titles import say_titles
from .typography import words
from .units import say_lone_units, say_measures, say_percents
from .untidy import UNTIDY, tidy_up
from .variants import DAYS, say_odd_figures, say_odd_ranks, say_odd_sums, say_odd_words, say_short_days
from .years import say_years

FIGURE = r"\d"
SIGN = (
    r"\)(?<=[eéno]\))[a-zà-ÿ]|Rh ?[-−–]|[A-DO][-−](?![\wÀ-ÿ])|[:;=][-']?[DPpOo()/|]"
    r"|[^\w\s.,;:!?'’«»\"()…–—“”-]|[_µα-ωΑ-Ω]"
)
CAPITALS = r"[A-Z](?:[A-Z]|[.&] ?[A-Z]|-[DV]\b|-[A-Z]|(?<=[a-z].))|-[A-Z]\b"
TITLES = frozenset(
    words(
        "Mal Pdt Prés Lieut brig Cel mt "
        "Pre Cap MMe MME MMES MLLE MLLES MGR DR "
        "Mrs Cte Vte Mis PP SS LL Gd Gds Gde Gdes "
        "M MM Mr Mt Mme Mmes Mlle Mlles Me Mes Mgr Dr Dre Drs Pr Prs Prof Gal Gén Cdt Cne Lt Sgt Cpt Col "
        "Vve St Ste STE ST Sts Stes st ste sts stes Sr Ht Hts Hte Htes WE we gal gén col cap cne cdt lt adj "
        "sgt pdt prés card prof insp fr P p F f S R LL Pt Ch Ph adjt"
    )
)
DATES = frozenset(
    form
    for word in (*MONTHS, *SHORT_MONTHS, *SHORT_DAYS, "aout", "fevrier", "decembre")
    for form in (word, word.capitalize(), word.upper())
)
UNITS = frozenset(words("km kg cm mm hl kW MW GW kWh MWh GWh TWh Go Mo To m C mmHg kbit Mbit Gbit"))
OF_RECORD = frozenset(
    words("sécurité sécu Sécurité Sécu ISBN ISSN EAN SIREN SIRET RCS FR BE CH LU DE ES IT MC")
)
ROMAN = (
    r"[pP](?:\.|ages?) ?[ivxl]"
    r"|[ivx]e.(?:siècle|dynas|arrond)|[IVX](?:[IVXLCDMeèénr]|\b| [es]\b)|[LCDM][IVXLCDM]|ii\)"
)


class Rule(NamedTuple):
    """A rule, and what a sentence must have for it to be worth trying: signs or one of some words.

    Signs that begin with one set of characters are searched for fastest.
    """

    say: Callable[[str], str]
    signs: Pattern | None = None
    names: frozenset[str] = frozenset()
    in_figures: bool = False

    def may_say(self, sentence: str, names: frozenset[str]) -> bool:
        """Whether the rule may find something: « 18 % » has a sign that `say_percents` looks for."""
        if self.signs is not None and self.signs.search(sentence) is not None:
            return True
        return not self.names.isdisjoint(names)


def _by_signs(say: Callable[[str], str], signs: str) -> Rule:
    return Rule(say, Pattern(signs))


def _in_figures(say: Callable[[str], str], signs: str) -> Rule:
    return Rule(say, Pattern(signs), in_figures=True)


RULES = (
    _by_signs(tidy_up, UNTIDY),
    Rule(restore_initials, Pattern(INITIALS), CEDILLAS),
    Rule(
        say_odd_words,
        Pattern(r"\.-C\. ?[A-Z]|XI J"),
        frozenset(words("min maj norme normes Norme")),
    ),
    _in_figures(say_pastimes, PLAYED),
    _by_signs(
        say_inclusive,
        r"[·•‧⋅∙・⸱]|[a-zé]E|[.(-](?<=\w.)(?:[elnvxtsrf]|ic|tr|eu|èr|iè|que|[aà]|ce|u)|/-?[^\W\d]|\((?:les|des)\)",
    ),
    _by_signs(say_urls, r"\.\w|://"),
    _by_signs(say_emails, "@"),
    _by_signs(say_handles, "@"),
    _by_signs(say_hashtags, "#"),
    _by_signs(say_paths, PATH),
    _by_signs(say_files, r"\.[a-zA-Z]"),
    _by_signs(say_odd_ranks, r"[\dIVX](?:°|[eè]m?e? s\.|er s\.|me |(?<=[3-6])e d|[ -][eè]|ier)"),
    Rule(
        say_odd_figures,
        Pattern(r"[/\d](?:(?<=/)|E\d|H\b|['’]?s\b|:\d\d[.,]|\()"),
        frozenset(words("AV AR th Th therm Therm thermostat Thermostat t V")),
        in_figures=True,
    ),
    Rule(
        say_odd_sums,
        Pattern(
            r"[\d/](?:(?<=/)|(?<=[Dd]e 1)|(?<=[Dd]e 0),01|(?<=fr\. \d)|(?<=ue 1)"
            r"|[-–]\d|ch|CH| ?[kcm]?[a-z]{1,3}\.(?: [a-zà-ÿ(]|[,;]))"
        ),
        frozenset(words("CHF CFA FCFA mio Mio v")),
        in_figures=True,
    ),
    Rule(say_short_days, None, DAYS, in_figures=True),
    Rule(say_numbers_of_record, None, OF_RECORD, in_figures=True),
    _in_figures(
        say_telephones,
        r"\d\d(?:[. ]\d\d[. ]\d\d| \d{3} \d)"
        r"|0\d.{0,2}\d\d|0.8\d\d|\+\d|\(0\)|3\d ?\d\d\b|36\d\d\s|1(?:0|1[68])\s?\d{2,3}\b|\d-\d{4}|1.8\d\d",
    ),
    _in_figures(say_versions, r"\d\.\d"),
    _in_figures(say_chess, MOVED),
    _by_signs(say_era, r"J.{0,3}C|n\. ?[èe]\.|notre ère|a[vp]r?\. (?:1|2|le)"),
    Rule(say_notices, Pattern(PER), NOTICED),
    Rule(say_small_ads, Pattern(SLASHED), ADVERTISED),
    _in_figures(say_labelled_sizes, LABELLED),
    Rule(say_listings, Pattern(A_PART), LISTED),
    Rule(
        say_references,
        Pattern(r"\. ?[\dIVXLc]|\d.p\.|t ss?\.|[°º§№]|[nN]os? \d|pct?\b|/sem\b|[a-zé]/\d|ac ?\+"),
        frozenset(words("ca Ca apt appt bte pt pts sc numéro numéros Numéro")),
    ),
    Rule(say_recipes, Pattern(SPOONS), SPOON_WORDS, in_figures=True),
    Rule(say_dates, Pattern(r"\d(?:er)?[-/.\u2011][\dIVX]"), DATES),
    _in_figures(say_dimensions, CROSSED),
    _in_figures(say_years, r"\d\d"),
    Rule(say_scripture, None, frozenset((*BOOKS, *EPISTLES, *NAMED, "Psaumes")), in_figures=True),
    _in_figures(
        say_times,
        r"\d(?:.?[hH]|.?[ap]\.? ?m|[:'’′] ?\d|h? TU|\.[0-5]\d|(?<=7).{0,6}7|(?<=4).{0,6}24)"
        "|/(?:(?<=[jh ]/)|7.?j)|[HJCT].?[-−–+]",
    ),
    _in_figures(say_sports, SPORTING),
    _in_figures(say_durations, r"\d.?(?:m|s|e?['’′\"″])"),
    _by_signs(
        say_operations,
        r"[×*<>=≤≥≠≈~±÷≃+^−x\d–-](?:(?<=[^x\d–-])|(?<=[-–]) ?[\dd:]|(?<=\d)(?: : \d|[xyzn]\b|.?[xX])"
        r"|(?<=x).?\d|(?<=[ \d]x)\b)",
    ),
    _by_signs(say_finals, "finale"),
    _in_figures(say_sets, r"\d[-–/]-?\d"),
    _in_figures(say_fractions, r"\d.?/"),
    _in_figures(say_ranges, r"\d.{0,2}[-–—‑/.→]|\d,\d,\d"),
    _in_figures(say_ordinals, r"\d.?[eèéndrit°ENÈR]"),
    _by_signs(
        say_money,
        r"[€$£¥₩₽₹₺₴₪₿₦₫¢฿A-Z\d](?:s \d|(?<=[€$£¥₩₽₹₺₴₪₿₦₫¢฿])|(?<=[A-Z])[A-Z][A-Z.].?\d|(?<=F)r\. ?\d"
        r"|(?<=\d)(?: ?[kK]\b|\.[-–—]|.{0,9}(?:[A-Z]{2}|Fcfa|euro|fr(?:\.|anc)|dollar|ct|Ar\b|c\.|zł|kr|F\b"
        r"|[Mmk][rd]?[ds]?\b)))",
    ),
    Rule(say_seldom_units, Pattern(PORTION), SELDOM, in_figures=True),
    _in_figures(say_measures, FIGURE),
    Rule(say_lone_units, Pattern("°C|/[mkMhjLavq247]"), UNITS),
    _by_signs(say_percents, "[%‰]"),
    _by_signs(say_romans, ROMAN),
    Rule(say_titles, Pattern(r"[- ]s/"), TITLES),
    Rule(say_abbreviations, Pattern(ABBREVIATED), ABBREVIATED_WORDS),
    Rule(say_formulas, Pattern(FORMULA), frozenset(("symbole", "Symbole"))),
    _in_figures(say_alphanumerics, FIGURE),
    _by_signs(say_acronyms, CAPITALS),
    _by_signs(restore_accents, "[A-Z]{3}"),
    _in_figures(say_numbers, FIGURE),
    _by_signs(say_symbols, SIGN),
)
"""Every rule, in the order in which it runs."""

RULES_WITHOUT_FIGURES = tuple(rule for rule in RULES if not rule.in_figures)
"""Those for a sentence that has no figure."""
