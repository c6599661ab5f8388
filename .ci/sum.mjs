// `node .ci/sum.mjs <report or name>=<exit status> …` adds up vitest's JSON reports; prints `N passed, N failed` and ends with 1 if anything failed.
// What ended badly without naming a failed test (a crash, no report, a file that does not load) counts as one failure.
import { existsSync, readFileSync } from "node:fs";

let [passed, failed] = [0, 0];
for (const argument of process.argv.slice(2)) {
  const [, name, status] = /^(.*)=(\d+)$/.exec(argument);
  const found = countsOf(name);
  passed += found.passed;
  failed += found.failed === 0 && status !== "0" ? 1 : found.failed;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function countsOf(name) {
  if (!existsSync(name)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(name, "utf8"));
  const unloaded = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}
