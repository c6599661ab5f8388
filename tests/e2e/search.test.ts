/** A reader finds what the book says, by term, English name, identifier or half a word; formulas and answers are not in the index. */
import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { served } from "./served.ts";
import type { Reader } from "./site.ts";

const course = served();
let visit: Reader;

beforeAll(async () => {
  visit = await (await course.reader()).open("about/");
});

const dialog = () => visit.page.getByRole("dialog", { name: "搜索" });

/** Addresses of the hits of a query below the root, best first. */
async function find(query: string): Promise<string[]> {
  if (!(await dialog().isVisible())) await visit.page.getByRole("button", { name: "搜索", exact: true }).click();
  await dialog().getByRole("searchbox").fill(query);
  await expect.poll(() => dialog().locator("ol").getAttribute("data-query"), { timeout: 20_000, interval: 20 }).toBe(query);
  const addresses = await dialog()
    .locator("a")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  return addresses.map((address) => address.slice(course.site.url.length));
}

const pages = {
  opening: "linear-networks/",
  "3.1": "linear-networks/linear-regression/",
  "3.2": "linear-networks/linear-regression-scratch/",
  "3.3": "linear-networks/linear-regression-concise/",
  "3.4": "linear-networks/softmax-regression/",
  "3.5": "linear-networks/image-classification-dataset/",
  "3.6": "linear-networks/softmax-regression-scratch/",
  "3.7": "linear-networks/softmax-regression-concise/",
};

/** By kind of query and section: what a reader would type. The sections are those where the glossary and the text define or discuss it. */
const queries: Record<string, Partial<Record<keyof typeof pages, string[]>>> = {
  术语: {
    "3.1": [
      "残差",
      "解析解",
      "正规方程",
      "小批量随机梯度下降",
      "学习率",
      "超参数",
      "矢量化",
      "正态分布",
      "最大似然估计",
      "负对数似然",
      "损失函数",
      "激活函数",
      "拉普拉斯分布",
      "黑塞矩阵",
    ],
    "3.2": ["自动微分", "迭代周期", "数据迭代器"],
    "3.3": ["优化器", "归约方式", "Huber 损失"],
    "3.4": ["独热编码", "交叉熵损失", "对数似然", "雅可比矩阵", "熵", "信息量", "KL 散度", "霍夫曼编码", "指数族"],
    "3.5": ["灰度图", "测试集"],
    "3.6": ["展平", "配分函数", "硬预测"],
    "3.7": ["上溢"],
  },
  英文: {
    "3.1": ["gradient descent", "maximum likelihood", "learning rate", "broadcasting", "closed-form"],
    "3.4": ["cross-entropy", "one-hot", "Jacobian", "KL divergence", "LogSumExp", "logit"],
    "3.5": ["Fashion-MNIST", "grayscale"],
    "3.7": ["overflow"],
  },
  代码: {
    opening: ["variableGrads"],
    "3.1": ["matMul", "Timer"],
    "3.2": ["syntheticData", "synthetic_data", "dataIter", "squaredLoss", "linreg", "sgd", "tf.tidy"],
    "3.3": ["loadArray", "load_array", "tf.initializers"],
    "3.5": ["showImages", "getFashionMnistLabels"],
    "3.6": ["crossEntropy", "trainCh3", "evaluateAccuracy", "Animator"],
  },
  半个词: {
    "3.1": ["似然估", "随机梯度", "规方程", "矢量"],
    "3.2": ["迭代器", "synthetic"],
    "3.4": ["叉熵", "散度", "entrop", "独热"],
  },
  正文: {
    "3.1": ["勒让德", "轴突"],
    "3.2": ["电阻", "光谱"],
    "3.6": ["混淆矩阵"],
  },
};

const rows = Object.entries(queries).flatMap(([kind, bySection]) =>
  Object.entries(bySection).flatMap(([section, words]) =>
    words.map((query) => ({ kind, query, page: pages[section as keyof typeof pages] })),
  ),
);

test("at least fifty queries are asked", () => {
  expect(new Set(rows.map(({ query }) => query)).size).toBeGreaterThanOrEqual(50);
});

describe("the expected page is among the first five places", () => {
  test.each(rows)("$kind: $query", async ({ query, page }) => {
    const first = (await find(query)).slice(0, 5).map((address) => address.split("#")[0]);
    expect(first).toContain(page);
  });
});

test("a hit in the text leads to its heading and shows the words asked for", async () => {
  const hits = await find("交叉熵损失");
  expect(hits.filter((address) => address.includes("#")).length).toBeGreaterThan(0);
  const marks = await dialog().locator("mark").allInnerTexts();
  expect(marks.some((mark) => mark.includes("交叉"))).toBe(true);
});

test("nothing found is said, with what to try", async () => {
  expect(await find("鹦鹉螺壳")).toEqual([]);
  expect(await dialog().getByRole("status").innerText()).toContain("没有找到");
});

test("the keyboard is enough: / opens, ↓ goes to the places, Enter follows, Esc closes", async () => {
  const { page } = visit;
  await page.keyboard.press("Escape");
  await expect.poll(() => dialog().isVisible()).toBe(false);
  await page.keyboard.press("/");
  await dialog().waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await dialog().waitFor();
  await find("正规方程");
  await page.keyboard.press("ArrowDown");
  const first = dialog().locator("a").first();
  expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  const address = await first.getAttribute("href");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.url()).toBe(address);
  expect(visit.complaints).toEqual([]);
  expect(visit.foreign).toEqual([]);
});

test("Enter in the field follows the best place", async () => {
  const { page } = await visit.open("about/");
  await page.keyboard.press("/");
  await dialog().getByRole("searchbox").pressSequentially("syntheticData");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.url()).toContain("linear-regression-scratch/#synthetic-data");
});

test("formulas and answers are not in the index", async () => {
  const fragments = readdirSync("dist/pagefind/fragment").map((file) =>
    gunzipSync(readFileSync(`dist/pagefind/fragment/${file}`)).toString(),
  );
  const text = fragments.join("\n");
  expect(text).toContain("残差");
  expect(text).not.toContain("\\mathbf");
  await visit.section("linear-regression");
  const answers = await visit.page.locator("[data-answer] p").allTextContents();
  const telling = answers.map((answer) => answer.trim()).filter((answer) => answer.length > 30 && /^\p{Script=Han}{12}/u.test(answer));
  expect(telling.length).toBeGreaterThan(0);
  expect(telling.filter((answer) => text.includes(answer.slice(0, 12)))).toEqual([]);
});
