"""The dock of models."""
