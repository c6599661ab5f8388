import { describe, expect, test } from "vitest";
import { createPlaces } from "../../src/kernel/module/places.ts";

const blob = "blob:http://localhost:4321/5b5d8e0a-2c5c-4f0f-9a43-0d0b9d1f7b11";
const tfjs = "http://localhost:4321/_astro/worker-Cq3.js";
const base64 = "data:text/javascript;base64,ZXhwb3J0+/ZGVmYXVsdA==";

function find(stack: string) {
  const places = createPlaces();
  places.add("train", ["listing/train.ts", blob, base64], 30, "");
  places.add("net", ["listing/net.ts"], 12, "");
  return places.find({ stack }).map(({ listing, line, column }) => `${listing}:${line}:${column}`);
}

describe("places finds the frames of listings", () => {
  test.each([
    ["V8, a named function", "Error: x\n    at step (listing/train.ts:3:9)", ["train:3:9"]],
    ["V8, the body itself", "Error: x\n    at default (listing/train.ts:3:9)", ["train:3:9"]],
    ["V8, no function", "Error: x\n    at listing/train.ts:3:9", ["train:3:9"]],
    [
      "V8, after an await",
      "Error: x\n    at async listing/train.ts:3:9\n    at async default (listing/net.ts:2:1)",
      ["train:3:9", "net:2:1"],
    ],
    ["V8, a method", "TypeError: x\n    at new Net (listing/net.ts:4:5)\n    at Net.f [as g] (listing/net.ts:9:1)", ["net:4:5", "net:9:1"]],
    [
      "V8, below tfjs",
      `Error: x\n    at matMul_ (${tfjs}:1:2345)\n    at Array.map (<anonymous>)\n    at step (listing/train.ts:3:9)\n    at run (${tfjs}:1:1)`,
      ["train:3:9"],
    ],
    ["V8, in Node", `Error: x\n    at default (${base64}:2:8)\n    at /home/a (b)/run.ts:5:15`, ["train:2:8"]],
    ["V8, a message that looks like a frame", "Error: at x (listing/nowhere.ts:1:1)\n    at step (listing/train.ts:3:9)", ["train:3:9"]],
    [
      "SpiderMonkey",
      `matMul_@${tfjs}:1:2345\nstep@listing/train.ts:3:9\ndefault@listing/net.ts:2:1\nasync*run@${tfjs}:1:1\n`,
      ["train:3:9", "net:2:1"],
    ],
    ["SpiderMonkey, after an await", "default@listing/train.ts:3:9\nasync*default@listing/net.ts:2:1\n", ["train:3:9", "net:2:1"]],
    ["SpiderMonkey, inside a callback", "f/<@listing/train.ts:3:9\nmap@[native code]\n", ["train:3:9"]],
    [
      "JavaScriptCore, which knows URLs only",
      `matMul_@${tfjs}:1:2345\n@${blob}:3:18\ndefault@${blob}:5:2\nasyncFunctionResume@[native code]`,
      ["train:3:18", "train:5:2"],
    ],
    ["JavaScriptCore, no function at all", `${blob}:3:18\n@`, ["train:3:18"]],
    ["no frame of a listing", `Error: x\n    at ${tfjs}:1:1`, []],
    ["an empty stack", "", []],
  ])("%s", (_, stack, places) => {
    expect(find(stack)).toEqual(places);
  });

  test("takes the wrapper's prefix off the first line only", () => {
    expect(find("Error\n    at default (listing/train.ts:1:37)")).toEqual(["train:1:7"]);
    expect(find("Error\n    at default (listing/train.ts:1:3)")).toEqual(["train:1:1"]);
    expect(find("Error\n    at default (listing/train.ts:2:37)")).toEqual(["train:2:37"]);
  });

  test("forgets the URL of a listing's last run when it runs again", () => {
    const places = createPlaces();
    places.add("train", ["listing/train.ts", "blob:old"], 0, "");
    places.add("train", ["listing/train.ts", "blob:new"], 5, "w.add(1)\nb");
    expect(places.find({ stack: "@blob:old:1:9" })).toEqual([]);
    expect(places.find({ stack: "@blob:new:1:9" })).toEqual([{ listing: "train", line: 1, column: 4 }]);
    expect(places.lineAt({ listing: "train", line: 2, column: 1 })).toBe("b");
  });

  test.each([
    ["nothing", undefined],
    ["a text", "x"],
    ["a stack that is no text", { stack: 5 }],
    [
      "a getter that throws",
      {
        get stack() {
          throw 1;
        },
      },
    ],
  ])("finds nothing in %s", (_, error) => expect(createPlaces().find(error)).toEqual([]));
});
