/** All 60 000 images, trained in the tab as printed. */
import { expect, test } from "vitest";
import { watchMemory } from "../memory.ts";
import { served } from "./served.ts";

const course = served();

const number = (text: string, label: string) => Number(new RegExp(`${label} (\\d\\.\\d+)`).exec(text)?.[1]);

test(
  "softmax regression trains on a fresh page to the printed loss and accuracy, leaves no tensor behind and needs less than 400 MB",
  { timeout: 300_000 },
  async () => {
    const visit = await (await course.reader()).section("softmax-regression-scratch");
    const record = await visit.text("train");
    const peakMemory = await watchMemory(course.browser);
    expect(await visit.run("train", 240_000)).toBe("done");
    const live = await visit.text("train");
    expect(number(live, "训练损失")).toBeCloseTo(number(record, "训练损失"), 2);
    expect(number(live, "训练损失")).toBeGreaterThan(0.44);
    expect(number(live, "训练损失")).toBeLessThan(0.455);
    expect(number(live, "训练精度")).toBeGreaterThan(0.83);
    expect(number(live, "训练精度")).toBeLessThan(0.86);
    expect(number(live, "测试精度")).toBeGreaterThan(0.79);
    expect(number(live, "测试精度")).toBeLessThan(0.85);
    expect(await visit.outputs("train").locator('[data-output="plot"][data-origin="live"]').count()).toBe(1);
    expect(await visit.state("untrained")).toBe("idle");

    const panel = visit.page.locator("details[data-tensors]");
    /** What the panel says of all tensors, counted now: it counts when it is opened. */
    const held = async () => {
      await panel.evaluate((details: HTMLDetailsElement) => {
        details.open = false;
        details.querySelector(".tensors")!.replaceChildren();
      });
      await panel.locator("summary").click();
      return panel.locator("caption").textContent({ timeout: 30_000 });
    };
    const before = await held();
    expect(before).toMatch(/\d+ 个张量/);
    const number36 = (await visit.listing("train").getAttribute("data-number"))!;
    const left = visit.page.locator(".tensors tr").filter({ hasText: "没有名字" });
    expect(await left.filter({ hasText: number36 }).count()).toBe(0);

    expect(await visit.run("train", 240_000)).toBe("done"); // ten epochs more
    expect(await held()).toBe(before);
    const peak = peakMemory();
    expect(peak).toBeLessThan(400e6);
    if (process.platform === "linux") expect(peak).toBeGreaterThan(45e6); // the images alone

    expect(await visit.run("predict", 60_000)).toBe("done");
    expect(await visit.outputs("predict").locator("img").count()).toBe(6);
    expect(visit.foreign).toEqual([]);
    await visit.context.close();
  },
);
