/** The same work in PyTorch, where this machine has it. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Peer {
  samples: Record<string, number[]>;
  versions: { torch: string; torchvision: string; threads: number; workers: number };
}

/** Runs `torch.py` with the first Python that has PyTorch and torchvision; `PYTHON` names another one. Without any, or when it fails, there is no peer. */
export function pytorch(): Peer | undefined {
  const script = fileURLToPath(new URL("torch.py", import.meta.url));
  const shards = fileURLToPath(new URL("../../public/datasets/fashion-mnist", import.meta.url));
  const python = [process.env.PYTHON, "python3", "/usr/bin/python3", "python"].find((name) => {
    try {
      if (name) execFileSync(name, ["-c", "import torch, torchvision"], { stdio: "ignore" });
      return Boolean(name);
    } catch {
      return false;
    }
  });
  if (!python) {
    console.warn("no Python with torch and torchvision found: no ratios. On Debian: apt install python3-torch python3-torchvision");
    return undefined;
  }
  try {
    return JSON.parse(
      execFileSync(python, ["-W", "ignore", script, shards], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }),
    ) as Peer;
  } catch (error) {
    console.error(`PyTorch is left out: ${(error as Error).message}`); // what the browser took is not lost
    return undefined;
  }
}
