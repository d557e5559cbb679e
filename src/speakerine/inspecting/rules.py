"""What a rule is, and how something is held to a book of them.

A rule is a pure function: it is given something that was read, and gives a sentence for each thing in
it that breaks the rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from speakerine.inspecting.findings import Finding, Severity

S = TypeVar("S")

Faults = Iterator[str]
"""What is wrong: sentences without capital and full stop, told after the name of the file."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[S]):
    """`id` names it for programs, `wanted` says it for people, `source` who wants it, `then` what to do."""

    id: str
    severity: Severity
    wanted: str
    source: str
    then: str
    faults: Callable[[S], Faults]


@dataclass(frozen=True, slots=True)
class Rulebook(Generic[S]):
    """The rules on one kind of thing. `then` is what to do where a rule does not say it."""

    then: str
    rules: list[Rule[S]] = field(default_factory=list)

    def error(
        self, rule_id: str, wanted: str, source: str, then: str = ""
    ) -> Callable[[Callable[[S], Faults]], Callable[[S], Faults]]:
        """Enter the function as a rule that must not be broken."""
        return self._enter(Severity.ERROR, rule_id, wanted, source, then)

    def warning(
        self, rule_id: str, wanted: str, source: str, then: str = ""
    ) -> Callable[[Callable[[S], Faults]], Callable[[S], Faults]]:
        """Enter the function as a recommendation."""
        return self._enter(Severity.WARNING, rule_id, wanted, source, then)

    def _enter(
        self, severity: Severity, rule_id: str, wanted: str, source: str, then: str
    ) -> Callable[[Callable[[S], Faults]], Callable[[S], Faults]]:
        def enter(faults: Callable[[S], Faults]) -> Callable[[S], Faults]:
            self.rules.append(Rule(rule_id, severity, wanted, source, then or self.then, faults))
            return faults

        return enter

    def findings(self, subject: S, where: str, then: str = "") -> Iterator[Finding]:
        """Each rule that the subject breaks, once; `where` names its place, `then` what to do there."""
        for rule in self.rules:
            faults = rule.faults(subject)
            if first := next(faults, ""):
                more = sum(1 for _ in faults)
                what = f"{first} (and {more} more)" if more else first
                yield Finding(rule.severity, rule.id, where, what, then or rule.then)
