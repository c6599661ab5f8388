import { existsSync } from "node:fs";

/** The path of a program; throws with what to do when it is nowhere. `variable` names the environment's word for it. */
export function findProgram(what: string, places: readonly string[], variable: string, install: string): string {
  const path = [process.env[variable], ...places].find((place) => place && existsSync(place));
  if (path) return path;
  throw new Error(
    `expected: ${what} in one of ${places.join(", ")}; found: none.\nInstall it (Debian/Ubuntu: ${install}) or set ${variable} to its path.`,
  );
}
