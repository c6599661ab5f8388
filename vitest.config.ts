import { defineConfig } from "vitest/config";
import { listingModules } from "./src/build/resolve.ts";

/** What all tests share: the specifiers of listings resolve, and tfjs, whose modules Node cannot load, goes through Vite. */
const shared = {
  plugins: [listingModules()],
  server: { deps: { inline: [/@tensorflow\//] } },
};

/** `REPORT_JSON` names a file for a report that programs can read. */
const report = process.env.REPORT_JSON;

export default defineConfig({
  test: {
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
    projects: [
      {
        plugins: shared.plugins,
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/e2e/**", "tests/fixtures/**"],
          globalSetup: ["tests/setup/tangle.ts"],
          testTimeout: 20_000,
          server: shared.server,
        },
      },
      {
        plugins: shared.plugins,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/setup/site.ts"],
          testTimeout: 120_000,
          hookTimeout: 360_000,
          expect: { poll: { timeout: 10_000 } }, // of a machine that does other things as well
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
