import type { ImportedName, Program } from "../../src/listing/types.ts";

export const importTf: ImportedName = { specifier: "@tensorflow/tfjs", imported: "*", local: "tf", typeOnly: false };

/** A program for the cpu; `tf: true` imports tfjs. */
export function program(id: string, code: string, { tf, ...parts }: Partial<Program> & { tf?: boolean } = {}): Program {
  return { id, code, inputs: [], imports: tf ? [importTf] : [], declares: [], backend: "cpu", ...parts };
}
