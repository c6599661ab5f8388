import type { KernelState, Restart } from "../../src/kernel/kernel.ts";
import type { Backend } from "../../src/listing/types.ts";

/** How the kernel stands; `wished` is the backend that was asked for, which the device may lack. */
export function kernelText(state: KernelState, backend?: Backend, wished = backend): string {
  const where = backend ? `（${backend}${wished === backend ? "" : `；这台设备用不了 ${wished}`}）` : "";
  return { off: "内核未启动", starting: "内核启动中…", ready: `内核就绪${where}`, running: `内核运行中${where}` }[state];
}

/** Why what was declared is gone; undefined when the reader asked for it. */
export function restartText(reason: Restart["reason"], what?: string): string | undefined {
  if (reason === "tainted") return `内核已重启：有清单改写了内建的 ${what ?? "对象"}，之后的结果不可信`;
  if (reason === "died") return "内核意外退出，已丢弃其中的变量；再运行会启动新的内核";
  if (reason === "interrupted") return "已停止；内核里的变量已丢弃";
  return undefined;
}
