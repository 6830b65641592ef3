"""DeepIntro Desktop: what an image network looks at, on your own machine."""

__version__ = "0.1.0"
