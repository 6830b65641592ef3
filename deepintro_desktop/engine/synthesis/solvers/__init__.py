"""Ways to bring down an objective for several images at once, one evaluation per iteration."""
