/** Samples → rows with medians, ratios and what was to be reached. */
import type { Peer } from "./peer.ts";
import type { Samples } from "./measure.ts";

export interface Row {
  id: string;
  /** what was measured, as the page 性能 shows it */
  title: string;
  unit: "ms" | "bytes";
  value: number;
  samples: number;
  /** what it is compared with, and that one's median */
  peer?: { title: string; value: number };
  /** value / peer, or value itself without a peer; to be at most this */
  limit: number;
  /** whether the limit was kept */
  reached: boolean;
}

type Line = [id: string, title: string, limit: number, peer?: [id: string, title: string]];

const LOADER = "PyTorch，DataLoader";

/** Limits are those of the design: ratios to the peer where there is one, else milliseconds or bytes. */
const LINES: Line[] = [
  ["softmax-scratch", "softmax 回归从零开始（3.6），一轮，60 000 张图，含测试集评估", 1 / 10, ["softmax-scratch", LOADER]],
  ["softmax-scratch", "同上，与放在内存里的 PyTorch 相比", 1 / 3, ["softmax-memory", "PyTorch，张量在内存"]],
  ["softmax-concise", "softmax 回归简洁实现（3.7），一轮", 1 / 10, ["softmax-concise", LOADER]],
  ["pass", "读一遍训练集，每批 256 张（3.5）", 1 / 20, ["pass", LOADER]],
  ["linear-scratch", "线性回归从零开始（3.2），3 轮共 300 步", 1, ["linear-scratch", "PyTorch"]],
  ["linear-concise", "线性回归简洁实现（3.3），3 轮共 300 步", 1, ["linear-concise", "PyTorch"]],
  ["cold", "打开页面后第一次按运行 → 第一个输出", 500],
  ["warm", "再按运行 → 第一个输出", 50],
  ["stop", "停止死循环 → 下一个输出", 300],
  ["softmax-scratch-longest-task", "训练时主线程最长的任务", 50],
  ["any-longest-task", "各节全部运行时主线程最长的任务", 50],
  ["edit", "打开页面后第一次按编辑 → 光标", 300],
  ["type-hover", "打开类型检查 → 指针下的类型", 2000],
  ["softmax-scratch-memory", "训练十轮，页面进程的内存峰值", 400e6],
  ["script", "操作之前的脚本，最大的一页（gzip）", 15_000],
  ["page", "操作之前的全部字节，最大的一页（gzip）", 500_000],
  ["build", "构建整个网站", 60_000],
];

export const median = (samples: number[]): number => {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Of weights the largest page counts, of times the median. A row whose peer is not on this machine has nothing to miss. */
export function rows(samples: Samples, peer?: Peer): Row[] {
  return LINES.filter(([id]) => samples[id]?.length).map(([id, title, limit, compared]): Row => {
    const unit = /memory|script|page/.test(id) ? "bytes" : "ms";
    const value = unit === "bytes" ? Math.max(...samples[id]) : median(samples[id]);
    const row = { id, title, unit, value, samples: samples[id].length, limit } as const;
    if (!compared) return { ...row, reached: value <= limit };
    const theirs = peer?.samples[compared[0]];
    if (!theirs) return { ...row, reached: true };
    const against = { title: compared[1], value: median(theirs) };
    return { ...row, peer: against, reached: value / against.value <= limit };
  });
}

/** Of tasks the browser tells only those of 50 ms and more: 0 is none. */
const shown = (value: number, unit: Row["unit"]) =>
  unit === "bytes"
    ? value >= 1e6
      ? `${(value / 1e6).toFixed(0)} MB`
      : `${(value / 1e3).toFixed(1)} KB`
    : value === 0
      ? "< 50 ms"
      : value >= 1000
        ? `${(value / 1000).toFixed(2)} s`
        : `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** One line a row: value, peer, ratio, limit. */
export function print(list: Row[]): string {
  return list
    .map(({ title, unit, value, peer, limit, reached }) => {
      const ratio = peer
        ? `${shown(peer.value, unit)} ${peer.title}; 1/${(peer.value / value).toFixed(1)}, to reach 1/${(1 / limit).toFixed(0)}`
        : limit <= 1
          ? "no PyTorch here"
          : `to reach ${shown(limit, unit)}`;
      return `${reached ? "ok  " : "MISS"} ${shown(value, unit).padStart(9)}  ${title}\n               ${ratio}`;
    })
    .join("\n");
}
