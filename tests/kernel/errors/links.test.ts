import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { links } from "../../../src/kernel/errors/links.ts";

const content = new URL("../../../content/linear-networks/", import.meta.url);

test.each(Object.values(links).filter(({ href }) => href !== "./"))("$href is a place of the book called $text", ({ href, text }) => {
  const [, slug, id] = /^([\w-]+|\.)\/#([\w-]+)$/.exec(href)!;
  const source = readFileSync(new URL(`${slug === "." ? "index" : slug}.mdx`, content), "utf8");
  const heading = source.split("\n").find((line) => line.startsWith("#") && line.includes(`{/* id: ${id} */}`));
  expect(heading, `a heading with id ${id} in ${slug}.mdx`).toBeDefined();
  const words = heading!
    .replace(/^#+\s*/, "")
    .replace(/\s*\{.*/, "")
    .replace(/^[\d.]+\s*/, "");
  expect(text).toContain(words);
});
