import { refine, type Graph, type Node } from "./graph.ts";
import type { History } from "./history.ts";

/** Why a listing must run (again); `by` is the listing that caused it. */
export interface Cause {
  reason: "new" | "failed" | "stopped" | "edited" | "restarted" | "upstream" | "used";
  by?: string;
}

export interface Step {
  id: string;
  reason: Cause["reason"] | "target";
  by?: string;
}

/** What a done listing shows: its text or what it started from is no longer so, or (`used`) a variable it made has moved on. */
export interface Stale {
  reason: "edited" | "upstream" | "used" | "restarted";
  by?: string;
}

/**
 * The fewest listings that must run, in book order, so that the target starts from the state the text above it
 * describes; the target is the last step.
 *
 * A listing is *kept* when its last run still stands for its text: it saw what the text above it says. Everything else
 * the target starts from must run, and with it, to a fixpoint:
 * - the maker of a variable that a listing about to run can read, when anything assigned the variable that is not kept
 *   and before that listing in the text it starts from: the variable is *used up*;
 * - whatever starts from something that runs again.
 */
export function plan(graph: Graph, history: History, target: string): Step[] {
  const known = measured(graph, history);
  const node = known.nodes.get(target);
  if (!node) return [];
  const causes = assess(known, history);
  const runs = new Map<string, Cause>();
  for (const id of node.slice) {
    const cause = causes.get(id);
    if (cause) runs.set(id, cause);
  }
  for (let size = -1; size !== runs.size;) {
    size = runs.size;
    for (const id of [...node.slice, target]) {
      const member = known.nodes.get(id) as Node;
      if (id !== target && !runs.has(id)) {
        const by = member.slice.find((other) => runs.has(other));
        if (by) runs.set(id, { reason: "upstream", by });
      }
      if (id === target || runs.has(id))
        for (const [maker, by] of usedUp(member)) if (!runs.has(maker)) runs.set(maker, { reason: "used", by });
    }
  }
  return [...node.slice.flatMap((id) => (runs.has(id) ? [{ id, ...(runs.get(id) as Cause) }] : [])), { id: target, reason: "target" }];

  /** Makers of the variables a listing can read whose state is not what the text above that listing describes. */
  function usedUp(member: Node): [maker: string, by: string][] {
    return [...member.reach].flatMap(([name, maker]): [string, string][] => {
      const bad = history
        .get(maker)
        ?.log.find(
          ({ by, token, names }) =>
            names.includes(name) && (runs.has(by) || !member.slice.includes(by) || history.get(by)?.token !== token),
        );
      return bad ? [[maker, bad.by]] : [];
    });
  }
}

/** Of the listings that are done: which no longer show what their text says, and why. */
export function staleness(graph: Graph, history: History): Map<string, Stale> {
  const causes = assess(measured(graph, history), history);
  const stale = new Map<string, Stale>();
  for (const id of graph.nodes.keys()) {
    const run = history.get(id);
    if (run?.state !== "done") continue;
    const cause = causes.get(id);
    const last = run.log[run.log.length - 1];
    if (cause) stale.set(id, cause as Stale);
    else if (last) stale.set(id, { reason: "used", by: last.by });
  }
  return stale;
}

/**
 * The graph with what the kernel measured: a run that came to its end tells exactly what its text assigns, while that
 * text and all it starts from are the same. One that failed might have assigned more.
 */
function measured(graph: Graph, history: History): Graph {
  return refine(graph, ({ id, version, slice }, nodes) => {
    const run = history.get(id);
    if (run?.state !== "done" || run.version !== version) return undefined;
    const isAsItWas = (other: string) => run.seen.get(other)?.version === nodes.get(other)?.version;
    return [...run.slice, ...slice].every(isAsItWas) ? run.assigned : undefined;
  });
}

/** Why the last run of each listing does not stand for its text; kept listings are absent. */
function assess(graph: Graph, history: History): Map<string, Cause> {
  const causes = new Map<string, Cause>();
  for (const node of graph.nodes.values()) {
    const cause = causeOf(node);
    if (cause) causes.set(node.id, cause);
  }
  return causes;

  function causeOf({ id, version, slice, reach }: Node): Cause | undefined {
    const run = history.get(id);
    if (!run || run.state === "running") return { reason: "new" };
    if (run.state !== "done") return { reason: run.state };
    if (run.version !== version) return { reason: "edited" };
    if (run.lost) return { reason: "restarted" };
    // The first in book order is nearest to the root: what is stale because of it stands after it.
    const first = slice.find((other) => causes.has(other));
    if (first) return { reason: "upstream", by: causes.get(first)?.by ?? first };
    for (const [name, maker] of reach) {
      const [made, seen] = [history.get(maker), run.seen.get(maker)];
      if (!made || seen?.token !== made.token) return { reason: "upstream", by: maker };
      // What it read had been assigned by these runs; the text above it says: by those, of what was made by this very run.
      const found = made.log.slice(0, seen.assignments).filter(({ names }) => names.includes(name));
      const expected = slice.filter(
        (other) => history.get(other)?.assigned.includes(name) && history.get(other)?.seen.get(maker)?.token === made.token,
      );
      for (let i = 0; i < Math.max(found.length, expected.length); i++) {
        const by = expected[i];
        if (found[i]?.by !== by || found[i]?.token !== history.get(by)?.token) return { reason: "upstream", by: by ?? found[i]?.by };
      }
    }
    return undefined;
  }
}
