/** How a listing stands, in a word and a shape; the contract of `data-state` and `data-stale`. */
export type State = "idle" | "queued" | "running" | "done" | "failed" | "stopped" | "stale";
export type Stale = "edited" | "upstream" | "used" | "restarted";

export interface Standing {
  state: State;
  stale?: Stale;
  /** number of the listing that is the reason: 3.2-2; of one in the queue, the listing that runs now */
  because?: string;
  /** the kernel is still being fetched and started */
  loading?: boolean;
  /** number of the listing whose failure kept this one from running */
  blockedBy?: string;
  /** how long the last run took, or for how long it has run or waited until now */
  milliseconds?: number;
  /** others of its section have run: that this one has not is then worth a word */
  othersRan?: boolean;
}

/** In milliseconds: shorter waits are over before they are read; so long the kernel takes on slow lines only. */
const WORTH_A_WORD = 300;
const LONG = 10_000;

/** What the title line says of a standing; empty while nothing has happened. */
export function describe({ state, stale, because, blockedBy, loading, milliseconds, othersRan }: Standing): string {
  if (blockedBy !== undefined) return `没有运行：${blockedBy} 出错`;
  const time = milliseconds === undefined ? "" : ` · ${duration(milliseconds)}`;
  const isSlow = milliseconds !== undefined && milliseconds >= WORTH_A_WORD;
  switch (state) {
    case "idle":
      return othersRan ? "未运行" : "";
    case "queued":
      if (!isSlow) return "排队";
      return loading ? "排队：内核载入中" : because ? `排队：${because} 运行中` : "排队";
    case "running":
      if (!isSlow) return "运行中";
      if (loading) return `载入内核${time}${milliseconds < LONG ? "" : "，网络很慢"}`;
      return `运行中${time}`;
    case "done":
      return stale === "used" ? `已运行${time}，变量已被${because ? ` ${because} ` : "别处"}更新` : `已运行${time}`;
    case "failed":
      return "出错";
    case "stopped":
      return "已停止";
    case "stale":
      return stale ? reasons[stale](because) : "过期";
  }
}

const reasons: Record<Stale, (because?: string) => string> = {
  edited: () => "已修改，尚未运行",
  upstream: (because) => (because ? `过期：${because} 已变` : "过期：前文已变"),
  used: (because) => (because ? `过期：变量已被 ${because} 更新` : "过期：变量已被更新"),
  restarted: () => "过期：内核已重启",
};

/** 12 ms, 0.3 s, 12 s, 2 min 5 s */
export function duration(milliseconds: number): string {
  if (milliseconds < 100) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}

/** Paths in a 10 × 10 box, so that a state is not told by its colour alone. */
export const shapes: Partial<Record<State, string>> = {
  queued: "M5 1.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 0 1 0-7zm0 1.3a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 0 0 0-4.4z",
  running: "M2.5 1.2 8.6 5 2.5 8.8z",
  done: "M5 1.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 0 1 0-7z",
  failed: "M2.1 1 5 3.9 7.9 1 9 2.1 6.1 5 9 7.9 7.9 9 5 6.1 2.1 9 1 7.9 3.9 5 1 2.1z",
  stopped: "M1.8 1.8h6.4v6.4H1.8z",
  stale: "M5 .6 9.4 5 5 9.4.6 5zM5 2.6 2.6 5 5 7.4 7.4 5z",
};

const badges = { record: "记录", live: "实时", stale: "过期" } as const;
const meanings = {
  record: "写书时运行的结果；点“运行”换成你自己的",
  live: "刚才在你的浏览器里运行的结果",
  stale: "与现在的代码不再对应；再运行一次",
} as const;

/** The word that says where the shown output comes from, and its longer reading. */
export function badge(origin: "record" | "live", standing: Standing): { word: string; meaning: string } {
  const key = standing.state === "stale" ? "stale" : origin;
  return { word: badges[key], meaning: meanings[key] };
}
