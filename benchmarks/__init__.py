"""Speed, as ratios against a named baseline that runs in turn with it on the same machine."""
