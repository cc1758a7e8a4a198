"""Word lists and tables that a non-programmer may edit, and what reads them."""
