import type { Check } from "./check.ts";

/** Each check is a file of its own, loaded when it is needed. */
const files = import.meta.glob<{ default: Check }>("../../content/*/checks/*.ts");

/** The check of an exercise; `undefined` when there is none. */
export async function loadCheck(exercise: string): Promise<Check | undefined> {
  const path = Object.keys(files).find((one) => one.endsWith(`/${exercise}.ts`));
  return path === undefined ? undefined : (await files[path]!()).default;
}

/** All exercises that have a check. */
export const checked = Object.keys(files).map((path) => path.replace(/^.*\//, "").replace(/\.ts$/, ""));
