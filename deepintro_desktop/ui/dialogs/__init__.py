"""Questions and failures: the only place that opens dialogs."""
