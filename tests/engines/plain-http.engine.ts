/** A school's plain http://: no secure context, so no service worker, no Cache Storage, no crypto.subtle, no clipboard. */
import { expect, test } from "vitest";
import { openChromium } from "./drivers/chromium.ts";
import { core } from "./core.ts";

const HOST = "course.example";
const isData = (path: string) => path.endsWith(".bin");

core(
  "Chromium, plain http",
  () => openChromium([HOST]),
  HOST,
  (at) => {
    test("the origin is what the name says: nothing that needs a secure one is there", async () => {
      await at().section("linear-regression-scratch");
      const there =
        "[isSecureContext, 'caches' in window, 'serviceWorker' in navigator, crypto.subtle !== undefined, navigator.clipboard !== undefined]";
      expect(await at().driver.evaluate(there)).toEqual([false, false, false, false, false]);
    });

    test("a listing is copied the old way, and says so", async () => {
      await at().section("linear-regression-scratch");
      const said = at().page.offers("hyper", "已复制"); // which stands there for a moment only
      await at().page.pressAt("hyper", "复制");
      await said;
      await at().page.edit("hyper");
      await at().driver.press("a", "with control");
      await at().driver.press("v", "with control");
      expect(await at().page.code("hyper")).toContain("const numEpochs = 3;");
    });

    test("data once fetched are kept without Cache Storage: the next visit asks the network for none of them", async () => {
      await at().section("image-classification-dataset");
      await at().page.unfold("工作台");
      await at().page.choose("数据", "quick");
      expect(await at().page.run("load")).toBe("done");
      expect(at().asked().filter(isData).length).toBeGreaterThan(0);
      await at().open("linear-networks/image-classification-dataset/");
      expect(await at().page.run("load")).toBe("done");
      expect(at().asked().filter(isData)).toEqual([]);
    });
  },
);
