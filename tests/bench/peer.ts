/** The same work in PyTorch, where this machine has it. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Peer {
  samples: Record<string, number[]>;
  versions: { torch: string; torchvision: string; threads: number; workers: number };
}

/** Runs `torch.py` with the first Python that has PyTorch and torchvision; `PYTHON` names another one. */
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
  if (!python) return undefined;
  return JSON.parse(execFileSync(python, [script, shards], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })) as Peer;
}
