"""sayso: on whose say-so? Reads the coverage of a story and shows who says what."""

from __future__ import annotations

__version__ = "0.1.0"
