/**
 * Whether the block around an element is in the window. To ask the element itself would lay out a block that is out of sight
 * (`content-visibility: auto`), which takes as long as its formulas are many.
 */
export function isInSight(element: Element): boolean {
  const block = element.closest(".block")?.getBoundingClientRect();
  return !block || (block.bottom > 0 && block.top < innerHeight);
}
