import { completionStatus } from "@codemirror/autocomplete";
import { Prec, StateEffect, StateField, type Extension } from "@codemirror/state";
import { EditorView, keymap, showTooltip, type Tooltip, type ViewUpdate } from "@codemirror/view";
import type { Signature } from "./protocol.ts";
import { remark } from "./remark.ts";

/** What the call takes that a place of a text lies in; `typed` has just been typed there. */
export type AskSignature = (text: string, at: number, typed?: "(" | ",") => Promise<Signature | undefined>;

/** characters beyond which only the parameter one is writing keeps its type */
const LONG = 120;

const show = StateEffect.define<Signature | undefined>();

const shown = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, { changes, effects, state }) {
    const effect = effects.find((one) => one.is(show));
    if (effect) return effect.value ? tooltipOf(effect.value, state.doc.lineAt(state.selection.main.head).from) : null;
    return tooltip && { ...tooltip, pos: changes.mapPos(tooltip.pos) };
  },
  provide: (field) => showTooltip.from(field),
});

/** Shows what a call takes while its arguments are written, after `(` or `,` or when Ctrl/⌘+Shift+Space asks; Esc closes it. */
export function signatures(ask: AskSignature): Extension {
  let last = 0;
  const look = async (view: EditorView, typed?: "(" | ",") => {
    const turn = ++last;
    const { doc, selection } = view.state;
    const found = await ask(doc.toString(), selection.main.head, typed);
    // Another key may have been pressed meanwhile, or the types switched off.
    const isLate = turn !== last || view.state.field(shown, false) === undefined;
    if (!isLate && (found ?? view.state.field(shown))) view.dispatch({ effects: show.of(view.hasFocus ? found : undefined) });
  };
  const close = (view: EditorView): boolean => {
    last++;
    if (view.state.field(shown) === null) return false;
    view.dispatch({ effects: show.of(undefined) });
    return true;
  };
  return [
    shown,
    EditorView.updateListener.of((update) => {
      if (update.view.composing) return; // what an input method shows is not yet text
      const typed = typedIn(update);
      const isOpen = update.state.field(shown) !== null;
      if (typed) void look(update.view, typed);
      else if (isOpen && (update.docChanged || update.selectionSet)) void look(update.view);
    }),
    EditorView.domEventHandlers({ blur: (_, view) => void close(view) }),
    Prec.highest(
      keymap.of([
        { key: "Mod-Shift-Space", run: (view) => (void look(view), true) },
        { key: "Escape", run: (view) => completionStatus(view.state) !== "active" && close(view) },
      ]),
    ),
  ];
}

/** The opening bracket or comma that was just typed. */
function typedIn({ transactions }: ViewUpdate): "(" | "," | undefined {
  let typed: "(" | "," | undefined;
  for (const transaction of transactions) {
    if (!transaction.isUserEvent("input.type")) continue;
    transaction.changes.iterChanges((_a, _b, _c, _d, inserted) => {
      const [first] = inserted.toString();
      if (first === "(" || first === ",") typed = first;
    });
  }
  return typed;
}

/** @param line where the line begins that one is writing on: the arguments may have begun above it */
function tooltipOf(signature: Signature, line: number): Tooltip {
  return { pos: Math.max(signature.from, line), above: true, create: () => ({ dom: draw(signature) }) };
}

function draw({ before, between, after, parameters, active, comment, others }: Signature): HTMLElement {
  const isLong = parameters.reduce((length, { text }) => length + text.length, before.length + after.length) > LONG;
  const dom = document.createElement("div");
  dom.className = "cm-type cm-signature";
  dom.setAttribute("role", "tooltip");
  const code = document.createElement("code");
  code.append(before);
  parameters.forEach(({ name, text }, i) => {
    const part = document.createElement(i === active ? "b" : "span");
    part.textContent = isLong && i !== active ? name : text;
    code.append(...(i > 0 ? [between] : []), part);
  });
  code.append(after);
  dom.append(code, ...remark(parameters[active]?.comment || comment));
  if (others > 0) {
    const more = document.createElement("p");
    more.textContent = `另有 ${others} 种写法`;
    dom.append(more);
  }
  return dom;
}
