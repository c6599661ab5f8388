/** What really ran in the kernel, as immutable data. */

/** One listing's assignment to variables of another. */
export interface Assignment {
  /** id of the listing that assigned, and the run it did it in */
  by: string;
  token: number;
  names: readonly string[];
}

/** How a listing stood when another began to run. */
export interface Seen {
  token: number;
  version: string;
  /** how many assignments its variables had had */
  assignments: number;
}

/** The last run of a listing. */
export interface Run {
  token: number;
  /** the text that ran */
  version: string;
  /** what it started from, by the graph of that time */
  slice: readonly string[];
  state: "running" | "done" | "failed" | "stopped";
  /** the kernel was restarted since: what it declared is gone */
  lost: boolean;
  /** all listings that had ever run when it began, lost ones too */
  seen: ReadonlyMap<string, Seen>;
  /** names of other listings whose variables it assigned */
  assigned: readonly string[];
  /** assignments of other listings to the variables it made, in order of time */
  log: readonly Assignment[];
}

/** The last run of each listing, by id. */
export type History = ReadonlyMap<string, Run>;

export const nothing: History = new Map();

/**
 * A listing begins to run: what its last run declared is withdrawn.
 *
 * @param slice what it starts from (`Node.slice`); with it, what this run assigns is known to hold only while that stays as it is
 */
export function begin(history: History, id: string, version: string, token: number, slice: readonly string[] = []): History {
  const seen = new Map<string, Seen>();
  for (const [other, run] of history) {
    if (other !== id) seen.set(other, { token: run.token, version: run.version, assignments: run.log.length });
  }
  return new Map(history).set(id, { token, version, slice, state: "running", lost: false, seen, assigned: [], log: [] });
}

/**
 * The run with this token has ended.
 *
 * @param assigned `Result.assigned`: the variables it assigned, by the listing that made them; a failed run may have assigned some too
 */
export function end(
  history: History,
  token: number,
  state: "done" | "failed" | "stopped",
  assigned: readonly { listing: string; names: readonly string[] }[] = [],
): History {
  const [id, run] = [...history].find(([, one]) => one.token === token) ?? [];
  if (!id || !run) return history;
  const foreign = assigned.filter(({ listing }) => listing !== id);
  const next = new Map(history).set(id, { ...run, state, assigned: foreign.flatMap(({ names }) => names) });
  for (const { listing, names } of foreign) {
    const owner = next.get(listing);
    if (owner) next.set(listing, { ...owner, log: [...owner.log, { by: id, token, names }] });
  }
  return next;
}

/** The kernel was started anew: nothing that ran is left; what was running is stopped. */
export function restart(history: History): History {
  return new Map([...history].map(([id, run]) => [id, { ...run, lost: true, state: run.state === "running" ? "stopped" : run.state }]));
}

/** Listings withdrawn from the kernel (`forget`), as if they had never run. */
export function forget(history: History, ids: readonly string[]): History {
  return new Map([...history].filter(([id]) => !ids.includes(id)));
}
