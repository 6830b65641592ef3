"""TensorFlow 1 checkpoints, frozen graphs and SavedModels. A graph is only run when all of it is known."""
