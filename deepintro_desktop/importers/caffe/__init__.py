"""Caffe: a .prototxt with the structure and a .caffemodel with the weights."""
