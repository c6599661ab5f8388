/** What goes into the book, in order: address below the root and name. */
export interface Part {
  path: string;
  title: string;
}

/**
 * Makes the page it runs in the whole book: the parts one after the other, each beginning a page, answers behind each, with the links
 * between them leading to pages of the book. Runs in the browser and is sent there as text: it may use nothing of this file.
 */
export async function assemble(book: { title: string; edition: string; parts: Part[] }): Promise<void> {
  const root = new URL(".", location.href);
  const addresses = book.parts.map(({ path }) => new URL(path, root).href);
  const styles = new Set<string>();
  const body = document.createElement("body");
  body.append(titlePage());
  for (const [i, address] of addresses.entries()) {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    for (const link of page.querySelectorAll("link[rel=stylesheet]")) styles.add(new URL(link.getAttribute("href")!, address).href);
    const text = document.importNode(page.querySelector("article") ?? page.querySelector("main")!, true);
    text.id = `part-${i}`;
    text.classList.add("part");
    bringAnswersToTheEnd(text);
    for (const folded of text.querySelectorAll<HTMLDetailsElement>("details:not([data-pytorch], [data-hint])")) folded.open = true;
    rename(text, i, address);
    body.append(text);
  }
  document.body.replaceWith(body);
  document.title = book.title;
  const sheets = [...styles].map((href) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
    const loaded = new Promise((resolve) => link.addEventListener("load", resolve));
    document.head.append(link);
    return loaded;
  });
  await Promise.all(sheets);
  await document.fonts.ready;

  function titlePage(): HTMLElement {
    const page = document.createElement("header");
    page.className = "title-page";
    const [title, edition, contents] = [document.createElement("p"), document.createElement("p"), document.createElement("ol")];
    title.textContent = book.title;
    edition.textContent = book.edition;
    for (const [i, part] of book.parts.entries()) {
      const link = document.createElement("a");
      link.href = `#part-${i}`;
      link.textContent = part.title;
      const item = document.createElement("li");
      item.append(link);
      contents.append(item);
    }
    page.append(title, edition, contents);
    return page;
  }

  function bringAnswersToTheEnd(text: Element): void {
    const answers = [...text.querySelectorAll("[data-answer]")];
    if (answers.length === 0) return;
    const appendix = document.createElement("section");
    appendix.className = "appendix";
    appendix.append(Object.assign(document.createElement("h2"), { textContent: "附：练习答案" }));
    for (const answer of answers) {
      const number = answer.closest<HTMLElement>("[data-exercise]")?.dataset.exercise ?? "";
      appendix.append(Object.assign(document.createElement("h3"), { textContent: `练习 ${number}` }), answer);
    }
    text.append(appendix);
  }

  /** Ids are unique in a page, not in the book. */
  function rename(text: Element, i: number, address: string): void {
    const own = (id: string) => `part-${i}-${id}`;
    for (const element of text.querySelectorAll("*")) {
      if (element.id) element.id = own(element.id);
      for (const attribute of element.attributes) {
        if (attribute.value.includes("url(#")) attribute.value = attribute.value.replace(/url\(#/g, `url(#part-${i}-`);
        if (/^aria-(labelledby|describedby|controls)$/.test(attribute.name))
          attribute.value = attribute.value.split(" ").map(own).join(" ");
      }
      const href = element.getAttribute("href");
      if (href !== null) element.setAttribute("href", target(new URL(href, address), href));
    }
  }

  function target(url: URL, href: string): string {
    const at = addresses.indexOf(url.href.split("#", 1)[0]!);
    if (at === -1) return url.origin === root.origin ? (href.startsWith("#") ? href : "") : href;
    return `#part-${at}${url.hash === "" ? "" : `-${decodeURIComponent(url.hash.slice(1))}`}`;
  }
}
