"""How an image is seen: frame, slice, window, background, beside what the network is given."""
