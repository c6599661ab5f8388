import type { Backend } from "../../src/listing/types.ts";
import type { Bench } from "./bench.ts";

/** The backends this device can be asked for; whether they start, the kernel tells. */
export function available(): Backend[] {
  const backends: Backend[] = ["cpu", "wasm"];
  if (hasWebgl()) backends.push("webgl");
  if ("gpu" in navigator) backends.push("webgpu");
  return backends;
}

function hasWebgl(): boolean {
  try {
    return typeof OffscreenCanvas !== "undefined" && new OffscreenCanvas(1, 1).getContext("webgl2") !== null;
  } catch {
    return false;
  }
}

/** Changes the backend; says what came of it. */
export async function switchBackend(bench: Bench, backend: Backend): Promise<string> {
  const { kernel, texts, session } = await bench.running();
  const wasOn = kernel.state !== "off";
  bench.program.backend = backend;
  texts.useBackend(backend);
  kernel.backend = backend;
  await session.restart();
  const actual = kernel.actualBackend;
  if (actual === undefined) return "内核没能启动：检查网络，再运行一次。";
  const restarted = wasOn ? "内核已重启，之前声明的变量都没有了。" : "内核已启动。";
  if (actual !== backend) return `这台设备用不了 ${backend}，退回到 ${actual}。${restarted}`;
  const warning = backend === "webgl" ? "注意：webgl 的精度可能较低，溢出不一定看得出来。" : "";
  return `现在用 ${actual}。${restarted}${warning}`;
}

/** Which backend is in use, as far as one can know. */
export async function backendText(bench: Bench): Promise<string> {
  if (!bench.isRunning()) return "内核还没启动";
  const { kernel } = await bench.running();
  return kernel.actualBackend ? `正在用 ${kernel.actualBackend}` : "内核还没启动";
}
