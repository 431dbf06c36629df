"""Unpack what the addon needs from downloaded wheels: python3 unpack.py WHEEL_FOLDER TARGET_FOLDER

Takes TensorFlow's two C libraries, the headers of its C API, NVIDIA's shared libraries, and the licences.
Each file is checked against the CRC in its wheel while it is read.
"""

import pathlib
import re
import shutil
import sys
import zipfile

WANTED = re.compile(
    r"tensorflow/libtensorflow_(cc|framework)\.so\.2$"
    r"|tensorflow/include/tensorflow/c/(eager/)?[^/]*\.h$"
    r"|tensorflow/include/(tensorflow/core|tsl)/platform/ctstring(_internal)?\.h$"
    r"|tensorflow/include/xla/tsl/c/[^/]*\.h$"
    r"|tensorflow/(THIRD_PARTY_NOTICES\.txt|include/LICENSE)$"
    r"|nvidia/[^/]+/lib/[^/]+\.so[.0-9]*$"
    r"|[^/]+\.dist-info/(licenses/)?(METADATA|[^/]*LICEN[CS]E[^/]*|License\.txt)$"
)


def main(wheels: pathlib.Path, target: pathlib.Path) -> None:
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            for entry in archive.infolist():
                if entry.is_dir() or not WANTED.match(entry.filename):
                    continue
                path = target / entry.filename
                path.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(entry) as source, open(path, "wb") as sink:
                    shutil.copyfileobj(source, sink, 1 << 20)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
