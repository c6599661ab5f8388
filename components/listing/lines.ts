/** A line of code; in the colours of the book's line when it says the same but for a single word. */
export function lineOf(document: Document, text: string, book?: Element): Element {
  const whole = `${text}\n`;
  const line = book?.cloneNode(true) as Element | undefined;
  const old = line?.textContent ?? "";
  let before = 0;
  for (const word of line?.childNodes ?? []) {
    const length = (word.textContent ?? "").length;
    const after = old.length - before - length;
    const changed = whole.slice(before, whole.length - after);
    if (old.slice(0, before) + changed + old.slice(before + length) === whole && (whole === old || /^-?[\w.]+$/.test(changed))) {
      word.textContent = changed;
      return line!;
    }
    before += length;
  }
  const plain = document.createElement("span");
  plain.className = "line";
  plain.textContent = whole;
  return plain;
}
