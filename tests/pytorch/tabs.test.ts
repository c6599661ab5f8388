/**
 * The PyTorch notebooks run from their first cell to their last, and say what the listings beside them say. `ALL=1` runs them as
 * they stand, with all images (some minutes); otherwise on the first two thousand, and without the cell that multiplies matrices in
 * pure Python.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { loadBook } from "../../src/build/book/book.ts";
import { numbersIn, shownBy } from "./numbers.ts";
import { cellsOf, findPython, runNotebooks, type Ran } from "./tabs.ts";

const all = Boolean(process.env.ALL);
const book = loadBook();
const sections = book.sections.filter((section) => cellsOf(book, section).length > 0);
const python = findPython();
if (!python) {
  console.warn(
    "The PyTorch tabs are not run: no Python with torch and torchvision found. On Debian: apt install python3-torch python3-torchvision; PYTHON names another one.",
  );
}

/** Tabs that print other numbers than their listing, and why. */
const others: Record<string, readonly string[]> = {
  "draws of its own": [
    ...["recover", "batch-noise", "why-log"].map((id) => `linear-regression/${id}`),
    ...["data", "first-batch", "init", "gradients", "train", "diverge", "errors"].map((id) => `linear-regression-scratch/${id}`),
    ...["tf-data", "init", "train", "errors"].map((id) => `linear-regression-concise/${id}`),
    ...["softmax", "untrained", "train", "mistakes", "weights", "transforms", "permuted"].map((id) => `softmax-regression-scratch/${id}`),
    ...["train", "twice"].map((id) => `softmax-regression-concise/${id}`),
  ],
  "time measured": ["linear-regression/three-ways", "image-classification-dataset/timing"],
  "all images are needed": all ? [] : ["image-classification-dataset/load", "image-classification-dataset/class-means"],
  "an error in tfjs, the shortest of many solutions, fewer digits, the distributions themselves": [
    "linear-networks/plus",
    "linear-regression/collinear",
    "softmax-regression/saturation",
    "softmax-regression/entropy",
    "softmax-regression-scratch/naive-softmax",
  ].map((place) => place.replace("linear-networks/", "index/")),
};

/** Where a variable must end up, whatever was drawn. */
const ranges: Record<string, readonly [low: number, high: number]> = {
  "index/train.k": [1.99, 2.01],
  "linear-regression/normal-equation.b_star": [0.6666, 0.6668],
  "linear-regression/normal-equation.w_star": [0.4999, 0.5001],
  "linear-regression/recover.worst_error": [0, 1.5e-3],
  "linear-regression/descend.after_100": [0.02867, 0.02868],
  "linear-regression-scratch/train.train_loss": [4e-5, 7e-5],
  "linear-regression-scratch/errors.error_b": [-5e-3, 5e-3],
  "linear-regression-concise/train.l": [8.5e-5, 1.3e-4],
  "linear-regression-concise/errors.error_b": [-5e-3, 5e-3],
  "softmax-regression/cross-entropy.H_PQ": [1.96936, 1.96937],
  "softmax-regression-scratch/init.num_params": [7850, 7850],
  "softmax-regression-scratch/untrained.untrained_acc": [0, 0.3],
  "softmax-regression-scratch/weights.zero_loss": [2.30258, 2.3026],
  "softmax-regression-scratch/train.train_loss": all ? [0.44, 0.455] : [0.6, 0.9],
  "softmax-regression-scratch/train.train_acc": all ? [0.84, 0.855] : [0.7, 0.85],
  "softmax-regression-scratch/train.test_acc": all ? [0.79, 0.85] : [0.6, 0.85],
  "softmax-regression-scratch/permuted.scrambled_acc": all ? [0.79, 0.85] : [0.6, 0.85],
  "softmax-regression-concise/train.train_loss": all ? [0.44, 0.455] : [0.6, 0.9],
  "softmax-regression-concise/train.test_acc": all ? [0.79, 0.85] : [0.6, 0.85],
  "softmax-regression-concise/twice.twice_loss": all ? [1.65, 1.8] : [1.8, 2.2],
};

const limit = all ? 1_200_000 : 180_000; // milliseconds
const leftOut = all ? [] : ["linear-regression/matmul"];

describe.skipIf(!python)(python ? "the PyTorch tabs" : "the PyTorch tabs (no Python with torch and torchvision found)", () => {
  let ran: Ran[] = [];
  beforeAll(async () => {
    ran = await runNotebooks(python!, book, leftOut, limit, all ? undefined : { train: 2000, test: 500 });
  }, limit + 10_000);

  test.each(sections)("of $slug run one after the other, with nothing but what its notebook holds", (section) => {
    const own = ran.filter((tab) => tab.section === section.slug);
    const cells = cellsOf(book, section).map(({ id }) => id);
    expect(own.map(({ id }) => id)).toEqual(cells.filter((id) => !leftOut.includes(`${section.slug}/${id}`)));
    expect(own.filter(({ error }) => error).map(({ id, error }) => `${id}: ${error}`)).toEqual([]);
  });

  test.each(sections)("of $slug print numbers that their listings show", (section) => {
    const { slug, record } = section;
    const excused = Object.values(others).flat();
    const wrong = ran
      .filter((tab) => tab.section === slug && !excused.includes(`${slug}/${tab.id}`))
      .flatMap(({ id, out }) => {
        const shown = shownBy(record.listings[id]?.outputs ?? []);
        const foreign = numbersIn(out).filter(
          (value) => !shown.some((other) => Math.abs(value - other) <= Math.max(1e-4, 2e-3 * Math.abs(value))),
        );
        return foreign.length > 0 ? [`${id} prints ${foreign.join(", ")}`] : [];
      });
    expect(wrong).toEqual([]);
  });

  test("leave in their variables what the listings leave", () => {
    const found = Object.keys(ranges).map((place) => {
      const [, section, id, name] = /^(.*)\/(.*)\.(.*)$/.exec(place) ?? [];
      return [place, ran.find((tab) => tab.section === section && tab.id === id)?.values?.[name!]] as const;
    });
    const off = found.filter(([place, value]) => typeof value !== "number" || value < ranges[place]![0] || value > ranges[place]![1]);
    expect(off).toEqual([]);
  });
});
