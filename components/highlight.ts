import { createHighlighter, type ThemeRegistration } from "shiki";

/** The languages a fence may be written in. */
const languages = ["ts", "python", "bash", "json"] as const;
export type Language = (typeof languages)[number];

export function isLanguage(name: string): name is Language {
  return (languages as readonly string[]).includes(name);
}

/** Kinds of words and the TextMate scopes they go by; `src/editor/highlighting.ts` draws the same distinctions on Lezer's tags. */
const kinds: Record<string, string[]> = {
  comment: ["comment", "punctuation.definition.comment", "string.quoted.docstring"],
  keyword: [
    "keyword.control",
    "storage",
    "keyword.operator.new",
    "keyword.operator.expression",
    "keyword.operator.logical.python",
    "variable.language.this",
  ],
  string: ["string", "punctuation.definition.string", "punctuation.definition.template-expression", "constant.character.escape"],
  constant: ["constant.numeric", "constant.language"],
  function: ["entity.name.function", "support.function", "meta.function-call.generic.python"],
  type: ["entity.name.type", "entity.other.inherited-class", "support.type", "support.class"],
  punctuation: ["punctuation", "meta.brace", "keyword.operator.type.annotation"],
  plain: ["meta.template.expression", "variable", "keyword.operator"],
};

const theme: ThemeRegistration = {
  name: "course",
  type: "light",
  fg: "var(--kind-plain)",
  bg: "var(--kind-paper)",
  settings: Object.entries(kinds).map(([kind, scope]) => ({ scope, settings: { foreground: `var(--kind-${kind})` } })),
};
const highlighter = createHighlighter({ themes: [theme], langs: [...languages] });

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escape = (text: string) => text.replace(/[&<>]/g, (c) => entities[c] ?? c);

/**
 * Colours code at build: one `<span class="line">` a line, its words in `<span class="keyword">`, `string`, `constant` …
 * Classes instead of Shiki's inline colours: a third of the bytes, and both themes follow from the token file.
 */
export async function highlight(source: string, lang: Language): Promise<string> {
  const lines = (await highlighter).codeToTokensBase(source, { lang, theme });
  return lines
    .map((tokens) => {
      const words = tokens.map(({ content, color }) => {
        const kind = /--kind-(\w+)/.exec(color ?? "")?.[1] ?? "plain";
        return kind === "plain" || !content.trim() ? escape(content) : `<span class="${kind}">${escape(content)}</span>`;
      });
      return `<span class="line">${words.join("")}\n</span>`;
    })
    .join("");
}
