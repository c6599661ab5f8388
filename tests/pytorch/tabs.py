"""Runs the PyTorch notebooks of the book as a reader would: a process a section, in it one cell after the other.

Reads JSON: {"shards": folder, "quick": {"train": n, "test": n} or null,
             "sections": [{"section": name, "tabs": [{"id", "code", "run": bool}]}]}.
Prints JSON, a line for each tab that is run: {"section", "id", "out", "seconds", "values" or "error"}.

The first of the tabs may be what earlier sections define. Of a tab that is not run only imports, functions and classes are taken over.
`quick` leaves the data at so many images and reads them without further processes; the tabs stay as they are.
Plots go nowhere: matplotlib and IPython need not be there.
"""
import ast
import contextlib
import gzip
import io
import json
import os
import struct
import sys
import tempfile
import time
import traceback
from unittest.mock import MagicMock

sys.path.pop(0)  # this folder is no place to look for modules
import numpy  # noqa: E402
import torch  # noqa: E402
import torch.utils.data  # noqa: E402
import torchvision  # noqa: E402, F401

task = json.load(sys.stdin)

plt = MagicMock()
plt.subplots = lambda rows, columns, **_: (MagicMock(), numpy.array([[MagicMock() for _ in range(columns)] for _ in range(rows)]))
for name in ("matplotlib", "IPython", "IPython.display"):
    sys.modules[name] = MagicMock()
sys.modules["matplotlib.pyplot"] = sys.modules["matplotlib"].pyplot = plt


def idx_files(shards, first):
    """The official idx files where torchvision looks for them, with only the first images if so asked."""
    raw = os.path.join("data", "FashionMNIST", "raw")
    os.makedirs(raw)
    with open(os.path.join(shards, "manifest.json")) as file:
        manifest = json.load(file)
    for split, prefix in (("train", "train"), ("test", "t10k")):
        images, labels = b"", b""
        for shard in manifest[split]:
            if first and len(labels) >= first[split]:
                break
            with gzip.open(os.path.join(shards, shard["file"])) as file:
                content = file.read()
            images += content[: 784 * shard["examples"]]
            labels += content[784 * shard["examples"] :]
        count = first[split] if first else len(labels)
        with open(os.path.join(raw, f"{prefix}-images-idx3-ubyte"), "wb") as file:
            file.write(struct.pack(">4i", 0x803, count, 28, 28) + images[: 784 * count])
        with open(os.path.join(raw, f"{prefix}-labels-idx1-ubyte"), "wb") as file:
            file.write(struct.pack(">2i", 0x801, count) + labels[:count])


def declarations(code):
    """Of a tab: its imports, functions and classes."""
    tree = ast.parse(code)
    kinds = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
    tree.body = [node for node in tree.body if isinstance(node, kinds)]
    return compile(tree, "<d2l>", "exec")


def plain(value):
    """A number, or a short list of numbers, as JSON has it."""
    if isinstance(value, torch.Tensor):
        value = value.tolist() if value.numel() <= 100 else None
    if isinstance(value, (list, tuple)):
        numbers = [plain(v) for v in value]
        return numbers if len(numbers) <= 100 and all(isinstance(v, (int, float)) for v in numbers) else None
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def run(section):
    torch.manual_seed(1)
    space = {"__name__": "tabs"}
    for tab in section["tabs"]:
        if not tab["run"]:
            exec(declarations(tab["code"]), space)
            continue
        known = {name: id(value) for name, value in space.items()}
        told = io.StringIO()
        start = time.perf_counter()
        line = {"section": section["section"], "id": tab["id"]}
        try:
            with contextlib.redirect_stdout(told):
                exec(compile(tab["code"], f"<{tab['id']}>", "exec"), space)
            changed = {n: plain(v) for n, v in space.items() if known.get(n) != id(v) and not n.startswith("_")}
            line["values"] = {n: v for n, v in changed.items() if v is not None}
        except Exception:
            line["error"] = traceback.format_exc(limit=-1)
        print(json.dumps({**line, "out": told.getvalue(), "seconds": time.perf_counter() - start}), flush=True)


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    idx_files(task["shards"], task["quick"])
    if task["quick"]:
        loader = torch.utils.data.DataLoader
        torch.utils.data.DataLoader = lambda *args, **options: loader(*args, **{**options, "num_workers": 0})
    for section in task["sections"]:
        child = os.fork()  # torch is imported once, and no section sees another's names
        if child == 0:
            run(section)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status != 0:
            sys.exit(f"{section['section']}: ended with status {status}")
    os.chdir("/")
