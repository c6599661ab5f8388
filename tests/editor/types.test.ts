import { expect, test } from "vitest";
import { typeFiles } from "../../src/build/type-files.ts";
import { loadBook } from "../../src/build/book/book.ts";
import { openProject } from "../../src/editor/types/project.ts";

const files = typeFiles();
const project = openProject(files);
const head = `import * as tf from "@tensorflow/tfjs";\nimport * as Plot from "@observablehq/plot";\nimport { sgd } from "d2l";\nimport { FashionMNIST } from "datasets";\n`;
const hover = (code: string) => project.hover(head + code.replace("|", ""), head.length + code.indexOf("|"))?.type;

test.each([
  ["tf.mat|Mul(tf.ones([1, 1]), tf.ones([1, 1]));", /matMul.*Tensor/s],
  ["const x = tf.ones([2]); x|;", /Tensor/],
  ["s|gd;", /params: tf\.Variable.*lr: number/s],
  ["display.ta|ble([]);", /table\(rows/],
  ["const data = await FashionMNIST.load({ train: true }); da|ta;", /FashionMNIST/],
  ["Plot.line|Y([1]);", /lineY/],
])("%s says its type", (code, type) => {
  expect(hover(code)).toMatch(type);
});

const signature = (code: string, typed?: "(" | ",") => {
  const found = project.signature(head + code.replace("|", ""), head.length + code.indexOf("|"), typed);
  return found && { ...found, from: found.from - head.length, active: found.parameters[found.active]?.name };
};

test.each([
  ["tf.matMul(|", "a", /^matMul.*\($/, /First matrix/],
  ["tf.matMul(tf.ones([1, 1]), |)", "b", /^matMul/, /Second matrix/],
  ["tf.matMul(tf.ones(|[1, 1]))", "shape", /^ones/, /shape/],
  ["sgd([], [], |", "lr", /^sgd\($/, /^/],
  ["Math.max(1, 2, |", "values", /^max\(/, /numeric/],
  ["display.images(|", "images", /^images\(/, /^/],
  ["Plot.lineY(|", "data", /^lineY\(/, /^/],
])("in %s the parameter to write is told", (code, active, before, comment) => {
  const found = signature(code);
  expect(found).toMatchObject({ active, before: expect.stringMatching(before) as unknown });
  expect(found!.parameters.map((one) => one.comment).join() + found!.comment).toMatch(comment);
});

test.each([["tf.matMul(a, b)|"], ["const x = 1|;"], ["// tf.matMul(|"]])("at %s there is no call to tell of", (code) => {
  expect(signature(code, "(")).toBeUndefined();
});

test.each([
  ["const n: number = 'a';", 2322],
  ["tf.ones([2]).foo();", 2339],
  ["nosuchname;", 2304],
])("%s is a mistake", (code) => {
  const [mistake] = project.check(head + code);
  expect(mistake!.from).toBeGreaterThanOrEqual(head.length);
});

test("the book's sections have no mistakes", { timeout: 120_000 }, () => {
  const mistakes = loadBook().sections.flatMap(({ slug, listings }) =>
    project
      .check(listings.map(({ source }) => source).join("\n"))
      .filter(({ slight }) => !slight)
      .map(({ message }) => `${slug}: ${message}`),
  );
  expect(mistakes).toEqual([]);
});

test("no path of the machine is in the declarations, and they are small enough to be fetched", () => {
  const text = JSON.stringify(files);
  expect(Object.keys(files.files).filter((path) => !/^\/(lib|d2l|src|node_modules|globals\.d\.ts)/.test(path))).toEqual([]);
  expect(text).not.toContain(process.cwd());
  expect(text.length).toBeLessThan(1_500_000);
});
