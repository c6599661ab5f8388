import { defineConfig } from "vitest/config";
import { listingModules } from "../../src/build/resolve.ts";

/** Experiments that take minutes; the figures show what they save: `npx vitest run --config tests/experiments/vitest.config.ts`. */
export default defineConfig({
  plugins: [listingModules()],
  test: {
    include: ["tests/experiments/**/*.experiment.ts"],
    globalSetup: ["tests/setup/tangle.ts"],
    testTimeout: 3_600_000,
    server: { deps: { inline: [/@tensorflow\//] } },
  },
});
