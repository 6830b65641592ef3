"""Keras networks: .keras archives and HDF5 files of Keras 2 and 3."""
