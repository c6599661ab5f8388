import { EditorView } from "@codemirror/view";

/** The measures of the `<pre>` the editor replaces (components/listing.css), so that not a line moves. */
export const look = EditorView.theme({
  "&": { color: "var(--code-ink)", backgroundColor: "transparent", fontSize: "var(--size-code)" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px", borderRadius: "var(--radius)" },
  ".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "var(--line-code)", scrollbarWidth: "thin", fontVariantLigatures: "none" },
  ".cm-content": { padding: "var(--s3) 0", caretColor: "var(--ink)", tabSize: "2" },
  ".cm-line": { padding: "0 var(--s3)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "1.5px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection": {
    backgroundColor: "var(--code-selection)",
  },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "transparent", outline: "1px solid var(--rule-strong)" },
  ".cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent", color: "var(--warn)" },
  ".cm-searchMatch": { backgroundColor: "var(--mark)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--mark)", outline: "1px solid var(--ink)" },
  ".cm-failing": { backgroundColor: "var(--warn-wash)", boxShadow: "inset 3px 0 var(--warn)" },
  ".cm-tooltip": {
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    border: "1px solid var(--rule-strong)",
    borderRadius: "var(--radius)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--font-code)", fontSize: "var(--size-note)", maxHeight: "14em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent-wash)", color: "var(--ink)" },
  ".cm-completionDetail": { color: "var(--muted)", fontStyle: "normal" },
  ".cm-completionMatchedText": { color: "var(--accent)", textDecoration: "none", fontWeight: "600" },
  ".cm-type": { maxWidth: "36em", padding: "var(--s2) var(--s3)", fontSize: "var(--size-note)", lineHeight: "1.5" },
  ".cm-type > code": { fontFamily: "var(--font-code)", whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
  ".cm-type > p": { margin: "var(--s1) 0 0", color: "var(--muted)", whiteSpace: "pre-line" },
  ".cm-diagnostic": { maxWidth: "36em", fontSize: "var(--size-note)", borderLeftColor: "var(--warn)" },
  ".cm-panels": { backgroundColor: "var(--paper)", color: "var(--ink)", borderColor: "var(--rule)", fontSize: "var(--size-note)" },
  ".cm-panels.cm-panels-bottom": { borderTop: "1px solid var(--rule)" },
  ".cm-textfield": { backgroundColor: "transparent", color: "inherit", border: "1px solid var(--rule-strong)", fontSize: "inherit" },
  ".cm-button": {
    backgroundImage: "none",
    backgroundColor: "transparent",
    color: "var(--accent)",
    border: "1px solid var(--rule-strong)",
    borderRadius: "var(--radius)",
    fontSize: "inherit",
  },
});
