import { writeCarried, type Carried } from "../../src/reader/link.ts";
import { pack } from "../../src/reader/packed.ts";
import { readTier } from "../../src/reader/tier.ts";
import type { Library } from "../../src/layouts/takeaway.ts";
import { copy } from "../listing/copy.ts";
import { localStore } from "../store.ts";
import { nodeModule } from "../takeaway/module.ts";
import { cellsOf, notebook, sectionCells } from "../takeaway/notebook.ts";
import { backendText } from "./backend.ts";
import { editedListings, type Bench } from "./bench.ts";

/** The page's address without what is carried behind it. */
const here = () => location.href.replace(/#.*$/, "");
const copied = (done: boolean, what: string) => (done ? `已复制${what}。` : "浏览器不让复制；请检查它的权限。");

const notLoaded = "没能下载：网络不通，或者网站已经更新。请刷新再试。";

/** Copies a link with all edited listings in it, and the seed they were tried with; says how it went. */
export async function copyLink(bench: Bench, rolled: Pick<Carried, "seed">): Promise<string> {
  const edited = editedListings(bench);
  if (edited.length === 0) return (await copy(location.href)) ? "没有改过的清单；已复制本页的网址。" : "浏览器不让复制。";
  const code = await pack(Object.fromEntries(edited.map((listing) => [listing.listing, listing.source])));
  const link = here() + writeCarried({ ...rolled, knobs: [], code });
  const length = link.length > 8000 ? `链接有 ${link.length} 个字符，有些聊天软件会截断它。` : "";
  return `${copied(await copy(link), `链接，里面有 ${edited.length} 份改过的清单`)}${length}`;
}

/** Saves the section, with the reader's edits, as one module for Node. */
export async function downloadModule(bench: Bench): Promise<string> {
  try {
    const library = await libraryOf(bench);
    const { slug, name } = nameOf(bench);
    const listings = bench.program.listings.map(({ id, number, title = "", source, error }) => ({
      number,
      title,
      source: bench.listings.get(id)?.source ?? source,
      throws: error !== undefined,
    }));
    const tier = readTier(localStore(), bench.root);
    const backend = bench.program.backend === "cpu" ? "cpu" : "wasm"; // Node has no graphics card for tfjs
    save(`${slug}.ts`, "text/plain", nodeModule({ name, slug, url: here(), root: bench.root, tier, backend, listings }, library));
    return `已下载 ${slug}.ts：怎么运行写在头两行。`;
  } catch {
    return notLoaded;
  }
}

/** Saves the PyTorch versions of the section's listings as a notebook that stands alone. */
export async function downloadNotebook(bench: Bench): Promise<string> {
  const { slug, name } = nameOf(bench);
  const own = cellsOf(bench.section);
  if (own.length === 0) return "这一节没有 PyTorch 版的代码。";
  try {
    const { pytorch } = await libraryOf(bench);
    const cells = sectionCells(`# ${name}\n\nPyTorch 版，来自 ${here()}`, pytorch[bench.program.path], own);
    save(`${slug}.ipynb`, "application/x-ipynb+json", notebook(cells));
    return `已下载 ${slug}.ipynb，共 ${cells.filter(({ kind }) => kind === "code").length} 段代码。`;
  } catch {
    return notLoaded;
  }
}

/** Copies what a report needs: page, version, listings, browser. */
export async function copyReport(bench: Bench): Promise<string> {
  const concerned = [...bench.listings.values()].filter((listing) => listing.isEdited || listing.standing.state === "failed");
  const texts = concerned.map((listing) => {
    const error = listing.outputs.querySelector('[data-output="error"]')?.textContent ?? "";
    return [
      `## 清单 ${listing.number}（${listing.listing}，${listing.standing.state}${listing.isEdited ? "，改过" : ""}）`,
      listing.source,
      error && `错误：${error}`,
    ]
      .filter(Boolean)
      .join("\n");
  });
  const version = (document.querySelector("[data-release]")?.textContent ?? "").replace(/\s+/g, "");
  const lines = [
    "# 问题报告",
    "（在这里写：做了什么，看到什么，本来期望什么）",
    "",
    `页面：${document.title} ${here()}`,
    `版本：${version}`,
  ];
  const settings = [
    `种子：${bench.program.seed}，后端：${bench.program.backend}（${await backendText(bench)}）`,
    `浏览器：${navigator.userAgent}，窗口 ${innerWidth}×${innerHeight}`,
  ];
  return copied(await copy([...lines, ...settings, "", ...texts].join("\n")), "报告的文字：粘到邮件或讨论区里");
}

async function libraryOf(bench: Bench): Promise<Library> {
  return (await (await fetch(new URL("takeaway.json", bench.root))).json()) as Library;
}

function nameOf({ program, section }: Bench): { slug: string; name: string } {
  const slug = program.path.split("/").at(-1) ?? "section";
  return {
    slug,
    name: (section.querySelector("h1")?.textContent ?? document.title)
      .replace(/\s+/g, " ")
      .replace(/^ ?([\d.]+) ?/, "$1 ")
      .trim(),
  };
}

function save(name: string, type: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
