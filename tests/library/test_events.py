"""What happened can be read again; it names ids, never files or people."""


def test_changes_are_noted_in_order(library, manifest, picture):
    network = library.networks.add(manifest(), b"onnx", "Mrs Smith").record
    image = library.images.add(*picture("smith.png")).record
    library.images.remove(image)
    library.events.record("note", network.id, reason="because")
    events = library.events.list()
    assert [(event.kind, event.subject) for event in events] == [
        ("network added", network.id),
        ("image added", image.id),
        ("image removed", image.id),
        ("note", network.id),
    ]
    assert events[-1].detail == {"reason": "because"}
    assert all(event.at.endswith("+00:00") for event in events)
    assert "mith" not in str(events)
    assert [event.kind for event in library.events.list(2)] == ["image removed", "note"]
