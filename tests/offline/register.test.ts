import { afterEach, expect, test, vi } from "vitest";
import { goOffline } from "../../src/offline/register.ts";

afterEach(() => vi.unstubAllGlobals());

type Worker = { state: string; postMessage?: () => void };

/** Does the page announce a newer edition when this is what it finds of the site's workers? */
async function announces(found: { active: Worker | null; waiting: Worker | null; controller: Worker | null }): Promise<boolean> {
  const registration = { ...found, installing: null, addEventListener() {} };
  const serviceWorker = {
    controller: found.controller,
    addEventListener() {},
    register: async () => registration,
    ready: Promise.resolve({ active: null }),
  };
  vi.stubGlobal("window", { isSecureContext: true });
  vi.stubGlobal("navigator", { serviceWorker, connection: { saveData: true } });
  vi.stubGlobal("location", { href: "http://localhost/a/b/" });
  const announce = vi.fn();
  await goOffline("http://localhost/a/b/", announce);
  return announce.mock.calls.length > 0;
}

const [old, fresh] = [{ state: "activated" }, { state: "installed" }];

test("an edition that waits behind the one in force is announced", async () => {
  expect(await announces({ active: old, waiting: fresh, controller: old })).toBe(true);
});

test.each([
  ["nothing waits", { active: old, waiting: null, controller: old }],
  [
    "the very first edition is said to wait and to be in control, as Firefox does for a moment",
    { active: null, waiting: fresh, controller: fresh },
  ],
  ["the first edition waits for nobody", { active: null, waiting: fresh, controller: null }],
])("nothing is announced when %s", async (_, found) => expect(await announces(found)).toBe(false));
