"""The docks at the left: models and images."""
