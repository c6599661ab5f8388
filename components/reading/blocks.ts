/**
 * Blocks out of sight stand in for themselves with a guessed height (`content-visibility: auto`). Each is laid out once, when the page is
 * idle and one at a time, so that its true height is remembered: the scroll bar, links into the page and scrolling to a listing then
 * land where they should. A block full of formulas takes a telephone fifty milliseconds, so a reader who does something, or waits for a
 * listing, is not made to wait for it.
 */
const QUIET = 1500; // milliseconds
let acted = 0;
const act = () => (acted = performance.now());
for (const sign of ["load", "click", "keydown", "scroll"]) addEventListener(sign, act, { capture: true, passive: true });

const listings = document.getElementsByTagName("course-listing") as HTMLCollectionOf<HTMLElement>;
const isRunning = () => [...listings].some(({ dataset }) => dataset.state === "running" || dataset.state === "queued");

function idle(work: () => void): void {
  const wait = isRunning() ? QUIET : acted + QUIET - performance.now();
  if (wait > 0) setTimeout(() => idle(work), wait);
  else requestIdleCallback(work);
}

function measure(blocks: HTMLElement[]): void {
  const [block, ...rest] = blocks;
  if (!block) return;
  block.style.contentVisibility = "visible";
  // the size is remembered at the end of a frame in which the block was laid out
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      block.style.contentVisibility = "";
      idle(() => measure(rest));
    }),
  );
}

// without scroll anchoring (Safari, which has no idle callbacks either) a block that grows above the reader would push the text away
if (CSS.supports("overflow-anchor", "auto"))
  addEventListener("load", () => idle(() => measure([...document.querySelectorAll<HTMLElement>(".block")])));
