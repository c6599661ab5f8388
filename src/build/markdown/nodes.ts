import type { Emphasis } from "mdast";

/** `<span class="…">text</span>` in a Markdown tree: any inline node may name the element it becomes. */
export function span(className: string, text: string): Emphasis {
  return { type: "emphasis", data: { hName: "span", hProperties: { className: [className] } }, children: [{ type: "text", value: text }] };
}
