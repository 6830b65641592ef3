"""PyTorch networks: TorchScript, exported programs, and weights with a named structure."""
