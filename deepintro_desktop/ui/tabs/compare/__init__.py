"""The compare tool: two networks look at the same picture."""
