import { defineConfig } from "vitest/config";

const report = process.env.REPORT_JSON;

/** `npm run test:engines`: the core suite in Chromium, Firefox and WebKit; `REPORT_JSON` as in the house's own config. */
export default defineConfig({
  test: {
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
    include: ["tests/engines/*.engine.ts"],
    globalSetup: ["tests/setup/site.ts"],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 2, // a browser is itself several processes
    retry: 1, // as for Chromium in the house's own config
  },
});
