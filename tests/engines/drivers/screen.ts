import { spawn } from "node:child_process";
import { findProgram } from "./find-program.ts";

/** The screen there is, or one in memory. */
export async function openScreen(): Promise<{ display: string; close(): void }> {
  if (process.env.DISPLAY) return { display: process.env.DISPLAY, close: () => {} };
  const path = findProgram("Xvfb, a screen in memory,", ["/usr/bin/Xvfb"], "XVFB_PATH", "sudo apt-get install xvfb");
  const server = spawn(path, ["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.stdout!.once("data", (text) => resolve(String(text).trim()));
    server.once("exit", (code) => reject(new Error(`${path} ended with ${code} before it had a screen`)));
  });
  return { display: `:${number}`, close: () => server.kill() };
}
