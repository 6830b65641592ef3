"""How well-known networks of Keras are usually fed: told to people, never applied."""

import re
from collections.abc import Iterable

_CAFFE = "BGR with a mean subtracted (“caffe”)"
_SIGNED = "pixels from −1 to 1 (“minus-one-to-one”)"
_TORCH = "pixels from 0 to 1, normalised as for ImageNet (“imagenet”)"
_USUAL = (
    (re.compile(r"vgg(16|19)"), _CAFFE),
    (re.compile(r"resnet(50|101|152)v2"), _SIGNED),
    (re.compile(r"resnet(50|101|152)"), _CAFFE),
    (re.compile(r"inception_v3|inception_resnet_v2|xception|nasnet.*"), _SIGNED),
    (re.compile(r"mobilenet(v2)?_\d\.\d\d_\d+"), _SIGNED),
    (re.compile(r"densenet(121|169|201)"), _TORCH),
)


def usual_preparation(names: Iterable[str]) -> tuple[str, ...]:
    """Return a note for each network of ``keras.applications`` among these names."""
    notes = []
    for name in names:
        plain = re.sub(r"_\d+$", "", name.casefold()) if not name.startswith("mobilenet") else name.casefold()
        for pattern, usual in _USUAL:
            if pattern.fullmatch(plain) or pattern.fullmatch(name.casefold()):
                notes.append(
                    f"Networks of Keras that are called {name} are usually given {usual}. "
                    "Ask its author whether this one is, too; the file does not say it."
                )
                break
    return tuple(dict.fromkeys(notes))
