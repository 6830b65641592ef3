"""The boundary tab: images between two classes."""
