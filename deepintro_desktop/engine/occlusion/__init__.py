"""Occlusion: fill features of a picture and ask the network again."""

from deepintro_desktop.engine.occlusion.evaluate import SetEvaluator, evaluate_sets
from deepintro_desktop.engine.occlusion.filler import FILLS, Filler, Patch
from deepintro_desktop.engine.occlusion.network_input import NetworkInput, Preprocess

__all__ = ["FILLS", "Filler", "NetworkInput", "Patch", "Preprocess", "SetEvaluator", "evaluate_sets"]
