import mdx from "@astrojs/mdx";
import { unified } from "@astrojs/markdown-remark";
import { defineConfig } from "astro/config";
import rehypeKatex from "rehype-katex";
import remarkMath from "remark-math";
import { course } from "./src/build/integration.ts";
import { katexOptions } from "./src/build/text/formulas.ts";
import { tangled } from "./src/build/resolve.ts";
import { rehypeAnchors } from "./src/build/markdown/rehype-anchors.ts";
import { rehypeSections } from "./src/build/markdown/rehype-sections.ts";
import { rehypeTables } from "./src/build/markdown/rehype-tables.ts";
import { remarkBreaks } from "./src/build/markdown/remark-breaks.ts";
import { remarkEquations } from "./src/build/markdown/remark-equations.ts";
import { remarkFigures } from "./src/build/markdown/remark-figures.ts";
import { remarkHeadings } from "./src/build/markdown/remark-headings.ts";
import { remarkListings } from "./src/build/markdown/remark-listings.ts";
import { remarkReferences } from "./src/build/markdown/remark-references.ts";
import { remarkValues } from "./src/build/markdown/remark-values.ts";

const targets = ["chrome109", "firefox115", "safari16.4"];
const comments = { legal: false }; // gathered in licenses.txt instead

/** What pages load late: `astro dev` must know it beforehand, or the first run of a listing reloads the page. */
const lazy = [
  "@babel/parser",
  "@codemirror/autocomplete",
  "@codemirror/commands",
  "@codemirror/lang-javascript",
  "@codemirror/language",
  "@codemirror/lint",
  "@codemirror/search",
  "@codemirror/state",
  "@codemirror/view",
  "@lezer/highlight",
  "@observablehq/plot",
  "@tensorflow/tfjs-backend-cpu",
  "@tensorflow/tfjs-backend-wasm",
  "@tensorflow/tfjs-core",
  "@tensorflow/tfjs-core/dist/engine",
  "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops",
  "@tensorflow/tfjs-core/dist/register_all_gradients",
  "@tensorflow/tfjs-data",
  "@tensorflow/tfjs-layers",
  "eslint-scope",
  "linkedom/worker",
  "long", // CommonJS, as is seedrandom: the kernel takes tfjs file by file, and stops at what is no module
  "seedrandom",
  "typescript",
];

/** Astro's own marks in `.mdx` and tfjs's circular imports are no news. */
const onLog = (level, log, report) => {
  if (log.code !== "MODULE_LEVEL_DIRECTIVE" && log.code !== "CIRCULAR_DEPENDENCY") report(level, log);
};

export default defineConfig({
  trailingSlash: "always",
  cacheDir: `${tangled}/astro`,
  // no inlined styles or scripts: the policy forbids them
  build: { inlineStylesheets: "never" },
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      smartypants: false,
      remarkPlugins: [
        remarkMath,
        remarkBreaks,
        remarkHeadings,
        remarkListings,
        remarkFigures,
        remarkReferences,
        remarkValues,
        remarkEquations,
      ],
      rehypePlugins: [[rehypeKatex, katexOptions()], rehypeAnchors, rehypeTables, rehypeSections],
    }),
  },
  integrations: [mdx(), course()],
  vite: {
    build: {
      target: targets,
      cssTarget: targets,
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      rollupOptions: { output: { comments }, onLog },
    },
    worker: { format: "es", rollupOptions: { output: { comments } } },
    optimizeDeps: { include: lazy },
    experimental: { renderBuiltUrl: () => ({ relative: true }) },
  },
});
