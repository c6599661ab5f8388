// Reads what `npm audit --json --audit-level=high` says; ends with 1 when a package that readers get has a serious fault.
// Where no registry answers, offline or behind a mirror that keeps no advisories, it says so and ends with 0.
import { readFileSync } from "node:fs";

const said = readFileSync(0, "utf8");
const { metadata, vulnerabilities, message = "" } = said.trim() === "" ? {} : JSON.parse(said);

if (metadata) {
  const { high, critical, total } = metadata.vulnerabilities;
  console.log(`audit: ${total} packages with known faults, ${high} high, ${critical} critical`);
  for (const { name, severity } of Object.values(vulnerabilities)) console.log(`audit: ${name}: ${severity}`);
  process.exitCode = high + critical > 0 ? 1 : 0;
} else if (/^(request to .* failed|\d{3} )/.test(message)) {
  console.log("audit: not done, no registry answers");
} else {
  console.log(`audit: failed: ${message || "npm said nothing"}`);
  process.exitCode = 1;
}
