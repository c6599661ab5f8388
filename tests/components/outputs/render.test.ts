import { inflateSync } from "node:zlib";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { renderOutput, updateLines } from "../../../components/outputs/render.ts";
import { compressPngs } from "../../../components/outputs/support/compress-png.ts";
import { pngUrl } from "../../../components/outputs/support/png.ts";
import type { Line, Output, Value } from "../../../src/kernel/protocol.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const render = (output: Output, ...rest: [("record" | "live")?, { chapter?: string; key?: string }?]) =>
  renderOutput(output, document as unknown as Document, ...rest);
const line = (...texts: string[]): Line => ({ level: "log", parts: texts.map((text) => ({ type: "string", text })) });
const number = (text: string): Value => ({ type: "plain", text, kind: "number" });
const shown = (part: Value) => render({ type: "text", lines: [{ level: "log", parts: [part] }], omitted: 0 });

const samples: Output[] = [
  { type: "text", lines: [line("a")], omitted: 0 },
  { type: "tensor", tensor: { shape: [2], dtype: "float32", text: "[1, 2]", min: 1, mean: 1.5, max: 2, notFinite: 0 } },
  { type: "table", columns: ["a"], rows: [[number("1")]], omitted: 3 },
  { type: "image", columns: 2, scale: 2, images: [{ width: 1, height: 1, channels: 1, data: "AA==", title: "T 恤" }] },
  { type: "plot", svg: "<svg><g></g></svg>", label: "损失" },
  { type: "progress", label: "下载", done: 5e6, total: 26e6, unit: "bytes", rate: 1e6, ended: false },
  { type: "error", error: { title: "出了 `x`", original: "Error: x", kind: "x" } },
];

test.each(samples.map((output) => [output.type, output] as const))("%s says what it is and where it comes from", (type, output) => {
  const element = render(output, "record");
  expect([element.getAttribute("data-output"), element.getAttribute("data-origin")]).toEqual([type, "record"]);
  expect(render(output).getAttribute("data-origin")).toBe("live");
});

test("nothing a listing shows becomes markup", () => {
  const evil = "<img src=x onerror=alert(1)>";
  const value: Value = { type: "object", name: evil, entries: [{ key: evil, value: { type: "string", text: evil } }], omitted: 0 };
  const outputs: Output[] = [
    {
      type: "text",
      lines: [{ level: "log", parts: [value, { type: "function", text: evil }, { type: "string", text: evil }] }],
      omitted: 0,
    },
    { type: "tensor", tensor: { shape: [], dtype: evil, text: evil, notFinite: 0, name: evil } },
    { type: "table", columns: [evil], rows: [[value]], omitted: 0 },
    { type: "image", columns: 1, scale: 1, images: [{ width: 1, height: 1, channels: 1, data: "AA==", title: evil }] },
    { type: "plot", svg: `<svg><text>&lt;img src=x&gt;</text></svg>`, label: evil },
    { type: "progress", label: evil, done: 1, ended: false },
    { type: "error", error: { title: evil, hint: evil, original: evil, kind: evil, link: { href: "x/", text: evil } } },
  ];
  for (const output of outputs) {
    const { document: again } = parseHTML(`<body>${render(output).outerHTML}</body>`);
    expect([...again.querySelectorAll("img")].every((image) => image.getAttribute("src")?.startsWith("data:image/png"))).toBe(true);
    expect(again.querySelector("[onerror]")).toBeNull();
  }
});

test("a table shows six digits of a fraction, all of a whole number, and the value itself as a title", () => {
  const row = ["0.3666666666666667", "-1.6222222222222222", "47040001", "0.5", "1.9998e-7"].map(number);
  const cells = [...render({ type: "table", columns: ["a", "b", "c", "d", "e"], rows: [row], omitted: 0 }).querySelectorAll("td")];
  expect(cells.map((cell) => cell.textContent)).toEqual(["0.366667", "-1.62222", "47040001", "0.5", "1.9998e-7"]);
  expect(cells.map((cell) => cell.getAttribute("title"))).toEqual(["0.3666666666666667", "-1.6222222222222222", null, null, null]);
});

