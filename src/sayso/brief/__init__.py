"""Comparison -> Brief -> text, Markdown, HTML or JSON. It selects and arranges cited words; it writes no free prose."""
