/**
 * What a reader does and sees, by the contract of a page (CONTRIBUTING, "How a page behaves"). The function is sent to the page as text:
 * it stands alone, and its verbs take and give plain data.
 */
export function inPage() {
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const query = <E extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): E => {
    const found = within.querySelector<E>(selector);
    if (!found) throw new Error(`expected: ${selector}; found: none on ${location.pathname}`);
    return found;
  };
  const listing = (id: string) => query(`[data-listing="${id}"]`);
  const outputs = (id: string) => query("[data-outputs]", listing(id));
  const visible = (element: Element) => element.getClientRects().length > 0;

  /** Presses what a reader would: a button that is shown, by its name. */
  async function press(name: string, within: ParentNode = document): Promise<void> {
    const named = () => [...within.querySelectorAll("button")].find((each) => each.textContent?.trim() === name);
    const button = await until(`a button ${name}`, () => named());
    button.scrollIntoView({ block: "center" });
    await until(`the button ${name} to be shown`, () => visible(button));
    button.click();
  }

  /** Looks again and again until something is there. */
  async function until<T>(what: string, look: () => T | Promise<T>, patience = 30_000): Promise<NonNullable<T>> {
    const end = performance.now() + patience;
    for (;;) {
      const found = await look();
      if (found) return found;
      if (performance.now() > end) throw new Error(`expected: ${what}; found: not within ${patience / 1000} s`);
      await wait(20);
    }
  }

  /** Text as it is laid out: brought into sight first, for a block that is out of sight has none. */
  async function textOf(element: HTMLElement): Promise<string> {
    for (let i = 0; i < 5; i++) {
      element.scrollIntoView({ block: "center" });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      if (element.innerText.trim() !== "") break;
    }
    return element.innerText.trim();
  }

  const page = {
    /** The page is there, and its listings answer. */
    ready: async () =>
      void (await until("the page to be ready", () => !document.querySelector("course-section") || customElements.get("course-section"))),

    press: (name: string) => press(name),
    pressAt: (id: string, name: string) => press(name, listing(id)),
    offers: async (id: string, name: string) =>
      void (await until(`a button ${name}`, () => [...listing(id).querySelectorAll("button")].some((each) => each.textContent === name))),
    state: (id: string) => listing(id).dataset.state,
    stale: (id: string) => listing(id).dataset.stale,
    becomes: async (id: string, state: string) =>
      void (await until(`listing ${id} to be ${state}`, () => listing(id).dataset.state === state)),

    /** Presses 运行 and waits until the listing has ended, however it ended. */
    async run(id: string, patience = 60_000) {
      await press("运行", listing(id));
      return page.ended(id, patience);
    },
    async ended(id: string, patience = 60_000) {
      await until(`listing ${id} to end`, () => /^(done|failed|stopped)$/.test(listing(id).dataset.state ?? ""), patience);
      return listing(id).dataset.state;
    },
    /** The listings that run in the text itself, in its order. */
    all: () =>
      [...document.querySelectorAll<HTMLElement>("[data-listing]")]
        .filter((each) => !each.closest("[data-exercise]"))
        .map((each) => each.dataset.listing!),

    text: async (id: string) => textOf(outputs(id)),
    shown: async (id: string, words: string) => void (await until(`${words} in ${id}`, () => outputs(id).textContent?.includes(words))),
    kernel: () => textOf(query("[data-kernel]")),
    origin: (id: string) => outputs(id).dataset.origin,
    /** What the outputs of a listing are made of: kinds, and what is drawn. */
    shows: (id: string) => ({
      kinds: [...outputs(id).querySelectorAll<HTMLElement>("[data-output]")].map((each) => each.dataset.output),
      marks: outputs(id).querySelectorAll("svg circle, svg path, svg line").length,
      rows: outputs(id).querySelectorAll("tr").length,
      images: [...outputs(id).querySelectorAll("img")].filter((image) => image.naturalWidth > 0).length,
    }),
    /** The error a listing shows, in words and by place. */
    async error(id: string) {
      const shown = query('[data-output="error"]', outputs(id));
      const place = shown.querySelector<HTMLElement>("[data-line]");
      const says = await textOf(shown);
      const marked = [...document.querySelectorAll("[data-listing]")].filter((each) =>
        (each.querySelector(".editor")?.shadowRoot ?? each).querySelector(".failing, .cm-failing"),
      );
      return {
        says,
        line: place && Number(place.dataset.line),
        listing: place?.dataset.in,
        number: listing(place?.dataset.in ?? id).dataset.number,
        marked: marked.map((each) => each.getAttribute("data-listing")),
      };
    },

    /** Opens the editor of a listing; the cursor is in it afterwards. */
    async edit(id: string) {
      if (!listing(id).querySelector(".editor")) await press("编辑", listing(id));
      const shadow = await until(`the editor of ${id}`, () => listing(id).querySelector(".editor")?.shadowRoot);
      const content = await until("its text", () => shadow.querySelector<HTMLElement>(".cm-content"));
      content.focus();
      await until("the cursor", () => shadow.activeElement === content);
    },
    /** The code as it stands, edited or not. */
    code(id: string) {
      const lines = listing(id).querySelector(".editor")?.shadowRoot?.querySelectorAll(".cm-line");
      if (lines) return [...lines].map((line) => line.textContent).join("\n");
      return (query("pre", listing(id)).textContent ?? "").replace(/\n$/, "");
    },

    /** Chooses an option of a labelled list, as a reader does. */
    async choose(label: string, value: string) {
      const list = await until(`a list ${label}`, () => document.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`));
      list.value = value;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    },
    unfold: (summary: string) => {
      const found = [...document.querySelectorAll("summary")].find((each) => each.textContent?.trim() === summary);
      found?.click();
      return found !== undefined;
    },

    /** Presses 检查 of an exercise; the verdict and its words. */
    async check(id: string) {
      const exercise = query(`[data-exercise="${id}"]`);
      await press("检查", exercise);
      const says = query("[data-says]", exercise);
      await until("a verdict", () => says.dataset.verdict);
      return { verdict: says.dataset.verdict, says: await textOf(says) };
    },

    /** Opens the search, with the cursor in its field. */
    async search() {
      await press("搜索");
      await until("the search field", () => document.activeElement?.matches("dialog input[type=search]"));
    },
    async hits(query_: string) {
      const list = await until("the hits", () => document.querySelector<HTMLElement>(`dialog.search ol[data-query="${query_}"]`));
      return [...list.querySelectorAll("a")].map((link) => ({ href: link.getAttribute("href")!, says: link.textContent }));
    },

    says: async (word: string) => void (await until(`a switch at ${word}`, () => query("[data-theme-switch]").textContent?.includes(word))),
    /** Presses the switch of colours until it says so; how bright the page is then, 0 to 1. Without a word, how it is now. */
    theme(word?: "自动" | "浅色" | "深色") {
      const button = query("[data-theme-switch]");
      for (let i = 0; word && i < 3 && button.textContent !== `配色：${word}`; i++) button.click();
      const [red = 0, green = 0, blue = 0] = getComputedStyle(document.documentElement)
        .backgroundColor.match(/[\d.]+/g)!
        .map(Number);
      return { says: button.textContent, brightness: (red + green + blue) / 3 / 255 };
    },

    /** A new edition of the site is announced where there is none. */
    complaints: () => [
      ...((window as unknown as { complaints?: string[] }).complaints ?? ["nobody listened"]),
      ...[...document.querySelectorAll(".edition")].map(({ textContent }) => `announced: ${textContent}`),
    ],
  };
  return page;
}
