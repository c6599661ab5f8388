import { expect, test } from "vitest";
import { diffLines } from "../../../components/diff/lines.ts";

const diff = (before: string, after: string) =>
  diffLines(before.replaceAll(" ", "\n"), after.replaceAll(" ", "\n"))
    .map(({ kind, text }) => ({ same: "", gone: "-", new: "+" })[kind] + text)
    .join(" ");

test.each([
  ["a b c", "a b c", "a b c"],
  ["a b c", "a x c", "a -b +x c"],
  ["a b c", "a c", "a -b c"],
  ["a c", "a b c", "a +b c"],
  ["a b c d", "b c d e", "-a b c d +e"],
  ["a a b", "a b", "a -a b"],
  ["x", "y z", "-x +y +z"],
  ["a b c d e", "a d c b e", "a -b -c d +c +b e"],
])("%s → %s", (before, after, expected) => {
  expect(diff(before, after)).toBe(expected);
});

test("taking only old lines gives the old text, only new lines the new one", () => {
  const words = "abcabca";
  for (let seed = 1; seed < 60; seed++) {
    const pick = (n: number) => Array.from({ length: n % 9 }, (_, i) => words[(seed * (i + 3) * (n + 1)) % 7]).join("\n");
    const [before, after] = [pick(seed), pick(seed * 5 + 1)];
    const lines = diffLines(before, after);
    expect(
      lines
        .filter(({ kind }) => kind !== "new")
        .map(({ text }) => text)
        .join("\n"),
    ).toBe(before);
    expect(
      lines
        .filter(({ kind }) => kind !== "gone")
        .map(({ text }) => text)
        .join("\n"),
    ).toBe(after);
  }
});