describe("values", () => {
  const object = (entries: [string | undefined, Value][], name = "{…}", omitted = 0): Value => ({
    type: "object",
    name,
    entries: entries.map(([key, value]) => (key === undefined ? { value } : { key, value })),
    omitted,
  });
  test.each<[string, Value, string]>([
    ["a short object on the line", object([["lr", number("0.03")]]), "{lr: 0.03}"],
    [
      "a short list on the line",
      object(
        [
          [undefined, number("1")],
          [undefined, { type: "string", text: "a" }],
        ],
        "Array(2)",
      ),
      '[1, "a"]',
    ],
    ["a typed array with its name", object([[undefined, number("1")]], "Float32Array(1)"), "Float32Array(1) [1]"],
    ["an empty list", object([], "Array(0)"), "[]"],
    ["an instance", object([["n", number("1")]], "Timer"), "Timer {n: 1}"],
    ["an empty instance", object([], "Timer"), "Timer {}"],
  ])("show %s", (_, value, text) => expect(shown(value).textContent).toBe(text));

  test("unfold when they are long", () => {
    const long = object(
      Array.from({ length: 60 }, (_, i) => [undefined, number(String(i))]),
      "Array(90)",
      30,
    );
    const details = shown(long).querySelector("details")!;
    expect(details.querySelectorAll("li")).toHaveLength(61);
    expect(details.textContent).toContain("另有 30 项");
  });

  test("that are not finite stand out", () => {
    expect(shown(number("NaN")).querySelector(".out-bad")?.textContent).toBe("NaN");
    expect(shown(number("1")).querySelector(".out-bad")).toBeNull();
  });
});

describe("text", () => {
  test("tells where lines were left out", () => {
    const element = render({ type: "text", lines: [line("first"), line("last")], omitted: 7, head: 1 });
    expect([...element.children].map(({ textContent }) => textContent)).toEqual(["first", "……省略 7 行……", "last"]);
  });

  test("grows by lines, and counts those left out", () => {
    const element = render({ type: "text", lines: [line("a")], omitted: 0 });
    updateLines(element, [line("b"), line("c")], 0);
    updateLines(element, [], 5);
    updateLines(element, [], 9);
    expect([...element.children].map(({ textContent }) => textContent)).toEqual(["a", "b", "c", "……省略 9 行……"]);
  });

  test("names the level of warnings and errors", () => {
    const element = render({
      type: "text",
      lines: [
        { level: "warn", parts: [number("1")] },
        { level: "error", parts: [number("2")] },
      ],
      omitted: 0,
    });
    expect(element.textContent).toBe("警告 1错误 2");
  });

  test("can be scrolled with the keyboard when it is long", () => {
    expect(render({ type: "text", lines: Array.from({ length: 30 }, () => line("x")), omitted: 0 }).getAttribute("tabindex")).toBe("0");
    expect(render({ type: "text", lines: [line("x")], omitted: 0 }).getAttribute("tabindex")).toBeNull();
  });
});

describe("tensors", () => {
  const tensor = { shape: [2, 2], dtype: "float32", text: "[[1, 2],\n [3, 4]]", min: 1, mean: 2.5, max: 4, notFinite: 0 };
  test("show numbers, shape and statistics", () => {
    expect(render({ type: "tensor", tensor }).textContent).toBe("[[1, 2],\n [3, 4]]Tensor [2, 2] float32 · 最小 1 · 均值 2.5 · 最大 4");
  });
  test("flag what is not finite, in words", () => {
    expect(render({ type: "tensor", tensor: { ...tensor, notFinite: 3 } }).querySelector("strong.out-bad")?.textContent).toBe(
      " 有 3 个 NaN 或 Infinity",
    );
  });
  test("that are disposed say so", () => {
    expect(render({ type: "tensor", tensor: { ...tensor, disposed: true } }).textContent).toContain("已释放");
  });
  test("have a heat map to unfold, which needs no script", () => {
    const element = render({ type: "tensor", tensor: { ...tensor, heat: { rows: 2, columns: 2, data: "AX//AQ==" } } });
    expect(element.querySelector("details > img")?.getAttribute("src")).toMatch(/^data:image\/png;base64,/);
    expect(element.querySelector("details > img")?.getAttribute("alt")).not.toBe("");
  });
});

describe("images", () => {
  test("are pictures with sizes, captions and a text that says what they are", () => {
    const { outerHTML } = render(samples[3]);
    expect(outerHTML).toMatch(/\bwidth="2"/);
    expect(outerHTML).toMatch(/\bheight="2"/);
    expect(outerHTML).toContain("<figcaption>T 恤</figcaption>");
    expect(outerHTML).toContain('alt="1 × 1 像素的灰度图像：T 恤"');
  });
  test("of weights are blue below zero, red above, white at it", () => {
    const images = [{ width: 3, height: 1, channels: 1 as const, diverging: true, data: btoa("\x01\x80\xff") }];
    const picture = render({ type: "image", columns: 1, scale: 1, images }).querySelector("img")!;
    expect(picture.getAttribute("alt")).toBe("第 1 张，1 × 3 像素的红蓝图像");
    const { rows, palette } = decode(picture.getAttribute("src")!);
    const colours = [...rows.subarray(1)].map((place) => [...palette.subarray(3 * place, 3 * place + 3)]);
    expect(colours).toEqual([
      [33, 102, 172],
      [255, 255, 255],
      [178, 24, 43],
    ]);
  });
});

