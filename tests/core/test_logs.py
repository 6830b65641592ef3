"""Nothing of what stands in medical files reaches the error stream."""

import subprocess
import sys

_READ = """
import io, sys, warnings
from deepintro_desktop.core import logs
logs.set_up(verbose="verbose" in sys.argv)
import pydicom
from pydicom.data import get_testdata_file
data = pydicom.dcmread(get_testdata_file("CT_small.dcm"))
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    data.PatientBirthDate = "Jane Doe"
file = io.BytesIO()
data.save_as(file)
again = pydicom.dcmread(io.BytesIO(file.getvalue()))
assert again.PatientBirthDate == "Jane Doe"
import logging
logging.getLogger("pydicom.pixels.decoders.base").error("Jane Doe")
logging.getLogger("highdicom.image").error("Jane Doe")
logging.getLogger("deepintro_desktop").error("our own words")
"""


def test_libraries_do_not_tell_what_stands_in_a_medical_file():
    for verbose in ([], ["verbose"]):
        command = [sys.executable, "-c", _READ, *verbose]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
        assert "Doe" not in done.stdout + done.stderr
        assert "our own words" in done.stderr


def test_the_libraries_would_tell_otherwise():
    aloud = _READ.replace("logs.set_up", "(lambda verbose: __import__('logging').basicConfig())")
    done = subprocess.run(
        [sys.executable, "-c", aloud], capture_output=True, text=True, check=True, timeout=120
    )
    assert "Invalid value for VR DA: 'Jane Doe'" in done.stderr
