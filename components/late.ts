const signs = ["pointerover", "touchstart", "keydown", "focusin", "scroll"] as const;
let waiting: (() => Promise<unknown>)[] = [];

/** Loads at the reader's first sign what only a hand can want: a page that was just opened costs nothing for it. */
export function late(load: () => Promise<unknown>): void {
  if (waiting.push(load) === 1) for (const sign of signs) addEventListener(sign, wake, { passive: true });
}

function wake(): void {
  for (const sign of signs) removeEventListener(sign, wake);
  const loading = Promise.allSettled(waiting.map((load) => load()));
  waiting = [];
  // a hand quicker than the network: what it pressed is pressed again when someone listens
  const hold = (event: Event) => {
    const pressed = (event.target as Element).closest<HTMLElement>("button");
    if (!pressed || !event.isTrusted) return;
    event.stopImmediatePropagation();
    void loading.then(() => pressed.click());
  };
  addEventListener("click", hold, true);
  void loading.then(() => removeEventListener("click", hold, true));
}
