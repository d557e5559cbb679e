"""On PYTHONPATH, makes a process believe that the extra neural is not installed."""

import sys

sys.modules["kokoro_onnx"] = None
