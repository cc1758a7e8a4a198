"""Read how actors stand toward each other: acts, attitudes, attributions, named ties (``data/relations.tsv``)."""

from __future__ import annotations

from sayso.annotate.relations.read import read_relations

__all__ = ["read_relations"]
