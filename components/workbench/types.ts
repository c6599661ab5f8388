import type { TypeService } from "../../src/editor/types/service.ts";
import type { Around } from "../../src/editor/types/typed.ts";
import type { Bench } from "./bench.ts";

let service: TypeService | undefined;

export const typesAreOn = (): boolean => service !== undefined;

/** Switches the type service on or off; says what came of it. */
export async function switchTypes(bench: Bench): Promise<string> {
  try {
    const [{ setTyping }, { typed }, { openTypes }] = await Promise.all([
      import("../../src/editor/editor.ts"),
      import("../../src/editor/types/typed.ts"),
      import("../../src/editor/types/service.ts"),
    ]);
    if (service) {
      setTyping(undefined);
      service.close();
      service = undefined;
      return "类型检查已关。";
    }
    const opened = await openTypes(new URL("types.json", bench.root).href);
    service = opened;
    void opened.check(wholeOf(bench)).catch(() => undefined); // what the libraries declare is read before the reader asks
    setTyping((host) => typed(opened, () => around(bench, host)));
    return "类型检查已开：点“编辑”，把指针停在名字上看类型；写到括号里会提示参数，Esc 收起。";
  } catch {
    return "没能载入 TypeScript：要有网络才行；别的功能照常。";
  }
}

/** The section as it stands, as one text. */
function wholeOf({ program, listings }: Bench): string {
  return program.listings.map((listing) => listings.get(listing.id)?.source ?? listing.source).join("\n");
}

/** The texts of the section before and after a listing; a listing of an exercise stands alone. */
export function around({ program, listings }: Pick<Bench, "program" | "listings">, host: Element): Around {
  const id = host.closest<HTMLElement>("[data-listing]")?.dataset.listing;
  const at = program.listings.findIndex((listing) => listing.id === id);
  if (at < 0) return { before: "", after: "" };
  const texts = program.listings.map((listing) => listings.get(listing.id)?.source ?? listing.source);
  return {
    before: texts
      .slice(0, at)
      .map((text) => `${text}\n`)
      .join(""),
    after: texts
      .slice(at + 1)
      .map((text) => `\n${text}`)
      .join(""),
  };
}
