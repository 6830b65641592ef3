"""The explainable graph: an ONNX network as torch computations whose every node knows its relevance primitive."""
