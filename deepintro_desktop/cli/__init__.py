"""The command line: one file per verb, each calling the same workflows as the window. Imports no Qt."""
