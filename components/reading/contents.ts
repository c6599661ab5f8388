/** Marks in the contents where the reader is: the last heading that has passed the upper third of the window. */
export function followContents(contents: HTMLElement): void {
  const links = [...contents.querySelectorAll<HTMLAnchorElement>("a[href^='#']")];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let current: HTMLAnchorElement | undefined;

  const mark = () => {
    const line = window.innerHeight / 3;
    let index = -1;
    headings.forEach((heading, i) => {
      if (heading && heading.getBoundingClientRect().top < line) index = i;
    });
    if (links[index] === current) return;
    current?.removeAttribute("aria-current");
    contents.querySelectorAll(".open").forEach((item) => item.classList.remove("open"));
    current = links[index];
    current?.setAttribute("aria-current", "location");
    for (
      let item: Element | null | undefined = current?.closest("li");
      item && contents.contains(item);
      item = item.parentElement?.closest("li")
    )
      item.classList.add("open");
  };

  let asked = false;
  window.addEventListener(
    "scroll",
    () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();
}

const contents = document.querySelector<HTMLElement>(".at-side [data-contents]");
if (contents) followContents(contents);
