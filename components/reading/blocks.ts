/**
 * Blocks out of sight stand in for themselves with a guessed height (`content-visibility: auto`). Each is laid out once, when the page is
 * idle and a few hundred elements at a time, so that its true height is remembered: the scroll bar, links into the page and scrolling to a
 * listing then land where they should. A block full of formulas takes a telephone fifty milliseconds, so a reader who does something, or
 * waits for a listing, is not made to wait for it.
 */
const [SETTLED, QUIET] = [500, 1500]; // milliseconds after the page is there, and after the reader did something
const ENOUGH = 400; // elements in one go; a heavier block goes alone
let acted = -QUIET;
const act = () => (acted = performance.now());
for (const sign of ["click", "keydown", "scroll"]) addEventListener(sign, act, { capture: true, passive: true });

const listings = document.getElementsByTagName("course-listing") as HTMLCollectionOf<HTMLElement>;
const isRunning = () => [...listings].some(({ dataset }) => dataset.state === "running" || dataset.state === "queued");

function idle(work: () => void): void {
  const wait = isRunning() ? QUIET : acted + QUIET - performance.now();
  if (wait > 0) setTimeout(() => idle(work), wait);
  else requestIdleCallback(work);
}

function measure(blocks: HTMLElement[]): void {
  if (blocks.length === 0) return;
  let weight = 0;
  const tooMany = blocks.findIndex((block, i) => (weight += block.getElementsByTagName("*").length) > ENOUGH && i > 0);
  const now = tooMany === -1 ? blocks : blocks.slice(0, tooMany);
  for (const block of now) block.style.contentVisibility = "visible";
  // a size is remembered at the end of a frame in which the block was laid out; in the task after it the next ones may come: one frame a time
  requestAnimationFrame(() =>
    setTimeout(() => {
      for (const block of now) block.style.contentVisibility = "";
      idle(() => measure(blocks.slice(now.length)));
    }),
  );
}

// without scroll anchoring (Safari, which has no idle callbacks either) a block that grows above the reader would push the text away
if (CSS.supports("overflow-anchor", "auto"))
  addEventListener("load", () => setTimeout(() => idle(() => measure([...document.querySelectorAll<HTMLElement>(".block")])), SETTLED));
