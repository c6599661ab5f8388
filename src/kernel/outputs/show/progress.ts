/** How far a long piece of work has come. */
import type { ProgressOutput } from "../../protocol.ts";
import type { Clock } from "../clock.ts";
import { cutText } from "../copy/names.ts";
import type { Place } from "../place.ts";
import type { ProgressHandle } from "../types.ts";

/** Shows a progress bar in a place. The rate is left out when the work is over: records should repeat. */
export function showProgress(place: Place, clock: Clock, label: string, total?: number, unit?: "bytes"): ProgressHandle {
  const start = clock.now();
  const state: ProgressOutput = { type: "progress", label: cutText(String(label), 200), done: 0, ended: false };
  if (total !== undefined && Number.isFinite(total)) state.total = total;
  if (unit === "bytes") state.unit = unit;
  const show = () => {
    const output = { ...state };
    const seconds = (clock.now() - start) / 1000;
    if (!output.ended && seconds > 0.2 && output.done > 0) output.rate = output.done / seconds;
    return { output };
  };
  place.show(show);
  return {
    update(done) {
      if (state.ended || !Number.isFinite(done)) return;
      state.done = done;
      place.show(show);
    },
    end() {
      if (state.ended) return;
      state.ended = true;
      place.show(show);
    },
  };
}
