"""A plan carried out: a few files at once, stage after stage, with another attempt where that may help."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import ParamSpec, TypeVar

from tenacity import (
    Retrying,
    retry_if_exception,
    sleep_using_event,
    stop_after_attempt,
    stop_when_event_set,
    wait_random_exponential,
)

from speakerine.errors import PublishError
from speakerine.upload.destination import Destination
from speakerine.upload.failures import is_passing
from speakerine.upload.output_files import OutputFile, is_as_it_was
from speakerine.upload.plan import Plan, folders_of

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Patience:
    """How often something is tried; up to `first_wait_s` is waited, then up to twice as long, and so on."""

    attempts: int = 4
    first_wait_s: float = 0.5
    longest_wait_s: float = 15.0


@dataclass(frozen=True, slots=True)
class Carrier:
    """What carries files: the destination, the threads that go there at once, and how patient they are.

    Once `stopped` is set nothing is tried again.
    """

    destination: Destination
    threads: Executor
    patience: Patience = Patience()
    stopped: Event = field(default_factory=Event)

    def patiently(self, do: Callable[Asked, Answer], /, *args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        """Return what `do` gives, tried again after failures that may pass."""
        attempt = Retrying(
            retry=retry_if_exception(is_passing),
            stop=stop_after_attempt(self.patience.attempts) | stop_when_event_set(self.stopped),
            wait=wait_random_exponential(self.patience.first_wait_s, self.patience.longest_wait_s),
            sleep=sleep_using_event(self.stopped),
            reraise=True,
        )
        return attempt(do, *args, **kwargs)

    def stop(self) -> None:
        """Give up what is under way."""
        self.stopped.set()
        self.destination.close()


def carry_out(
    plan: Plan, output: Path, carrier: Carrier, on_sent: Callable[[OutputFile], None], known: Iterable[str]
) -> None:
    """Send the files stage by stage, then remove what is to go. `known` are paths whose folders are there.

    `on_sent` is told of each file that is there whole, in this thread.

    Raises:
        PublishError: a file was written again meanwhile.
        OSError: or what else the destination fails with.
    """
    destination = carrier.destination
    for path in plan.litter:
        carrier.patiently(destination.remove, path)
    litter = set(plan.litter)
    kept = [path for path in known if path not in litter]
    there = set(folders_of(kept)) if kept else set()
    needed = [folder for folder in folders_of([file.path for file in plan.sent]) if folder not in there]
    if plan.sent:
        carrier.patiently(destination.make_folders, needed)
    for stage in plan.stages:
        _send_stage(stage, output, carrier, on_sent)
    for path in plan.removed:
        carrier.patiently(destination.remove, path)


def _send_stage(
    stage: tuple[OutputFile, ...], output: Path, carrier: Carrier, on_sent: Callable[[OutputFile], None]
) -> None:
    under_way = [carrier.threads.submit(_send, file, output, carrier) for file in stage]
    try:
        for ended in as_completed(under_way):
            on_sent(ended.result())
    finally:
        for waiting in under_way:
            waiting.cancel()


def _send(file: OutputFile, output: Path, carrier: Carrier) -> OutputFile:
    try:
        carrier.patiently(carrier.destination.put, output / file.path, file.path)
    except FileNotFoundError:
        if is_as_it_was(output, file):
            raise
    if not is_as_it_was(output, file):
        raise PublishError(
            f"{output / file.path} was written again or removed while it was being published: run speakerine "
            "publish again when the other run has ended"
        )
    return file
