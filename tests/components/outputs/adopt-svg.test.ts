/** What a chart's markup may not bring into the page. */
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { adoptSvg } from "../../../components/outputs/support/adopt-svg.ts";
import * as Plot from "../../../src/kernel/plot.ts";
import { plotOutput } from "../../../src/kernel/outputs/show/plot.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const adopted = (markup: string) => adoptSvg(markup, document as unknown as Document, "p-").outerHTML;
const inside = (markup: string) => adopted(`<svg>${markup}<g></g></svg>`);

test.each([
  ["a script", "<script>alert(1)</script>"],
  ["a script within SVG", "<g><script href='data:text/javascript,alert(1)'/></g>"],
  ["a script whose text looks like its end", "<script>'<g>'</scr</script><g onclick='x'/>"],
  ["a script in capitals", "<SCRIPT>alert(1)</SCRIPT>"],
  ["a style sheet", "<style>@import 'https://evil'; * { fill: url(https://evil) }</style>"],
  ["an unclosed style sheet", "<style><g>"],
  ["a foreign object", "<foreignObject><iframe src='https://evil'></iframe></foreignObject>"],
  ["an event handler", "<rect onload='alert(1)' onclick='alert(1)'/>"],
  ["an animation of a link", "<a href='#'><animate attributeName='href' to='javascript:alert(1)'/></a>"],
  ["set", "<set attributeName='onclick' to='alert(1)'/>"],
  ["a link", "<a href='javascript:alert(1)'><text>x</text></a>"],
  ["a link by xlink", "<a xlink:href='javascript:alert(1)'><text>x</text></a>"],
  ["a use of another file", "<use href='https://evil/x.svg#a'/>"],
  ["an image from elsewhere", "<image href='https://evil/x.png'/>"],
  ["an image by xlink", "<image xlink:href='https://evil/x.png'/>"],
  ["an image that is SVG", "<image href='data:image/svg+xml;base64,PHN2Zy8+'/>"],
  ["an image with spaces before the scheme", "<image href=' javascript:alert(1)'/>"],
  ["an HTML image", "<img src='https://evil' onerror='alert(1)'>"],
  ["a fill from elsewhere", "<rect fill='url(https://evil/x.svg#a)'/>"],
  ["a fill from elsewhere, quoted", "<rect fill='url(\"https://evil/x.svg#a\")'/>"],
  ["a style with an address", "<rect style='background: url(https://evil)'/>"],
  ["a style with an escaped address", "<rect style='fill: u\\72l(https://evil)'/>"],
  ["a style with a comment", "<rect style='fill: ur/**/l(https://evil)'/>"],
  ["a style with image-set", "<rect style='background: image-set(\"https://evil\" 1x)'/>"],
  ["a style that covers the page", "<rect style='position: fixed; inset: 0; z-index: 9'/>"],
  ["a form", "<form action='https://evil'><input></form>"],
  ["markup in a title", "<title><img src=x onerror=alert(1)></title>"],
  ["encoded markup", "<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>"],
  ["a handler set off by a slash", "<g/onload=alert(1)></g>"],
  ["a comment that ends early", "<!--> <script>alert(1)</script> -->"],
  ["a section of character data", "<![CDATA[<script>alert(1)</script>]]>"],
])("%s does not come in", (_, attack) => {
  let html: string;
  try {
    html = inside(attack);
  } catch {
    return; // markup that is not plainly well formed is refused as a whole
  }
  const { document: again } = parseHTML(`<body>${html}</body>`);
  expect(
    [...again.querySelectorAll("script, style, foreignObject, iframe, img, a, use, animate, set, form, input")].map(
      ({ localName }) => localName,
    ),
  ).toEqual([]);
  for (const element of again.querySelectorAll("*")) {
    for (const { name, value } of element.attributes as unknown as { name: string; value: string }[]) {
      expect(name).not.toMatch(/^on|href|^src$/i);
      expect(value).not.toMatch(/evil|javascript|fixed/i);
    }
  }
});

test.each([
  ["elements of charts", "<path d='M0 0L1 1'/>", /<path d="M0 0L1 1" \/>/],
  ["colours of the course", "<path stroke='var(--c-err)'/>", /stroke="var\(--c-err\)"/],
  ["transforms", "<g transform='translate(1,2)'></g>", /translate\(1,2\)/],
  ["addresses within the chart, with the prefix", "<g clip-path='url(#a)'></g>", /clip-path="url\(#p-a\)"/],
  ["ids, with the prefix", "<clipPath id='a'></clipPath>", /id="p-a"/],
  ["pictures as data", "<image href='data:image/png;base64,AAAA'/>", /href="data:image\/png;base64,AAAA"/],
  ["text, with what it says", "<text x='1'>a &lt; b &amp; 中 &#65;</text>", /a &lt; b &amp; 中 A/],
  ["titles", "<title>峰值</title>", /<title>峰值<\/title>/],
  ["harmless styles", "<text style='font-size: 12px; fill: currentColor'>x</text>", /font-size: 12px; fill: currentColor/],
])("%s stay", (_, markup, expected) => expect(inside(markup)).toMatch(expected));

describe("refused as a whole", () => {
  test.each([
    ["text without an element", "alert(1)"],
    ["two elements", "<svg></svg><svg></svg>"],
    ["another element", "<p></p>"],
    ["an unfinished tag", "<svg><rect x='1</svg>"],
    ["endless nesting", "<svg>" + "<g>".repeat(10_000)],
  ])("%s", (_, markup) => expect(() => adopted(markup)).toThrow());
});

test("a chart of Plot comes through whole", () => {
  const points = Array.from({ length: 10 }, (_, i) => ({ x: i, y: i * i, k: i % 2 ? "a" : "b" }));
  const chart = Plot.plot({
    title: "题",
    caption: "注",
    color: { legend: true },
    marks: [Plot.dot(points, { x: "x", y: "y", fill: "k", title: "k" }), Plot.line(points, { x: "x", y: "y", clip: true }), Plot.gridX()],
  });
  const { svg } = plotOutput(chart as unknown as Parameters<typeof plotOutput>[0]);
  const count = (html: string, name: string) => html.split(`<${name}`).length - 1;
  const html = adopted(svg);
  for (const name of ["circle", "path", "line", "text", "g", "title", "clipPath", "rect", "span"])
    expect([name, count(html, name)]).toEqual([name, count(svg, name)]);
});

test("the labels of a chart's axes can be told by their class", () => {
  const chart = Plot.plot({ x: { label: "步" }, y: { label: "损失" }, marks: [Plot.lineY([3, 2, 1])] });
  const { svg } = plotOutput(chart as unknown as Parameters<typeof plotOutput>[0]);
  const labels = [...adopted(svg).matchAll(/class="([xy]-axis-label)".*?<text[^>]*>([^<]*)/g)].map(([, axis, text]) => [axis, text]);
  expect(labels).toEqual([
    ["y-axis-label", "↑ 损失"],
    ["x-axis-label", "步 →"],
  ]);
});
