"""Evaluation of the tool itself: a data set with known answers, a network trained on it, and figures."""
