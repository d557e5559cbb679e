"""Work spread over threads, processes or machines; results come in the order of the work.

`order` is the one loop that all share, `batches` puts short pieces together, `local` is this machine,
`cluster` other ones, loaded only where one is named.
"""

from speakerine.spread.local import LocalWorkers, cores, open_local, processes
from speakerine.spread.order import Spread, Workers

__all__ = [
    "LocalWorkers",
    "Spread",
    "Workers",
    "cores",
    "open_local",
    "processes",
]
