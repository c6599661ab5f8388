import { autocompletion, closeBrackets, closeBracketsKeymap, closeCompletion } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab, simplifySelection } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { closeSearchPanel, highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState, Prec, type Extension } from "@codemirror/state";
import {
  crosshairCursor,
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  rectangularSelection,
  type KeyBinding,
} from "@codemirror/view";
import { complete } from "./complete.ts";
import { failing, setFailing } from "./failing.ts";
import { highlighting } from "./highlighting.ts";
import { look } from "./look.ts";
import type { Names } from "./names.ts";
import { phrases } from "./phrases.ts";

export interface EditorOptions {
  text: string;
  /** what a screen reader calls it */
  label: string;
  /** after every change the reader makes, undo included */
  changed(text: string): void;
  /** Ctrl/⌘+Enter, or Shift+Enter: then `next` */
  run(next: boolean): void;
  /** Esc, when there is nothing else to close */
  leave(): void;
  /** what is offered while typing */
  names?(): Promise<Names>;
}

export interface Editor {
  /** Setting it is undoable, and is no change of the reader's. */
  text: string;
  focus(): void;
  /** Points at a line, 1-based. */
  mark(line?: number): void;
}

const ours = Annotation.define<boolean>();

/** What makes types of the text in a host; the same for all editors of the page, and changed while they are open. */
let typing: ((host: HTMLElement) => Extension) | undefined;
const types = new Compartment();
const views = new Map<HTMLElement, EditorView>();

/** Switches the type service on or off, in the editors that are open and in those to come. */
export function setTyping(make: ((host: HTMLElement) => Extension) | undefined): void {
  typing = make;
  for (const [host, view] of views) view.dispatch({ effects: types.reconfigure(make?.(host) ?? []) });
}

/**
 * Puts an editor in the place of the `<pre>` in `host`. It lives in an open shadow root: there CodeMirror's styles are adopted sheets,
 * which `style-src 'self'` lets through.
 */
export function mount(host: HTMLElement, options: EditorOptions): Editor {
  const place = document.createElement("div");
  place.className = "editor";
  const shadow = place.attachShadow({ mode: "open" });
  const pre = host.querySelector("pre");
  const view = new EditorView({
    root: shadow,
    parent: shadow,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        types.of(typing?.(host) ?? []), // first: what it shows is closed by Esc before the editor is left
        Prec.highest(keymap.of(keys(options))),
        EditorState.allowMultipleSelections.of(true),
        EditorState.phrases.of(phrases),
        history(),
        drawSelection(),
        rectangularSelection(),
        crosshairCursor(),
        highlightSpecialChars(),
        indentUnit.of("  "),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        options.names ? autocompletion({ override: [complete(options.names)], icons: false }) : [],
        search(),
        highlightSelectionMatches(),
        javascript({ typescript: true }),
        keymap.of([...closeBracketsKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
        highlighting,
        look,
        failing,
        EditorView.contentAttributes.of({
          "aria-label": `${options.label}。按 Esc 离开编辑器`,
          spellcheck: "false",
          autocapitalize: "off",
          autocorrect: "off",
        }),
        EditorView.domEventHandlers({ pointerdown: (_, view) => view.setTabFocusMode(false) }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged || update.transactions.some((transaction) => transaction.annotation(ours))) return;
          update.view.setTabFocusMode(false);
          options.changed(update.state.doc.toString());
        }),
      ],
    }),
  });
  if (pre) pre.hidden = true;
  host.append(place);
  views.set(host, view);

  return {
    get text() {
      return view.state.doc.toString();
    },
    set text(text) {
      if (text !== view.state.doc.toString())
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, annotations: ours.of(true) });
    },
    focus: () => {
      view.setTabFocusMode(false);
      view.focus();
    },
    mark: (line) => view.dispatch({ effects: setFailing.of(line) }),
  };
}

function keys({ run, leave }: EditorOptions): KeyBinding[] {
  return [
    { key: "Mod-Enter", run: () => (run(false), true) },
    { key: "Shift-Enter", run: () => (run(true), true) },
    {
      key: "Escape",
      run: (view) => {
        if (closeCompletion(view) || closeSearchPanel(view) || simplifySelection(view)) return true;
        view.setTabFocusMode(true); // Tab passes through the editor instead of indenting, until the reader comes back to write
        leave();
        return true;
      },
    },
  ];
}
