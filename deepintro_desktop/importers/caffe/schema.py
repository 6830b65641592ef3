"""Caffe's protobuf messages, built at run time from our own table in a pool of our own."""

from functools import lru_cache
from typing import Any

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

from deepintro_desktop.importers.caffe.schema_table import ENUMS, MESSAGES

_PACKAGE = "dicaffe"
_SCALARS = {"int32": 5, "uint32": 13, "int64": 3, "float": 2, "double": 1, "bool": 8, "string": 9}
_ENUM_TYPE, _MESSAGE_TYPE = 14, 11
_OPTIONAL, _REPEATED = 1, 3


@lru_cache(maxsize=1)
def _pool() -> descriptor_pool.DescriptorPool:
    file = descriptor_pb2.FileDescriptorProto(name="dicaffe.proto", package=_PACKAGE, syntax="proto2")
    for name, values in ENUMS.items():
        # Values of top-level enums share one scope, so each enum lives in a message of its own.
        scope = file.message_type.add(name=f"{name}Scope")
        enum = scope.enum_type.add(name=name)
        for entry in values.split():
            label, number = entry.split("=")
            enum.value.add(name=label, number=int(number))
    for name, text in MESSAGES.items():
        message = file.message_type.add(name=name)
        for line in filter(None, (line.strip() for line in text.splitlines())):
            _add_field(message, line)
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return pool


def _add_field(message: Any, line: str) -> None:
    number, name, kind, *default = line.split()
    field = message.field.add(name=name, number=int(number), label=_OPTIONAL)
    if kind[-1] in "*!":
        field.label = _REPEATED
        field.options.packed = kind[-1] == "!"
        kind = kind[:-1]
    if kind in _SCALARS:
        field.type = _SCALARS[kind]
    elif kind in ENUMS:
        field.type = _ENUM_TYPE
        field.type_name = f".{_PACKAGE}.{kind}Scope.{kind}"
    else:
        field.type = _MESSAGE_TYPE
        field.type_name = f".{_PACKAGE}.{kind}"
    if default:
        field.default_value = default[0].removeprefix("=")


def message(name: str) -> Any:
    """Return a new empty message of that name, for example ``NetParameter``."""
    return message_factory.GetMessageClass(_pool().FindMessageTypeByName(f"{_PACKAGE}.{name}"))()
