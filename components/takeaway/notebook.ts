/** A piece of a notebook: a heading or a remark in Markdown, or code. */
export interface Cell {
  kind: "markdown" | "code";
  text: string;
}

/** Cells → an `.ipynb` (nbformat 4.4) for Python 3. */
export function notebook(cells: readonly Cell[]): string {
  const written = cells.map(({ kind, text }) => {
    const source = text.split(/(?<=\n)/);
    return kind === "markdown"
      ? { cell_type: kind, metadata: {}, source }
      : { cell_type: kind, metadata: {}, execution_count: null, outputs: [], source };
  });
  const kernelspec = { display_name: "Python 3", language: "python", name: "python3" };
  return JSON.stringify(
    { cells: written, metadata: { kernelspec, language_info: { name: "python" } }, nbformat: 4, nbformat_minor: 4 },
    null,
    1,
  );
}

/** A section's notebook: what it is, what it uses of earlier sections (`prelude`, when it uses any), then its own cells. */
export function sectionCells(head: string, prelude: string | undefined, own: readonly Cell[]): Cell[] {
  const before: Cell[] = prelude
    ? [
        { kind: "markdown", text: "本节用到的、前面各节定义过的函数和类。先运行这一格：" },
        { kind: "code", text: prelude },
      ]
    : [];
  return [{ kind: "markdown", text: head }, ...before, ...own];
}

/** The PyTorch versions of a section's listings, as the page has them, below their headings. */
export function cellsOf(article: ParentNode): Cell[] {
  const cells: Cell[] = [];
  let heading: Cell | undefined;
  for (const place of article.querySelectorAll<HTMLElement>("h2[id], h3[id], .pytorch-body")) {
    if (place.closest("[data-exercise]")) continue;
    if (place.matches("h2, h3")) {
      // A heading without code below it is not carried along.
      heading = {
        kind: "markdown",
        text: `${place.localName === "h2" ? "##" : "###"} ${(place.textContent ?? "").replace(/§\s*$/, "").replace(/\s+/g, " ").trim()}`,
      };
      continue;
    }
    const code = [...place.querySelectorAll("pre")].map((pre) => (pre.textContent ?? "").replace(/\n$/, "")).join("\n\n");
    if (!code) continue;
    if (heading) cells.push(heading);
    heading = undefined;
    cells.push({ kind: "code", text: code });
  }
  return cells;
}
