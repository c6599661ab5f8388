/** What a section's notebook takes from earlier sections, so that it stands alone. */
import { expect, test } from "vitest";
import { loadBook } from "../../src/build/book/book.ts";
import { prelude, preludeOf } from "../../src/build/pytorch/prelude.ts";
import { boundIn, definitionsIn, mentionedIn } from "../../src/build/pytorch/python.ts";

const book = loadBook();

test.each([
  ["index", []],
  ["linear-regression", []],
  ["linear-regression-scratch", []],
  ["linear-regression-concise", ["synthetic_data", "squared_loss"]],
  ["softmax-regression", []],
  ["image-classification-dataset", ["Timer"]],
  ["softmax-regression-scratch", ["sgd", "get_fashion_mnist_labels", "show_images", "get_dataloader_workers", "load_data_fashion_mnist"]],
  [
    "softmax-regression-concise",
    [
      ...["get_dataloader_workers", "load_data_fashion_mnist", "accuracy", "Accumulator"],
      ...["evaluate_accuracy", "train_epoch_ch3", "Animator", "train_ch3"],
    ],
  ],
])("the notebook of %s begins with what it uses of earlier sections, and no more", (slug, names) => {
  const code = preludeOf(
    book,
    book.sections.find((section) => section.slug === slug)!,
  );
  expect([...code.matchAll(/^(?:def|class) (\w+)/gm)].map(([, name]) => name)).toEqual(names);
});

const library = definitionsIn(`import math
import torch
from torch.utils import data

def f(x):
    """unused is only spoken of"""
    return math.sqrt(g(x))  # unused

def g(x):
    return x

class unused:
    pass

def g(x, y=1):
    return data.h(x)
`);
const f = `def f(x):\n    """unused is only spoken of"""\n    return math.sqrt(g(x))  # unused`;
const g = "def g(x, y=1):\n    return data.h(x)";

test.each([
  ["what it leans on comes along, in order, imports first", ["f(1)"], `import math\nfrom torch.utils import data\n\n${f}\n\n${g}`],
  ["the latest definition of a name counts", ["print(g(1))"], `from torch.utils import data\n\n${g}`],
  ["a use in the braces of an f-string counts", ['print(f"{g(1):.2f} unused")'], `from torch.utils import data\n\n${g}`],
  ["texts, comments, attributes and keyword arguments do not", ["a.f('g', g=1)  # f"], ""],
  ["a name of the section's own does not", ["def f(x): return x\n", "f(1)", "g, b = 1, 2\nprint(g)"], ""],
  ["a use before the section's own definition does", ["print(g(1))", "g = 1"], `from torch.utils import data\n\n${g}`],
])("of a prelude: %s", (_, codes, expected) => {
  const tabs = codes.map((code) => ({ id: "a", code }));
  expect(prelude(library, tabs)).toBe(expected);
});

test.each([
  ["import a.b, c as d", ["a", "d"]],
  ["from a.b import (\n    c as d,\n    e,\n)\nx", ["d", "e"]],
  ["@once\ndef f(\n    a,\n):\n    b = 1\n\n    return b\n\nf(1)", ["f"]],
  ["async def f():\n  pass\nclass C: pass\nif x:\n    def g(): pass", ["f", "C"]],
  ["define = 1\nimported = 2", []],
])("%j defines %j", (code, names) => {
  expect(definitionsIn(code).flatMap((one) => one.names)).toEqual(names);
});

test("a definition ends where its indentation ends", () => {
  expect(definitionsIn("def f(\n    a,\n):\n    b = 1\n\n    return b\n\nf(1)").map(({ code }) => code)).toEqual([
    "def f(\n    a,\n):\n    b = 1\n\n    return b",
  ]);
});

test.each([
  ["a = b == c", ["a"]],
  ["x, *rest = y", ["x", "rest"]],
  ["a[0] = 1\na.b = 2\nf(c=1)\n  d = 1\na == 1", []],
])("%j binds %j", (code, names) => {
  expect(boundIn(code)).toEqual(names);
});

test("names are read outside strings and comments", () => {
  const code = `a("b", rf'{c + 1}{d}', e=f)  # g\n"""h\n'i"""\nj.k'''l"m'''`;
  expect([...mentionedIn(code)].sort()).toEqual(["a", "c", "d", "f", "j"]);
});
