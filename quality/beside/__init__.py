"""What the evaluation data's own scorer of a story does not tell: what answers a question, what accounts rest on."""
