"""The guide inside the program: pages, the window that shows them, and which page belongs where."""
