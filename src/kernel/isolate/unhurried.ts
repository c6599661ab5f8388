/**
 * Imported before tfjs, which picks its `nextFrame` when it loads: with animation frames `model.fit` would train at the
 * screen's pace, and not at all while the tab is in the background. A worker has no screen to wait for.
 */
for (let holder: object | null = globalThis; holder; holder = Object.getPrototypeOf(holder) as object | null) {
  Reflect.deleteProperty(holder, "requestAnimationFrame");
}

export {};
