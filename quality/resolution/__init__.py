"""Whether it is read right who is meant by a source: "he", "the agency", "Mr Lee", "the ministry's statement"."""
