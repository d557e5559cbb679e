"""The output folder published: what changed is found, sent in an order that breaks nothing, and noted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from speakerine.errors import PublishError
from speakerine.upload.address import Address
from speakerine.upload.destination import Present, open_destination
from speakerine.upload.digests import Digests
from speakerine.upload.failures import telling
from speakerine.upload.journal import Journal, writing_cache
from speakerine.upload.manifest import NAME, Manifest, Sent, manifest_from_bytes, manifest_to_bytes
from speakerine.upload.output_files import OutputFile, digest_of, output_files
from speakerine.upload.plan import Choice, Plan, folders_of, make_plan
from speakerine.upload.send import Carrier, Patience, carry_out

AT_ONCE = 4
"""Files under way at a time: enough to fill a line with small files, and no server minds."""

LOCK = ".publish.lock"

_FEW = 20
"""Files that may be removed though they are most of what is there."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What is published where, and how. `cache` keeps digests, and what an unfinished run has sent."""

    output: Path
    address: Address
    cache: Path
    choice: Choice = field(default_factory=Choice)
    sure: bool = False
    patience: Patience = field(default_factory=Patience)


def publish(
    publication: Publication,
    *,
    dry_run: bool = False,
    on_progress: Callable[[int, int], None] = lambda _sent, _total: None,
) -> Plan:
    """Make the destination what the output folder is, and return what was done, or would be with `dry_run`.

    `on_progress` is told how many bytes have been sent, of how many.

    Raises:
        PublishError: another run is publishing the folder, something in it cannot be read, or the destination
            cannot be reached or written.
    """
    address = publication.address
    with _alone(publication.output), telling(address), ThreadPoolExecutor(AT_ONCE) as threads:
        destination = open_destination(address, publication.output)
        carrier = Carrier(destination, threads, publication.patience)
        try:
            return _publish(publication, carrier, on_progress, dry_run=dry_run)
        finally:
            carrier.stop()


def _publish(
    publication: Publication, carrier: Carrier, on_progress: Callable[[int, int], None], *, dry_run: bool
) -> Plan:
    output, destination = publication.output, carrier.destination
    files = output_files(output, Digests(publication.cache / f"{_name(output.resolve())}.sqlite"))
    journal = Journal(publication.cache / f"{_name(publication.address.shown)}.journal")
    manifest = manifest_from_bytes(carrier.patiently(destination.read, NAME))
    sent_since = journal.read(manifest.generation)
    ours = {**manifest.files, **sent_since}
    folders = folders_of([*ours, *(file.path for file in files)])
    present = carrier.patiently(destination.list_files, folders, carrier.threads.map)
    ours |= _recognised(output, files, ours, present)
    plan = make_plan(files, ours, present, publication.choice)
    if dry_run:
        return plan
    if not publication.sure:
        _check_removals(plan, ours, publication.address)
    progress = _Progress(plan.size_bytes, on_progress)
    with journal.begin(manifest.generation, sent_since) as lines:

        def on_sent(file: OutputFile) -> None:
            journal.note(lines, file.path, Sent(file.size_bytes, file.sha256))
            progress.add(file.size_bytes)

        carry_out(plan, output, carrier, on_sent, present)
    _keep_manifest(publication, carrier, manifest, _sent_after(plan, ours, present))
    journal.end()
    return plan


def _recognised(
    output: Path, files: Iterable[OutputFile], ours: Mapping[str, Sent], present: Mapping[str, Present]
) -> dict[str, Sent]:
    """What is there already though nobody noted it: the destination tells its digest, and it is the same."""
    return {
        file.path: Sent(file.size_bytes, file.sha256)
        for file in files
        if file.path not in ours
        and (there := present.get(file.path))
        and there.size_bytes == file.size_bytes
        and there.md5
        and there.md5 == digest_of(output / file.path, "md5")
    }


def _sent_after(plan: Plan, ours: Mapping[str, Sent], present: Mapping[str, Present]) -> dict[str, Sent]:
    """What is ours at the destination once the plan is carried out."""
    kept = {path: sent for path, sent in ours.items() if path in present and path not in plan.removed}
    return kept | {file.path: Sent(file.size_bytes, file.sha256) for file in (*plan.sent, *plan.unchanged)}


def _keep_manifest(
    publication: Publication, carrier: Carrier, before: Manifest, files: Mapping[str, Sent]
) -> None:
    """Note at the destination what is there, unless that is noted already."""
    if files == before.files:
        return
    kept = publication.cache / f"{_name(publication.address.shown)}.manifest"
    with writing_cache(publication.cache):
        kept.write_bytes(manifest_to_bytes(Manifest(uuid4().hex, files)))
    carrier.patiently(carrier.destination.put, kept, NAME)
    kept.unlink()


def _check_removals(plan: Plan, ours: Mapping[str, Sent], address: Address) -> None:
    """Refuse to remove most of what is published: the output folder is then seldom the right one."""
    if len(plan.removed) > max(_FEW, len(ours) // 2):
        raise PublishError(
            f"--delete would remove {len(plan.removed)} of the {len(ours)} files at {address.shown}: nothing "
            "was done; see which with --dry-run, and say that you mean it with --yes"
        )


@contextmanager
def _alone(output: Path) -> Iterator[None]:
    """Keep other runs from publishing the folder meanwhile; the lock of a dead process holds nobody."""
    from filelock import FileLock, Timeout

    lock = FileLock(output / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise PublishError(f"another speakerine is publishing {output}: wait until it ends") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise PublishError(
            f"{output} cannot be published ({reason}): say where it is with --output"
        ) from error
    try:
        yield
    finally:
        lock.release()


def _name(of: object) -> str:
    """A file's name in the cache: nothing of the address can be read in it."""
    return hashlib.sha256(str(of).encode(errors="surrogateescape")).hexdigest()[:32]


class _Progress:
    """Bytes sent so far."""

    def __init__(self, total: int, tell: Callable[[int, int], None]) -> None:
        self._sent, self._total, self._tell = 0, total, tell

    def add(self, size_bytes: int) -> None:
        self._sent += size_bytes
        self._tell(self._sent, self._total)
