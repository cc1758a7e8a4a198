"""How stories are told apart: gold made by reading, the words' rarity, the weights, and the scorer."""
