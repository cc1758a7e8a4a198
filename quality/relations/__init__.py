"""Who stands how toward whom in real news: 72 articles of the archive, read by hand."""
