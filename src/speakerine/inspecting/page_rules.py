"""The rules on a page of the site: what a browser, a screen reader and a wary host want of it."""

from __future__ import annotations

from collections import Counter
from urllib.parse import unquote, urlsplit

from speakerine.inspecting.companion_rules import tells_synthetic
from speakerine.inspecting.document_rules import WRITE_FEED
from speakerine.inspecting.markup import text_of
from speakerine.inspecting.pages import Page
from speakerine.inspecting.rules import Faults, Rulebook
from speakerine.inspecting.sources import AI_ACT, HTML, POLICY, RSS, SPEAKERINE, WCAG
from speakerine.inspecting.wording import quoted
from speakerine.publish.addresses import FEED

MOST_BYTES = 150_000
_WEAK = ("'unsafe-inline'", "'unsafe-eval'", "*", "data:", "http:", "https:")
_LABELS = ("aria-label", "aria-labelledby", "title")

PAGE: Rulebook[Page] = Rulebook(WRITE_FEED)


@PAGE.error("page.language", "a page says its language", WCAG)
def _language(page: Page) -> Faults:
    if not page.tree.get("lang", "").strip():
        yield "the page does not say its language"


@PAGE.error("page.title", "a page has a title", WCAG)
def _title(page: Page) -> Faults:
    if not any(text_of(element).strip() for element in page.tags("title")):
        yield "the page has no title"


@PAGE.error("page.heading", "a page has one h1", WCAG)
def _heading(page: Page) -> Faults:
    count = sum(bool(text_of(element).strip()) for element in page.tags("h1"))
    if count != 1:
        yield f"the page has {count or 'no'} h1 where one is wanted"


@PAGE.error("page.main", "a page has one main part", WCAG)
def _main(page: Page) -> Faults:
    if len(page.tags("main")) != 1:
        yield f"the page has {len(page.tags('main')) or 'no'} main where one is wanted"


@PAGE.error("page.viewport", "a page fits a phone, and can be enlarged", WCAG)
def _viewport(page: Page) -> Faults:
    said = " ".join(one.get("content", "") for one in page.tags("meta") if one.get("name") == "viewport")
    if "width=device-width" not in said:
        yield "the page does not fit itself to a phone (viewport)"
    elif "user-scalable=no" in said or "maximum-scale" in said:
        yield "the page cannot be enlarged (viewport)"


@PAGE.error("page.images", "an image has an alternative text, or says that it needs none", WCAG)
def _images(page: Page) -> Faults:
    for image in page.tags("img"):
        if image.get("alt") is None:
            yield f"the page's image {quoted(image.get('src', ''))} has no alternative text"


@PAGE.error("page.names", "a player and a field have a name", WCAG)
def _names(page: Page) -> Faults:
    labelled = {label.get("for") for label in page.tags("label")}
    for element in page.tree.iter("audio", "input", "select", "textarea"):
        if element.get("type") == "hidden":
            continue
        inside_label = any(parent.tag == "label" for parent in element.iterancestors())
        if (
            not any(element.get(name) for name in _LABELS)
            and element.get("id") not in labelled
            and not inside_label
        ):
            yield f"the page's {element.tag} has no name for those who do not see it"


@PAGE.error("page.policy", "a page has a Content-Security-Policy that lets nothing in from elsewhere", POLICY)
def _policy(page: Page) -> Faults:
    rules = {part.split()[0]: part.split()[1:] for part in page.policy.split(";") if part.split()}
    if not rules:
        yield "the page has no Content-Security-Policy"
    elif "default-src" not in rules:
        yield "the page's Content-Security-Policy has no default-src"
    for name in ("default-src", "script-src", "style-src", "object-src", "base-uri"):
        for word in rules.get(name, ()):
            if word in _WEAK:
                yield f"the page's Content-Security-Policy lets in {word} ({name})"


@PAGE.error("page.scripts", "a page has no script in itself", POLICY)
def _scripts(page: Page) -> Faults:
    for script in page.tags("script"):
        if "src" not in script.attrib and not script.get("type", "").lower().endswith("json"):
            yield "the page has a script in itself"
    for name in page.tree.xpath("//@*[starts-with(name(), 'on')]"):
        yield f"the page has a handler, {quoted(name.attrname)}"


@PAGE.error("page.styles", "a page has no style in itself", POLICY)
def _styles(page: Page) -> Faults:
    for element in page.tree.xpath("//style | //*[@style]"):
        yield f"the page has a style in itself ({element.tag})"


@PAGE.error("page.schemes", "no link runs a script", POLICY)
def _schemes(page: Page) -> Faults:
    for address in page.led_to:
        if address.strip().lower().startswith(("javascript:", "vbscript:", "data:text")):
            yield f"the page leads to {quoted(address)}"


@PAGE.error("page.elsewhere", "a page fetches nothing from elsewhere", SPEAKERINE)
def _elsewhere(page: Page) -> Faults:
    for address in page.fetched:
        parts = urlsplit(address)
        if parts.netloc or parts.scheme not in {"", "data"}:
            yield f"the page fetches {quoted(address)} from elsewhere"


@PAGE.error("page.links", "whatever a page leads to in the podcast is there", HTML)
def _links(page: Page) -> Faults:
    for address in page.led_to:
        path = page.inside(address)
        if path is not None and not page.site.has(path):
            yield f"the page leads to {path}, which is missing"


@PAGE.error("page.fragments", "a link within a page leads to a place in it", HTML)
def _fragments(page: Page) -> Faults:
    places = set(page.attributes("id"))
    for address in page.led_to:
        if len(address) > 1 and address[0] == "#" and unquote(address[1:]) not in {*places, "top"}:
            yield f"the page leads to {quoted(address)}, a place that it has not"


@PAGE.error("page.ids", "no two elements of a page have the same id", HTML)
def _ids(page: Page) -> Faults:
    for name, times in Counter(page.attributes("id")).items():
        if times > 1:
            yield f"{times} elements of the page have the id {quoted(name)}"


@PAGE.error("page.voice", "a page tells that the voice is synthetic", AI_ACT)
def _voice(page: Page) -> Faults:
    if page.is_episode and not tells_synthetic(page.text):
        yield "the page does not tell that the voice is synthetic"


@PAGE.error("page.player", "an episode's page plays it, and lets it be downloaded", SPEAKERINE)
def _player(page: Page) -> Faults:
    if not page.is_episode:
        return
    played = {
        element.get("src", "").rsplit("/", 1)[-1] for element in [*page.tags("audio"), *page.tags("source")]
    }
    if page.mp3 not in {unquote(name) for name in played}:
        yield f"the page does not play {page.mp3}"
    elif page.mp3 not in {unquote(link.get("href", "").rsplit("/", 1)[-1]) for link in page.tags("a")}:
        yield f"the page does not let {page.mp3} be downloaded"


@PAGE.error("page.feed", "a page tells browsers and apps where the feed is", RSS)
def _feed(page: Page) -> Faults:
    for link in page.tags("link"):
        is_feed = link.get("type") == "application/rss+xml" and "alternate" in link.get("rel", "").split()
        if is_feed and link.get("href", "").endswith(FEED):
            return
    yield f"the page does not say where {FEED} is"


@PAGE.warning("page.size", "a page has 150 kB at most", SPEAKERINE)
def _size(page: Page) -> Faults:
    size = len(page.text.encode())
    if size > MOST_BYTES:
        yield f"the page has {size / 1000:.0f} kB, and {MOST_BYTES // 1000} are quick to read on a phone"
