"""ONNX: reading it safely, and bringing any picture classifier to the one form that the engine reads."""
