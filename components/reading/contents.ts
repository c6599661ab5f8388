/** Marks in the contents where the reader is: the last heading that has passed the upper third of the window. */
export function followContents(contents: HTMLElement): void {
  const links = [...contents.querySelectorAll<HTMLAnchorElement>("a[href^='#']")];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let current: HTMLAnchorElement | undefined;

  const mark = () => {
    const line = window.innerHeight / 3;
    let index = -1;
    headings.forEach((heading, i) => {
      if (heading && hasPassed(heading, line)) index = i;
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

/** Asks the block around first: where a heading stands in a block out of sight is known only once all of it has been laid out. */
function hasPassed(heading: HTMLElement, line: number): boolean {
  const block = heading.closest(".block")?.getBoundingClientRect();
  if (block && block.top >= line) return false;
  if (block && block.bottom < line) return true;
  return heading.getBoundingClientRect().top < line;
}

const contents = document.querySelector<HTMLElement>(".at-side [data-contents]");
if (contents) followContents(contents);
