/** What only a reader's hand wants is fetched at its first sign: figures that move, the cards of terms. */
const signs = ["pointerover", "touchstart", "keydown", "focusin", "scroll"] as const;

function wake(): void {
  for (const sign of signs) removeEventListener(sign, wake);
  void import("./figure.ts");
  void import("./term.ts");
}

for (const sign of signs) addEventListener(sign, wake, { passive: true });
