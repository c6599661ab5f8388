import { Kernel } from "../../src/kernel/kernel.ts";
import { workerUrl } from "../../src/kernel/worker-url.ts";
import type { SectionProgram } from "../../src/layouts/types.ts";
import type { CourseListing } from "../listing.ts";
import { pageOf } from "./page.ts";
import { Session, type Witness } from "./session.ts";
import { Texts } from "./texts.ts";

/** All that running takes: loaded when the reader comes near a button, not before. */
export interface Running {
  session: Session;
  kernel: Kernel;
  texts: Texts;
}

export function open(section: HTMLElement, program: SectionProgram, listings: ReadonlyMap<string, CourseListing>, root: string, witness: Witness): Running {
  const kernel = new Kernel({ workerUrl, root, backend: program.backend, seed: program.seed });
  const texts = new Texts(program);
  return { kernel, texts, session: new Session(texts, kernel, pageOf(section, listings), witness) };
}
