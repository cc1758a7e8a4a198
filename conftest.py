"""What pytest leaves alone: modules of optional engines where the engines are not installed."""

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("ibis") else ["docs/engines.md", "src/*/relational.py"]
