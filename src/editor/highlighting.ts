import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { tags as t } from "@lezer/highlight";

const color = (kind: string) => ({ color: `var(--code-${kind})` });

/** The distinctions of `components/highlight.ts`, so that nothing changes colour when the editor takes the code's place. */
export const highlighting = syntaxHighlighting(
  HighlightStyle.define([
    { tag: t.comment, ...color("comment") },
    { tag: [t.keyword, t.self], ...color("keyword") },
    { tag: [t.string, t.special(t.string), t.regexp, t.escape, t.special(t.brace)], ...color("string") },
    { tag: [t.number, t.bool, t.null, t.atom], ...color("constant") },
    { tag: [t.function(t.variableName), t.function(t.propertyName), t.function(t.definition(t.variableName))], ...color("function") },
    { tag: [t.typeName, t.className, t.definition(t.className)], ...color("type") },
    { tag: [t.punctuation, t.bracket, t.separator], ...color("punctuation") },
    { tag: [t.operator, t.function(t.punctuation)], ...color("ink") },
  ]),
);
