/** What is wider than its place can be scrolled by keyboard as well: it is a tab stop while it is. Blocks out of sight are looked at when they come into view. */
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const overflows = target.scrollWidth > target.clientWidth + 1;
    if (overflows === target.hasAttribute("tabindex")) continue;
    if (overflows) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});
// to look for them through a long page is work that the page's first script need not wait for
addEventListener("load", () => {
  for (const wide of document.querySelectorAll("table, .katex-display, pre.plain")) observer.observe(wide);
});
