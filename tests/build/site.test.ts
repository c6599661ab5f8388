import { describe, expect, test } from "vitest";
import { refused, withPolicy } from "../../src/build/site/csp.ts";
import { tags } from "../../src/build/site/html.ts";
import { brokenLinks, placeOfLink } from "../../src/build/site/links.ts";
import { relativeCss, relativeHtml, relativeUrl } from "../../src/build/site/relative-urls.ts";
import { bookWith } from "./book.ts";

describe("relativeUrl", () => {
  test.each([
    ["/linear-networks/x/", "index.html", "linear-networks/x/"],
    ["/linear-networks/x/#a", "linear-networks/y/index.html", "../x/#a"],
    ["/linear-networks/", "linear-networks/y/index.html", "../"],
    ["/linear-networks/y/#a", "linear-networks/y/index.html", "./#a"],
    ["/", "linear-networks/y/index.html", "../../"],
    ["/", "index.html", "./"],
    ["/?q=1", "a/index.html", "../?q=1"],
    ["/_astro/x.css", "a/b/index.html", "../../_astro/x.css"],
    ["/favicon.svg", "404.html", "favicon.svg"],
    ["//elsewhere.example/x", "a/index.html", "//elsewhere.example/x"],
    ["https://elsewhere.example/", "a/index.html", "https://elsewhere.example/"],
    ["#here", "a/index.html", "#here"],
  ])("%s seen from %s is %s", (url, page, relative) => {
    expect(relativeUrl(url, page)).toBe(relative);
  });
});

test("addresses in tags become relative, the same text elsewhere stays", () => {
  const html = `<!-- <a href="/x/"> --><a title='a > b' href="/x/">href="/x/"</a><script src=/s.js></script><script type="application/json">{"a":"<a href=\\"/x/\\">"}</script>`;
  expect(relativeHtml(html, "a/index.html")).toBe(html.replace(`b' href="/x/"`, `b' href="../x/"`).replace("src=/s.js", "src=../s.js"));
});

test("addresses in a style sheet become relative to it", () => {
  const css = `@font-face{src:url(/_astro/a.woff2) format("woff2"),url("/_astro/b.woff")}a{background:url(data:image/png;base64,AA/A)}`;
  expect(relativeCss(css, "_astro/x.css")).toBe(css.replace("/_astro/a", "a").replace("/_astro/b", "b"));
});

test("tags are told with their attributes, whatever stands in quotes", () => {
  const names = [...tags(`<p data-x="a <b> c" hidden>1 < 2 <B CLASS=x></p>`)].map(({ name, attributes }) => [
    name,
    ...attributes.map((a) => a.value),
  ]);
  expect(names).toEqual([
    ["p", "a <b> c"],
    ["b", "x"],
  ]);
});

test("the policy stands right behind the charset", () => {
  expect(withPolicy(`<head><meta charset="utf-8"><title>`)).toMatch(
    /^<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'self'; /,
  );
});

test.each([
  ["<style>a{}</style>", "<style>"],
  ["<script>alert(1)</script>", "inline <script>"],
  [`<p onclick="f()">`, "onclick"],
])("%s is refused", (html, told) => {
  expect(refused(html).join()).toContain(told);
});

test("data blocks, linked scripts and style attributes pass the policy", () => {
  expect(refused(`<script type="application/json">{}</script><script type="module" src="a.js"></script><p style="color:red">`)).toEqual([]);
});

describe("brokenLinks", () => {
  const site = (links: string) => ({
    files: new Set(["index.html", "a/index.html", "x.css"]),
    pages: new Map([
      ["index.html", `<p id="top">${links}`],
      ["a/index.html", `<h2 id="误差">`],
    ]),
  });
  test.each(["a/", "a/#%E8%AF%AF%E5%B7%AE", "a/index.html", "#top", "x.css?v=1", "./", "https://elsewhere.example/", "mailto:a@b"])(
    "%s leads somewhere",
    (url) => {
      expect(brokenLinks(site(`<a href="${url}">`))).toEqual([]);
    },
  );
  test.each([
    ["b/", "no b/index.html"],
    ["a/#nothing", "no such id"],
    ["#nothing", "no such id"],
    ["a", "no a"],
  ])("%s does not: %s", (url, told) => {
    expect(brokenLinks(site(`<a href="${url}">`))).toMatchObject([{ page: "index.html", url, why: expect.stringContaining(told) }]);
  });

  test("is told at the line of the .mdx where the author wrote it", () => {
    const book = bookWith("好\n\n[这里](../nowhere/) 与 [那里](/about/nothing/)");
    const place = (url: string) => placeOfLink(book, { page: "chapter/only/index.html", url });
    expect(place("../nowhere/")).toMatchObject({ file: expect.stringMatching(/only\.mdx$/), line: 9 });
    expect(place("../../about/nothing/")).toMatchObject({ line: 9 }); // as it stands once it was made relative
    expect(place("../../missing/")).toBeUndefined(); // a layout's
  });
});
