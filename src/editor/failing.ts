import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";

/** Marks a line (1-based) as the one an error happened in; `undefined` takes the mark away. An edit takes it away as well. */
export const setFailing = StateEffect.define<number | undefined>();

const decoration = Decoration.line({ class: "cm-failing" });

export const failing = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    if (transaction.docChanged) marks = Decoration.none;
    for (const effect of transaction.effects) {
      if (!effect.is(setFailing)) continue;
      const line = effect.value;
      const inside = line !== undefined && line >= 1 && line <= transaction.newDoc.lines;
      marks = inside ? Decoration.set(decoration.range(transaction.newDoc.line(line).from)) : Decoration.none;
    }
    return marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});
