import type { Run } from "../../src/listing/history.ts";
import type { Stale } from "../../src/listing/plan.ts";
import type { Standing } from "../listing/states.ts";
import type { Texts } from "./texts.ts";

/** How a listing that waits or runs stands: what it waits for is `running`, or the kernel itself. */
export function waiting(standing: Standing, running: string | undefined, loading: boolean): Standing {
  return {
    ...standing,
    ...(standing.state === "queued" && running !== undefined && { because: running }),
    ...(loading && { loading }),
  };
}

/** How a listing that neither waits nor runs stands: what its last run and the texts of the section make of it. */
export function standingOf(texts: Texts, id: string, run: Run | undefined, stale: Stale | undefined, milliseconds?: number): Standing {
  if (stale) {
    const because = stale.by === undefined ? undefined : texts.numberOf(stale.by);
    return {
      // A variable that moved on is no fault of what is shown: a light mark only.
      state: stale.reason === "used" ? "done" : "stale",
      stale: stale.reason,
      ...(because !== undefined && { because }),
      ...(milliseconds !== undefined && { milliseconds }),
    };
  }
  if (texts.isEdited(id) && run?.version !== texts.versionOf(id)) return { state: "stale", stale: "edited" };
  if (!run || run.state === "running") return { state: "idle" };
  return { state: run.state, ...(run.state === "done" && milliseconds !== undefined && { milliseconds }) };
}
