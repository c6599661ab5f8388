/**
 * Blocks out of sight stand in for themselves with a guessed height (`content-visibility: auto`). Each is laid out once, when the page is
 * idle and one at a time, so that its true height is remembered: the scroll bar, links into the page and scrolling to a listing then
 * land where they should.
 */
const idle = (work: () => void) => ("requestIdleCallback" in window ? requestIdleCallback(work) : setTimeout(work, 50));

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

// without scroll anchoring (Safari) a block that grows above the reader would push the text away
if (CSS.supports("overflow-anchor", "auto"))
  addEventListener("load", () => idle(() => measure([...document.querySelectorAll<HTMLElement>(".block")])));
