"""The dialog that adds a model: its files, how its pixels are prepared, what each way answers."""
