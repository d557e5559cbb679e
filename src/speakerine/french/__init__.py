"""French as written to French as spoken: pure functions from string to string."""

from .acronyms import spell
from .breath import breath_groups
from .language import Language, language
from .numbers import Region
from .sentences import sentences
from .verbalize import verbalize

__all__ = ["Language", "Region", "breath_groups", "language", "sentences", "spell", "verbalize"]
