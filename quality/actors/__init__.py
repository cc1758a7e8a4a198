"""Which names of different articles mean one actor: a gold of our own, and its score."""
