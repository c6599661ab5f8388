/** `npm run simd`: compiles the AssemblyScript kernels of the wasm backend and keeps the binary as text, so that it travels with the worker. */
import { writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import asc from "assemblyscript/asc";

const SOURCE = "src/kernel/backends/wasm/simd/assembly/kernels.ts";
const BINARY = new URL("../kernel/backends/wasm/simd/binary.ts", import.meta.url);

/** The module `binary.ts`, made anew. Throws with the compiler's messages where the source is wrong. */
export async function compile(): Promise<string> {
  let binary: Uint8Array | undefined;
  const options = ["-O3", "--runtime", "stub", "--enable", "simd", "--importMemory", "--noExportMemory", "--use", "abort="];
  const { error, stderr } = await asc.main([SOURCE, "-o", "kernels.wasm", ...options], {
    writeFile: (_name: string, content: string | Uint8Array) => {
      binary = content as Uint8Array;
    },
  });
  if (error || !binary) throw new Error(`${SOURCE} does not compile: ${stderr.toString()}`, { cause: error });
  return `/** Compiled from \`assembly/kernels.ts\` by \`npm run simd\`; base64. */\nexport default "${Buffer.from(binary).toString("base64")}";\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(fileURLToPath(BINARY), await compile());
