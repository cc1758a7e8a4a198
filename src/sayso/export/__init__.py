"""What was read, as flat tables for other programs: records (one class a file line), tables, pandas and Polars."""
