"""How the trained readers are made; nothing here is needed to run sayso."""
