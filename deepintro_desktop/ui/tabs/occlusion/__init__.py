"""The occlusion tool: features on the picture, toggles, prediction, analysis."""
