import { Kernel } from "../../src/kernel/kernel.ts";
import { workerUrl } from "../../src/kernel/worker-url.ts";
import type { SectionProgram } from "../../src/layouts/types.ts";
import { readTier } from "../../src/reader/tier.ts";
import type { CourseListing } from "../listing.ts";
import { Runs } from "../runs/runs.ts";
import { localStore } from "../store.ts";
import { isLongDownload, offerSubset } from "./offer-subset.ts";
import { pageOf } from "./page.ts";
import { Session, type Witness } from "./session.ts";
import { Texts } from "./texts.ts";

/** All that running takes: loaded when the reader comes near a button, not before. */
export interface Running {
  session: Session;
  kernel: Kernel;
  texts: Texts;
}

export function open(
  section: HTMLElement,
  program: SectionProgram,
  listings: ReadonlyMap<string, CourseListing>,
  root: string,
  witness: Witness,
): Running {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  const tier = readTier(localStore(), root, connection?.saveData);
  const kernel = new Kernel({ workerUrl, root, backend: program.backend, seed: program.seed, tier });
  const texts = new Texts(program);
  const runs = new Runs(listings, texts, kernel);
  let hasOffered = false;
  const page = pageOf(section, listings, {
    chapter: `${root}linear-networks/`,
    begins: (id) => runs.begin(id),
    isSubset: (id) => kernel.tier === "quick" && texts.chainOf(id).some((one) => usesData(texts, one)),
    shown(id, output) {
      if (hasOffered || kernel.tier === "quick" || !isLongDownload(output)) return;
      hasOffered = true;
      offerSubset(listings.get(id)!, kernel, root, () => session.stop());
    },
  });
  const session = new Session(texts, kernel, page, witness);
  return { kernel, texts, session };
}

/** Does a listing read the data set, by itself or with the library's loader? */
function usesData(texts: Texts, id: string): boolean {
  return (
    texts.programs
      .get(id)
      ?.imports.some(({ specifier, imported }) => specifier === "datasets" || (specifier === "d2l" && /FashionMnist$/.test(imported))) ??
    false
  );
}
