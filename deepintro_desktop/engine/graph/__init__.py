"""The explainable graph: an ONNX network in torch; every node knows its relevance primitive."""
