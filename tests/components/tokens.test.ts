import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The colours of the token file, by theme. */
function colours(): Record<"light" | "dark", Record<string, string>> {
  const css = readFileSync("src/styles/tokens.css", "utf8");
  const themes = { light: {} as Record<string, string>, dark: {} as Record<string, string> };
  for (const [, name, light, dark] of css.matchAll(/--([\w-]+): var\(--light, (#\w{6})\) var\(--dark, (#\w{6})\);/g)) {
    themes.light[name!] = light!;
    themes.dark[name!] = dark!;
  }
  return themes;
}

/** Relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

const themes = colours();
const texts = Object.keys(themes.light).filter((name) => /^(ink|muted|accent|warn|c-|code-)/.test(name) && !/(wash|selection)$/.test(name));
const grounds = ["paper", "sheet"];

test("every text colour has contrast 4.5 on paper and on code's ground, in both themes", () => {
  expect(texts.length).toBeGreaterThan(15);
  const poor = (["light", "dark"] as const).flatMap((theme) =>
    texts.flatMap((text) =>
      grounds
        .filter((ground) => contrast(themes[theme][text]!, themes[theme][ground]!) < 4.5)
        .map((ground) => `${theme}: ${text} on ${ground}`),
    ),
  );
  expect(poor).toEqual([]);
});

test("what is wrong stays readable on its wash, the ink on marks and selections", () => {
  const pairs = [
    ["warn", "warn-wash"],
    ["ink", "warn-wash"],
    ["accent", "accent-wash"],
    ["ink", "mark"],
    ["ink", "code-selection"],
    ["muted", "warn-wash"],
  ] as const;
  const poor = (["light", "dark"] as const).flatMap((theme) =>
    pairs.filter(([a, b]) => contrast(themes[theme][a]!, themes[theme][b]!) < 4.5).map((pair) => `${theme}: ${pair.join(" on ")}`),
  );
  expect(poor).toEqual([]);
});

test("the edges of controls can be told from the paper", () => {
  for (const theme of ["light", "dark"] as const)
    expect(contrast(themes[theme]["rule-strong"]!, themes[theme]["paper"]!)).toBeGreaterThan(3);
});

test("quantities can be told apart by lightness or hue for the colour-blind", () => {
  // Simulated deuteranopia (Viénot, Brettel, Mollon 1999): red and green fall together.
  const seen = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)) as [number, number, number];
    return [0.293 * r + 0.707 * g, b] as const;
  };
  for (const theme of ["light", "dark"] as const) {
    const names = ["c-param", "c-err", "c-grad", "c-prob"];
    for (const [i, a] of names.entries()) {
      for (const b of names.slice(i + 1)) {
        const [x, y] = [seen(themes[theme][a]!), seen(themes[theme][b]!)];
        expect(Math.hypot(x[0] - y[0], x[1] - y[1]), `${theme} ${a} ${b}`).toBeGreaterThan(20);
      }
    }
  }
});
