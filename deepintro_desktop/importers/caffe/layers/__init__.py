"""One file per family of Caffe layers; a converter adds the ONNX nodes of one layer to the builder."""
