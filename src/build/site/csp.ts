import { createHash } from "node:crypto";
import { tags, valueOf } from "./html.ts";

/** What a page may load and run. Workers are started from blobs and inherit it; `style=""` is what KaTeX lays out with. */
export const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval' blob:",
  "worker-src 'self' blob:",
  "img-src 'self' data: blob:",
  "connect-src 'self' data: blob:",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
].join("; ");

/** Adds the policy to a page, ahead of all it governs. */
export function withPolicy(html: string): string {
  const own = policyFor(hashes(html), hashes(html, "style"));
  return html.replace(/<meta charset=[^>]*>/i, (charset) => `${charset}<meta http-equiv="content-security-policy" content="${own}">`);
}

/** The policy with the inline scripts and styles it lets in, told by their hashes. */
export function policyFor(scripts: readonly string[], styles: readonly string[] = []): string {
  return policy
    .replace("script-src 'self'", ["script-src 'self'", ...scripts].join(" "))
    .replace("style-src 'self'", ["style-src 'self'", ...styles].join(" "));
}

/** Hashes of what asks to be allowed inline, `<script data-hashed="…">`: what the first paint would wait for, or where no address leads to a file yet. */
export function hashes(html: string, element: "script" | "style" = "script"): string[] {
  const found = [...html.matchAll(new RegExp(`<${element} data-hashed="[^>]*>([^]*?)</${element}>`, "g"))];
  return found.map(([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
}

/** What of a page the policy would refuse: inline scripts (data blocks are none), style elements, handlers in attributes. */
export function refused(html: string): string[] {
  return [...tags(html)].flatMap((tag) => {
    const type = valueOf(tag, "type");
    if (tag.name === "style" && valueOf(tag, "data-hashed") === undefined) return ["<style>: move it to a style sheet"];
    if (
      tag.name === "script" &&
      valueOf(tag, "src") === undefined &&
      !type?.endsWith("json") &&
      valueOf(tag, "data-hashed") === undefined
    ) {
      return ["inline <script>: import a module instead"];
    }
    return tag.attributes
      .filter(({ name }) => /^on[a-z]+$/.test(name))
      .map(({ name }) => `${name}="…" on <${tag.name}>: use addEventListener`);
  });
}
