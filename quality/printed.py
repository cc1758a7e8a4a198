"""How the scorers of this repository print what they find."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

from quality.rows import Row
from sayso.errors import SaysoError


def print_scores(scored: Callable[[], Row]) -> int:
    """Print the scores as JSON and return 0; 2 where an input is missing or cannot be read, said in one line."""
    try:
        print(json.dumps(scored()))
    except (SaysoError, IndexError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0
