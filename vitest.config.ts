import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { listingModules } from "./src/build/resolve.ts";

/** What all tests share: the specifiers of listings resolve, and tfjs, whose modules Node cannot load, goes through Vite. */
const shared = {
  plugins: [listingModules()],
  server: { deps: { inline: [/@tensorflow\//] } },
};

/** Files that take tens of seconds start first, lest one core wait for the other at the end; vitest knows how long a file takes only after a first run. */
const LONG = ["listings.test.ts", "site/pages.test.ts", "kernel.test.ts", "exercises.test.ts", "workbench/"];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((name) => moduleId.includes(`/${name}`));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** `REPORT_JSON` names a file for a report that programs can read. */
const report = process.env.REPORT_JSON;

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
    projects: [
      {
        plugins: shared.plugins,
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/e2e/**", "tests/fixtures/**"],
          globalSetup: ["tests/setup/tangle.ts"],
          testTimeout: 60_000, // of a machine that does other things as well
          hookTimeout: 60_000,
          maxWorkers: Math.max(2, availableParallelism() - 1),
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
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
          retry: 1, // a browser may be kept from the processor for seconds; CI's log names what needed the second try
          maxWorkers: 2, // a browser is itself several processes
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
