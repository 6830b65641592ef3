"""Widgets that hold no decisions: they show what they are given and say what the person did."""
