"""On PYTHONPATH, makes a process believe that an older speakerine is installed."""

import speakerine

speakerine.__version__ = "0.0.1"
