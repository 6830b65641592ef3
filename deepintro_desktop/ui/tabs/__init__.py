"""The tools in the centre of the window."""
