import { linter, type Diagnostic } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import { hoverTooltip } from "@codemirror/view";
import type { TypeService } from "./service.ts";
import { signatures } from "./signatures.ts";
import { remark } from "./remark.ts";

/** The rest of a section around the text in an editor. */
export interface Around {
  before: string;
  after: string;
}

/** Types on hovering, what a call takes while it is written, squiggles under mistakes; the text is taken as a part of its section. */
export function typed(service: TypeService, around: () => Around): Extension {
  const whole = (text: string) => {
    const { before, after } = around();
    return { text: before + text + after, start: before.length, end: before.length + text.length };
  };
  const squiggles = linter(async ({ state }): Promise<Diagnostic[]> => {
    const { text, start, end } = whole(state.doc.toString());
    const mistakes = await service.check(text).catch(() => []);
    return mistakes
      .filter(({ from }) => from >= start && from <= end)
      .map(({ from, to, message, slight }) => ({
        from: from - start,
        to: Math.min(to, end) - start,
        message,
        severity: slight ? "info" : "error",
      }));
  });
  const types = hoverTooltip(async ({ state }, at) => {
    const { text, start, end } = whole(state.doc.toString());
    const found = await service.hover(text, start + at).catch(() => undefined);
    if (!found || found.from < start || found.to > end) return null;
    return { pos: found.from - start, end: found.to - start, create: () => ({ dom: tip(found.type, found.comment) }) };
  });
  const calls = signatures(async (doc, at, typed) => {
    const { text, start } = whole(doc);
    const found = await service.signature(text, start + at, typed).catch(() => undefined);
    return found && found.from >= start ? { ...found, from: found.from - start } : undefined;
  });
  return [squiggles, types, calls];
}

function tip(type: string, comment: string): HTMLElement {
  const dom = document.createElement("div");
  dom.className = "cm-type";
  const code = document.createElement("code");
  code.textContent = type;
  dom.append(code, ...remark(comment));
  return dom;
}
