import { hasEnd } from "../outputs/copy/prototypes.ts";

/** What was thrown, as plain text. Anything can be thrown, and reading it can throw again. */
export interface Thrown {
  /** `TypeError`, …; empty when no error object was thrown */
  name: string;
  message: string;
  /** the error object, when it is one */
  error?: object;
}

export function readThrown(value: unknown): Thrown {
  if (!isErrorObject(value)) return { name: "", message: textOf(value) };
  return { name: field(value, "name") || "Error", message: field(value, "message"), error: value };
}

/** The text of a field that may be missing, no string, or guarded by a getter that throws. */
export function field(value: object, key: string): string {
  try {
    const found = (value as Record<string, unknown>)[key];
    return typeof found === "string" ? found.slice(0, 4000) : "";
  } catch {
    return "";
  }
}

function isErrorObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  try {
    // Errors of another realm, and DOMExceptions, are told by their fields.
    return (
      (hasEnd(value) && value instanceof Error) ||
      (typeof (value as Error).message === "string" && typeof (value as Error).name === "string")
    );
  } catch {
    return false;
  }
}

function textOf(value: unknown): string {
  try {
    if (typeof value === "string") return value.slice(0, 4000);
    if (typeof value === "object" && value !== null) return (JSON.stringify(value) ?? "").slice(0, 1000) || "对象";
    return String(value).slice(0, 1000);
  } catch {
    return "（读不出）";
  }
}
