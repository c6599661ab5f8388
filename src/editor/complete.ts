import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { Name, Names } from "./names.ts";

/** Completes what stands before the cursor: members of `tf`, of tensors, of other libraries, and the names that are in force. */
export function complete(names: () => Promise<Names>): (context: CompletionContext) => Promise<CompletionResult | null> {
  return async (context) => {
    const word = context.matchBefore(/[\p{L}\p{N}_$]*$/u);
    const from = word?.from ?? context.pos;
    const line = context.state.doc.lineAt(from);
    const before = line.text.slice(0, from - line.from);
    if (isText(before)) return null;
    const owner = /([\p{L}_$][\p{L}\p{N}_$]*|[)\]])\s*\??\.\s*$/u.exec(before)?.[1];
    const isMember = /\.\s*$/.test(before) && owner !== undefined;
    if (!isMember && !context.explicit && (word?.text.length ?? 0) < 2) return null;
    const all = await names();
    const options = isMember ? (all.members[owner] ?? all.tensor) : all.global;
    return context.aborted ? null : { from, options: options.map(optionOf), validFor: /^[\p{L}\p{N}_$]*$/u };
  };
}

/** Does the place lie in a comment or in a string that has not ended? Told from its line alone. */
export function isText(before: string): boolean {
  const bare = before.replace(/\\./g, "").replace(/"[^"]*"|'[^']*'|`[^`]*`/g, "");
  return /\/\/|["'`]/.test(bare.replace(/`[^`]*\$\{(?=[^}]*$)/, ""));
}

function optionOf([label, type, detail]: Name): Completion {
  return {
    label,
    type,
    ...(detail && { detail: detail.length > 60 ? `${detail.slice(0, 59)}…` : detail, info: detail.length > 60 ? detail : undefined }),
  };
}
