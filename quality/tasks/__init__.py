"""One module a task: from what sayso reads to the row that the task's scorer wants."""
