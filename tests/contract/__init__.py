"""The same on every engine as in Python."""
