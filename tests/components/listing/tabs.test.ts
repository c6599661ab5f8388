import { parseHTML } from "linkedom";
import { expect, test, vi } from "vitest";

const page = (of: string) =>
  parseHTML(`<body><course-listing data-listing="train"><div class="title"><span class="state"></span></div><div data-code><pre>ts</pre></div></course-listing>
    <details class="pytorch" data-pytorch="${of}"><summary>PyTorch 版</summary><div class="pytorch-body"><pre>py</pre></div></details></body>`);

async function tabs(of = "train") {
  const { document } = page(of);
  vi.stubGlobal("document", document);
  vi.stubGlobal("HTMLDetailsElement", document.querySelector("details")!.constructor);
  const { addTabs } = await import("../../../components/listing/tabs.ts");
  const listing = document.querySelector<HTMLElement>("course-listing")!;
  addTabs(listing, listing.querySelector<HTMLElement>("[data-code]")!);
  const click = (word: string) =>
    [...listing.querySelectorAll("button")]
      .find((button) => button.textContent === word)!
      .dispatchEvent(new (document.defaultView as unknown as { Event: typeof Event }).Event("click"));
  const visible = () =>
    [...listing.querySelectorAll("[role=tabpanel]")]
      .filter((panel) => !panel.hasAttribute("hidden"))
      .map((panel) => panel.textContent?.trim());
  return { document, listing, click, visible };
}

test("the PyTorch version becomes the second tab of the listing before it", async () => {
  const { document, listing, click, visible } = await tabs();
  expect([...listing.querySelectorAll("[role=tab]")].map((tab) => tab.textContent)).toEqual(["TypeScript", "PyTorch"]);
  expect(document.querySelector("details")).toBeNull();
  expect(visible()).toEqual(["ts"]);
  click("PyTorch");
  expect(visible()).toEqual(["py"]);
  expect(listing.querySelector("[aria-selected=true]")?.getAttribute("aria-controls")).toBe(
    listing.querySelector("[role=tabpanel]:not([hidden])")?.id,
  );
});

test("a version of another listing stays folded where it is", async () => {
  const { document, listing } = await tabs("other");
  expect(listing.querySelector("[role=tab]")).toBeNull();
  expect(document.querySelector("details")).not.toBeNull();
});
