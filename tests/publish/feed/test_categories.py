import pytest

from speakerine.errors import ConfigError
from speakerine.publish.feed.categories import CATEGORIES, check_category


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_category_is_taken(category: str) -> None:
    for subcategory in ("", *CATEGORIES[category]):
        check_category(category, subcategory)


@pytest.mark.parametrize(
    ("category", "subcategory", "said"),
    [
        ("news", "", "did you mean “News”"),
        ("Society and Culture", "", "did you mean “Society & Culture”"),
        ("News", "Daily", "did you mean “Daily News”"),
        ("Zzz", "", "take one of: Arts, Business"),
        ("History", "Rome", "take one of: none"),
    ],
)
def test_others_are_refused(category: str, subcategory: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        check_category(category, subcategory)