describe("charts", () => {
  test("are one image to a screen reader", () => {
    const svg = render(samples[4]).querySelector("svg")!;
    expect([svg.getAttribute("role"), svg.getAttribute("aria-label")]).toEqual(["img", "损失"]);
  });
  test("do not share ids", () => {
    const svg = "<svg><clipPath id='a'></clipPath><g clip-path='url(#a)'></g></svg>";
    const [one, two] = [render({ type: "plot", svg }), render({ type: "plot", svg })].map((element) => element.querySelector("[id]")!.id);
    expect(one).not.toBe(two);
    expect(render({ type: "plot", svg }, "live", { key: "train-0" }).querySelector("[id]")!.id).toBe("plot-train-0-a");
  });
  test("that cannot be read say so", () => {
    expect(render({ type: "plot", svg: "<svg" }).textContent).toContain("读不懂");
  });
});

test("progress tells megabytes and the rate", () => {
  const element = render(samples[5]);
  expect(element.textContent).toBe("下载5.0 MB / 26.0 MB · 每秒 1.0 MB");
  expect(element.querySelector("progress")?.getAttribute("aria-label")).toBe("下载");
});

test("an error shows the line, code as code, the lesson and the original words", () => {
  const element = render(
    {
      type: "error",
      error: {
        title: "`matMul` 不行",
        hint: "用 `reshape`。",
        line: 3,
        listing: "net",
        link: { href: "a/#b", text: "形状" },
        original: "Error: x",
        kind: "k",
      },
    },
    "live",
    { chapter: "./" },
  );
  expect(element.querySelector("[data-line]")?.textContent).toBe("第 3 行：");
  expect([...element.querySelectorAll("code")].map(({ textContent }) => textContent)).toEqual(["matMul", "reshape"]);
  expect(element.querySelector("a")?.getAttribute("href")).toBe("./a/#b");
  expect(element.querySelector("details pre")?.textContent).toBe("Error: x");
});

test("an error in another listing's function names that listing and leads there", () => {
  const error = { title: "不行", line: 3, listing: "net", number: "3.2-7", original: "", kind: "k" };
  const place = render({ type: "error", error }, "live").querySelector(".out-title");
  expect(place?.textContent).toBe("出错了 清单 3.2-7 第 3 行：不行");
  expect(place?.querySelector("a[data-line='3']")?.getAttribute("href")).toBe("#net");
});

describe("a PNG", () => {
  test.each([
    ["grey", 1 as const, 0],
    ["RGB", 3 as const, 2],
    ["RGBA", 4 as const, 6],
  ])("in %s holds the rows that were given", (_, channels, type) => {
    const bytes = Uint8Array.from({ length: 2 * 3 * channels }, (_v, i) => i * 7);
    const png = decode(pngUrl({ width: 2, height: 3, channels, bytes }));
    expect(png).toMatchObject({ signature: "89504e470d0a1a0a", width: 2, height: 3, type });
    const stride = 2 * channels;
    expect([...png.rows]).toEqual([0, 1, 2].flatMap((row) => [0, ...bytes.subarray(row * stride, (row + 1) * stride)]));
  });

  test("compressed at build holds the same pixels in fewer bytes", () => {
    const url = pngUrl({ width: 28, height: 28, channels: 1, bytes: Uint8Array.from({ length: 784 }, (_, i) => i % 7) });
    const markup = compressPngs(`<img src="${url}"><img src="${url}">`);
    const [first, second] = [...markup.matchAll(/src="([^"]*)"/g)].map(([, one]) => one!);
    expect(second).toBe(first);
    expect(first!.length).toBeLessThan(url.length / 4);
    expect(decode(first!)).toEqual(decode(url));
  });

  test("with a palette names it", () => {
    const png = decode(pngUrl({ width: 1, height: 1, channels: 1, bytes: Uint8Array.of(1), palette: Uint8Array.of(1, 2, 3, 4, 5, 6) }));
    expect([png.type, [...png.palette]]).toEqual([3, [1, 2, 3, 4, 5, 6]]);
  });

  test("may be larger than one deflate block", () => {
    const bytes = new Uint8Array(300 * 300).fill(9);
    expect(decode(pngUrl({ width: 300, height: 300, channels: 1, bytes })).rows).toHaveLength(300 * 301);
  });
});

/** Reads back what a decoder would: header and unfiltered rows. */
function decode(url: string) {
  const file = Buffer.from(url.replace("data:image/png;base64,", ""), "base64");
  const chunks: Record<string, Buffer> = {};
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    chunks[file.toString("latin1", at + 4, at + 8)] = file.subarray(at + 8, at + 8 + length);
    at += 12 + length;
  }
  return {
    signature: file.toString("hex", 0, 8),
    width: chunks.IHDR.readUInt32BE(0),
    height: chunks.IHDR.readUInt32BE(4),
    type: chunks.IHDR[9],
    rows: inflateSync(chunks.IDAT),
    palette: chunks.PLTE,
  };
}
