// `node .ci/sum.mjs <report or name>=<exit status> …` names the failed tests of vitest's JSON reports, adds the reports up, prints
// `N passed, N failed` and ends with 1 if anything failed. Names come last, for a log's end is what is kept and read; among them those that
// passed only at the second try: a test that does so again has a fault, or finds one.
// What ended badly without naming a failed test (a crash, no report, a file that does not load) counts as one failure.
import { existsSync, readFileSync } from "node:fs";

let [passed, failed] = [0, 0];
for (const argument of process.argv.slice(2)) {
  const [, name, status] = /^(.*)=(\d+)$/.exec(argument);
  const found = read(name);
  const nameless = found.failures.length === 0 && status !== "0";
  const failures = nameless ? [`${name} ended with ${status}`] : found.failures;
  for (const second of found.seconds) console.log(`passed at the second try: ${second}`);
  for (const failure of failures) console.log(`failed: ${failure}`);
  passed += found.passed;
  failed += failures.length;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** What a report says: how many tests passed, which of them at the second try, and each failure by its file, its name and the first lines of its message. */
function read(name) {
  if (!existsSync(name)) return { passed: 0, seconds: [], failures: [] };
  const { numPassedTests, testResults } = JSON.parse(readFileSync(name, "utf8"));
  return { passed: numPassedTests, seconds: testResults.flatMap(secondsOf), failures: testResults.flatMap(failuresOf) };
}

function secondsOf(file) {
  return file.assertionResults
    .filter((test) => test.status === "passed" && test.failureMessages?.length > 0)
    .map((test) => tell(file, test));
}

function failuresOf(file) {
  const failed = file.assertionResults.filter((test) => test.status === "failed");
  if (failed.length === 0 && file.status === "failed")
    return [tell(file, { fullName: "does not load", failureMessages: [file.message ?? ""] })];
  return failed.map((test) => tell(file, test));
}

function tell({ name: path }, { fullName, failureMessages }) {
  const message = failureMessages.join("\n").split("\n").slice(0, 12);
  return [`${path.slice(path.indexOf("/tests/") + 1)} > ${fullName}`, ...message.map((line) => `  ${line}`)].join("\n");
}
