"""French as written to French as spoken: pure functions from string to string."""

from .acronyms import spell
from .breath import breath_groups
from .language import Language, language
from .numbers import Region, counting_as, region_of
from .sentences import sentences
from .verbalize import verbalize

__all__ = [
    "Language",
    "Region",
    "breath_groups",
    "counting_as",
    "language",
    "region_of",
    "sentences",
    "spell",
    "verbalize",
]
