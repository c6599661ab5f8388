const signs = ["pointerover", "touchstart", "keydown", "focusin", "scroll"] as const;
let waiting: (() => Promise<unknown>)[] = [];

/** Loads at the reader's first sign what only a hand can want: a page that was just opened costs nothing for it. */
export function late(load: () => Promise<unknown>): void {
  if (waiting.push(load) === 1) for (const sign of signs) addEventListener(sign, wake, { passive: true });
}

function wake(): void {
  for (const sign of signs) removeEventListener(sign, wake);
  for (const load of waiting) void load();
  waiting = [];
}
