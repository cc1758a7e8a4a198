"""Measured scores: predictions in the formats of the evaluation data, and floors that may rise but never fall."""
