import { element } from "../outputs/support/element.ts";
import { SIZES, writeTier, type Tier } from "../../src/reader/tier.ts";
import { localStore } from "../store.ts";
import { available, backendText, switchBackend } from "./backend.ts";
import { editedListings, type Bench } from "./bench.ts";
import type { Experiment } from "./experiment.ts";
import { switchTypes, typesAreOn } from "./types.ts";
import { copyReport, downloadNotebook, downloadModule, copyLink } from "./take.ts";

/** Fills the panel in the kernel's bar, anew each time: it shows how things stand. */
export function fillPanel(panel: HTMLElement, experiment: Experiment): void {
  const { bench } = experiment;
  const body = panel.querySelector("[data-bench]");
  const status = panel.querySelector("[data-say]") ?? element(document, "p", { role: "status", "data-say": true });
  const say = (text: string) => (status.textContent = text);
  const rows = [
    seedRow(experiment, say),
    backendRow(experiment, say),
    tierRow(bench, say),
    row("改过的清单", element(document, "span", { "data-edited-list": true })),
    typesRow(bench, say),
    takeRow(experiment, say),
  ];
  body?.replaceChildren(...rows.filter((row) => row !== undefined), status);
  showEdited(panel, bench);
}

/** Lists the listings that are not as in the book. */
export function showEdited(panel: HTMLElement, bench: Bench): void {
  const edited = editedListings(bench);
  const links = edited.flatMap(({ listing, name, isForeign }, i) => [
    i > 0 ? "、" : "",
    element(document, "a", { href: `#${listing}` }, name),
    isForeign ? "（别人的代码）" : "",
  ]);
  panel.querySelector("[data-edited-list]")?.replaceChildren(...(edited.length > 0 ? links : ["没有"]));
}

type Say = (text: string) => void;

function row(name: string, ...children: (Node | string)[]): HTMLElement {
  return element(
    document,
    "div",
    { class: "bench-row", role: "group", "aria-label": name },
    element(document, "span", { class: "bench-name" }, name),
    ...children,
  );
}

function button(word: string, act: () => unknown): HTMLElement {
  const made = element(document, "button", { type: "button", class: "button" }, word);
  made.addEventListener("click", () => void act());
  return made;
}

function select<T extends string>(
  label: string,
  words: readonly (readonly [T, string])[],
  chosen: T,
  act: (value: T) => unknown,
): HTMLElement {
  const options = words.map(([value, word]) => element(document, "option", { value, selected: value === chosen }, word));
  const made = element(document, "select", { "aria-label": label }, ...options) as HTMLSelectElement;
  made.addEventListener("change", () => void act(made.value as T));
  return made;
}

function seedRow(experiment: Experiment, say: Say): HTMLElement {
  const shown = element(document, "output", { "data-seed": true }, String(experiment.bench.program.seed));
  const roll = async (seed: number) => {
    const rolled = experiment.roll(seed);
    shown.textContent = String(seed);
    experiment.carry();
    const hasRestarted = await rolled;
    say(
      `种子换成 ${seed}。${hasRestarted ? "内核已重启：再运行时，初始权重、打乱的顺序都从新种子来。" : "运行时，初始权重、打乱的顺序都从它来。"}`,
    );
  };
  return row(
    "种子",
    shown,
    button("掷骰子", () => roll(1 + Math.floor(Math.random() * 9998))),
    button("用书里的", () => roll(experiment.bookSeed)),
  );
}

function backendRow({ bench, bookBackend }: Experiment, say: Say): HTMLElement {
  const words = available().map((backend) => [backend, backend === bookBackend ? `${backend}（本节默认）` : backend] as const);
  const active = element(document, "span", { "data-backend-active": true }, "");
  void backendText(bench).then((text) => (active.textContent = text));
  const change = async (backend: (typeof words)[number][0]) => {
    say("正在换后端……");
    say(await switchBackend(bench, backend));
    active.textContent = await backendText(bench);
  };
  return row("后端", select("后端", words, bench.program.backend, change), active);
}

/** Only where a listing reads the data set. */
function tierRow(bench: Bench, say: Say): HTMLElement | undefined {
  const readsData = bench.program.listings.some(({ imports }) =>
    imports.some(({ specifier, imported }) => specifier === "datasets" || /FashionMnist$/.test(imported)),
  );
  if (!readsData) return undefined;
  const place = row("数据");
  void bench.running().then(({ kernel }) => {
    const change = (tier: Tier) => {
      const wasRunning = kernel.state !== "off";
      kernel.tier = tier;
      writeTier(localStore(), bench.root, tier);
      const words =
        tier === "quick"
          ? `用 ${SIZES.quick.words}；书里的数字是用全部数据得到的，这里批量取 32、学习率取 0.05 更合适`
          : `用全部 ${SIZES.full.words}`;
      say(`${words}。${wasRunning ? "内核已重启，之前声明的变量都没有了。" : ""}`);
    };
    place.append(
      select(
        "数据",
        [
          ["full", `完整（${SIZES.full.megabytes} MB）`],
          ["quick", `快速（${SIZES.quick.megabytes} MB）`],
        ],
        kernel.tier,
        change,
      ),
    );
  });
  return place;
}

function typesRow(bench: Bench, say: Say): HTMLElement {
  const toggle = element(document, "button", { type: "button", class: "button", "aria-pressed": String(typesAreOn()) }, "类型检查");
  toggle.addEventListener("click", async () => {
    say("正在载入 TypeScript……");
    say(await switchTypes(bench));
    toggle.setAttribute("aria-pressed", String(typesAreOn()));
  });
  return row(
    "编辑器",
    toggle,
    element(document, "small", {}, "把 TypeScript 本身载入浏览器（压缩后约 1.5 MB）：悬停看类型，写参数时有提示，错处画红线。"),
  );
}

function takeRow(experiment: Experiment, say: Say): HTMLElement {
  const { bench } = experiment;
  return row(
    "带走",
    button("复制带修改的链接", async () => say(await copyLink(bench, experiment.rolled()))),
    button("下载 .ts", async () => say(await downloadModule(bench))),
    button("下载 PyTorch 笔记本", async () => say(await downloadNotebook(bench))),
    button("报告问题", async () => say(await copyReport(bench))),
  );
}
