"""The dock of images."""
