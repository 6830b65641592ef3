"""Labels files in every form that people have them."""

import pytest

from deepintro_desktop.core.errors import NotFoundError, UnreadableNetworkError, WrongRequestError
from deepintro_desktop.importers.labels import read_labels


@pytest.fixture
def read(tmp_path):
    def read(data, n_classes, name="labels.txt"):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        return read_labels(path, n_classes)

    return read


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("cat\ndog\n", ("cat", "dog")),
        ("cat\r\ndog\r\n\r\n", ("cat", "dog")),
        ("\ufeffcat\ndog", ("cat", "dog")),
        ("n02123045 tabby, tabby cat\nn02124075 Egyptian cat\n", ("tabby, tabby cat", "Egyptian cat")),
        ("0\n1\n", ("0", "1")),
        ("hot dog\nice, cream\n", ("hot dog", "ice, cream")),
        ("0,cat\n1,dog\n", ("cat", "dog")),
        ("ClassId,SignName\n1,dog\n0,cat\n", ("cat", "dog")),
        ("0 cat\n1 dog\n", ("0 cat", "1 dog")),
    ],
)
def test_lines_and_tables(read, text, labels):
    assert read(text, 2) == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ('index,name\n0,"cat, small"\n1,dog\n', ("cat, small", "dog")),
        ("1;cat\n2;dog\n", ("cat", "dog")),
        ("label\ncat\ndog\n", ("cat", "dog")),
        ("cat\ndog\n", ("cat", "dog")),
    ],
)
def test_csv_files(read, text, labels):
    assert read(text, 2, "labels.csv") == labels


def test_other_encodings(read):
    assert read("Bär\nMöwe\n".encode("cp1252"), 2) == ("Bär", "Möwe")
    assert read("Bär\nMöwe\n".encode("utf-16"), 2) == ("Bär", "Möwe")


def test_the_real_tables(shared_data, expected):
    signs = shared_data / "models" / "tf1_traffic_lenet" / "signnames.csv"
    labels = read_labels(signs, 43)
    assert labels == read_labels(signs.with_name("labels.txt"), 43)
    assert labels[14] == "Stop"
    words = read_labels(shared_data / "models" / "caffe_squeezenet_v1.0" / "synset_words.txt", 1000)
    model = next(entry for entry in expected["models"] if entry["id"] == "caffe_squeezenet_v1.0")
    for reference in model["references"]:
        assert all(words[entry["index"]] == entry["label"] for entry in reference["top5"])


@pytest.mark.parametrize("n_classes", [1, 3, 1000])
def test_another_number_is_refused_with_both_numbers(read, n_classes):
    with pytest.raises(WrongRequestError, match=f"2 labels.*{n_classes} classes") as caught:
        read("cat\ndog\n", n_classes)
    assert caught.value.fields == {"n_labels": 2, "n_classes": n_classes}


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\x89PNG\0\0\0", bytes(range(256)) * 4, b"a\n" * 3_000_000])
def test_what_holds_no_labels_is_refused(read, data):
    with pytest.raises(UnreadableNetworkError, match="no labels"):
        read(data, 2)


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(NotFoundError, match="gone.txt"):
        read_labels(tmp_path / "gone.txt", 2)
