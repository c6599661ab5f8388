/** The page's side of offline: asks for the service worker where the origin allows one, and tells of a new edition. */
import type { Wish } from "./edition.ts";

/** Registers the worker of the site at `root`. `announce` shows that a newer edition waits, with what to call when the reader wants it. */
export async function goOffline(root: string, announce: (takeOver: () => void) => void): Promise<void> {
  // plain http on a school's network has none: everything else works there as well
  if (!window.isSecureContext || !("serviceWorker" in navigator)) return;
  const container = navigator.serviceWorker;
  const registration = await container.register(new URL("sw.js", root)).catch(() => undefined);
  if (!registration) return;

  const tell = (worker: ServiceWorker | null, wish: Wish) => worker?.postMessage(wish);
  const offer = () => {
    const { active, waiting } = registration;
    // while the very first edition takes its place, Firefox for a moment calls it both waiting and in control
    const isNewer = active !== null && waiting?.state === "installed" && waiting !== active;
    if (isNewer && container.controller) announce(() => tell(registration.waiting, { type: "take-over" }));
  };
  offer();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));

  let reloading = container.controller === null;
  container.addEventListener("controllerchange", () => {
    if (!reloading) location.reload();
    reloading = true;
  });

  const { active } = await container.ready;
  tell(active, { type: "keep", urls: [location.href, ...performance.getEntriesByType("resource").map((entry) => entry.name)] });
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (!connection?.saveData) tell(active, { type: "keep-all" });
}
