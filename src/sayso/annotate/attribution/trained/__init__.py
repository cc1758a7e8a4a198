"""The trained attribution reader: a small encoder over words, grammar and what the rules found.

The page docs/model-card.md says what it was trained on, how well it reads, and where it fails.
"""

from __future__ import annotations

from sayso.annotate.attribution.trained.network import shipped
from sayso.annotate.attribution.trained.read import read_trained

__all__ = ["read_trained", "shipped"]
