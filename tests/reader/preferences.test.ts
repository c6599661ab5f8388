import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { hash } from "../../src/reader/hash.ts";
import { openProgress } from "../../src/reader/progress.ts";
import { readTheme, themeKey, writeTheme } from "../../src/reader/theme.ts";
import { openUnfinished } from "../../src/reader/unfinished.ts";
import { FakeStorage } from "./storage.ts";

const root = "https://school.example/dl/";

/** Runs the script in the page's head; gives what it did to the root element. */
function beforePaint(storage: Storage, protocol = "https:") {
  const classes: string[] = [];
  const dataset: Record<string, string> = {};
  const scripts: string[] = [];
  const document = {
    documentElement: { classList: { add: (name: string) => classes.push(name) }, dataset },
    querySelector: (selector: string) => (selector === "link[rel=icon]" ? { href: `${root}favicon.svg` } : null),
    createElement: () => ({}),
    head: { append: (script: { src: string }) => void scripts.push(script.src) },
  };
  const addEventListener = (_: "DOMContentLoaded", ready: () => void) => ready();
  runInNewContext(readFileSync("src/layouts/before-paint.js", "utf8"), {
    document,
    addEventListener,
    localStorage: storage,
    location: { protocol },
    URL,
  });
  return { classes, dataset, scripts };
}

test("the theme that was chosen is there before the first paint", () => {
  const storage = new FakeStorage();
  writeTheme(storage, root, "dark");
  expect(beforePaint(storage).dataset).toEqual({ theme: "dark" });
  writeTheme(storage, root, "auto");
  expect(beforePaint(storage).dataset).toEqual({});
});

test("a theme that is none, or a forbidden storage, follows the system", () => {
  const storage = new FakeStorage();
  storage.setItem(themeKey(root), "sepia");
  expect(readTheme(storage, root)).toBe("auto");
  expect(beforePaint(storage).dataset).toEqual({});
  const forbidden = new FakeStorage({ refuses: true });
  expect(readTheme(forbidden, root)).toBe("auto");
  expect(() => writeTheme(forbidden, root, "dark")).not.toThrow();
  expect(beforePaint(forbidden).classes).toEqual(["js"]);
});

test("from a file the page is read, not run, and helped by a script that no other page fetches", () => {
  const { classes, scripts } = beforePaint(new FakeStorage(), "file:");
  expect(classes).toEqual([]);
  expect(scripts).toEqual([`${root}file.js`]);
  expect(beforePaint(new FakeStorage()).scripts).toEqual([]);
});

test("a listing that was running when the page went away is told once", () => {
  const storage = new FakeStorage();
  const open = () => openUnfinished(storage, root, "chapter/one");
  open().begin("train");
  expect(open().take()).toBe("train");
  expect(open().take()).toBeUndefined();
  open().begin("train");
  open().end();
  expect(open().take()).toBeUndefined();
  expect(() => openUnfinished(new FakeStorage({ refuses: true }), root, "chapter/one").begin("train")).not.toThrow();
});

test("progress remembers visits and listings, each once", () => {
  const storage = new FakeStorage();
  const progress = openProgress(storage, root);
  expect(progress.read("chapter/one")).toEqual({ visited: false, ran: [] });
  progress.visit("chapter/one");
  expect(progress.read("chapter/one")).toEqual({ visited: true, ran: [] });
  for (const id of ["init", "train", "init"]) progress.ran("chapter/one", id);
  progress.visit("chapter/one");
  expect(progress.read("chapter/one").ran).toEqual(["init", "train"]);
  expect(openProgress(new FakeStorage({ refuses: true }), root).read("chapter/one")).toEqual({ visited: false, ran: [] });
});

test("hashes tell near texts apart and stay what they are", () => {
  expect(hash("const lr = 0.03;")).not.toBe(hash("const lr = 0.3;"));
  expect(hash("")).not.toBe(hash(" "));
  // edits are stored under this: it must never change
  expect(hash("线性回归")).toBe("21mynicjxw8");
  const many = new Set(Array.from({ length: 20_000 }, (_, i) => hash(`const x = ${i};`)));
  expect(many.size).toBe(20_000);
});
