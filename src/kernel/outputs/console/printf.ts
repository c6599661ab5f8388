/** `console.log("%s: %d", name, n)`: the printf of consoles, kept simple. */

const DIRECTIVE = /%([sdifoOjc%])/g;

/**
 * Fills the directives of the first value, if it is a string, from those that follow; what is left over comes after.
 * `%s` text, `%d` `%i` integer or number, `%f` number, `%o` `%O` `%j` the value itself, `%c` swallowed, `%%` a percent sign.
 */
export function formatArguments(values: readonly unknown[]): unknown[] {
  const [first, ...rest] = values;
  if (typeof first !== "string" || rest.length === 0 || !first.includes("%")) return [...values];
  const parts: unknown[] = [];
  let text = "";
  let end = 0;
  let used = 0;
  for (const match of first.matchAll(DIRECTIVE)) {
    const directive = match[1];
    if (directive !== "%" && used === rest.length) break;
    text += first.slice(end, match.index);
    end = match.index + 2;
    if (directive === "%") text += "%";
    else if (directive === "c") used++;
    else if ("oOj".includes(directive)) {
      if (text) parts.push(text);
      text = "";
      parts.push(rest[used++]);
    } else text += formatOne(directive, rest[used++]);
  }
  text += first.slice(end);
  if (text || parts.length === 0) parts.push(text);
  return [...parts, ...rest.slice(used)];
}

function formatOne(directive: string, value: unknown): string {
  try {
    if (directive === "s") return String(value);
    const number = typeof value === "bigint" ? value : Number(value);
    return directive === "i" && typeof number === "number" ? String(Math.trunc(number)) : String(number);
  } catch {
    return directive === "s" ? "（读不出）" : "NaN";
  }
}
