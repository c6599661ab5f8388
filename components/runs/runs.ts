import type { Kernel } from "../../src/kernel/kernel.ts";
import type { PlotOutput } from "../../src/kernel/protocol.ts";
import type { CourseListing } from "../listing.ts";
import { renderOutput } from "../outputs/render.ts";
import { element } from "../outputs/support/element.ts";
import type { Texts } from "../section/texts.ts";
import { factsOf, legends, sameFacts, type Facts } from "./facts.ts";
import { overlay, STROKES, type Kinds } from "./overlay.ts";
import { seriesOf, type Series } from "./series.ts";

interface Run {
  facts: Facts;
  series: Series[];
  kinds: Kinds;
}

/** runs kept of a listing; the oldest goes first */
const KEPT = STROKES.length;

/**
 * The earlier runs of listings that draw lines: from the second setting on, a chart below the output lays them over each other. All
 * runs of one seed start from the same initial values, so what differs between the lines is what the legend says.
 */
export class Runs {
  private readonly listings: ReadonlyMap<string, CourseListing>;
  private readonly texts: Texts;
  private readonly kernel: Pick<Kernel, "seed" | "backend" | "tier">;
  private readonly runs = new Map<string, Run[]>();

  constructor(listings: ReadonlyMap<string, CourseListing>, texts: Texts, kernel: Pick<Kernel, "seed" | "backend" | "tier">) {
    this.listings = listings;
    this.texts = texts;
    this.kernel = kernel;
  }

  /** A run of a listing begins, with the texts as they are now; of the charts it leaves the first with lines is kept. */
  begin(id: string): (charts: readonly PlotOutput[]) => void {
    const facts = this.facts(id);
    return (charts) => this.keep(id, facts, charts);
  }

  private keep(id: string, facts: Facts, charts: readonly PlotOutput[]): void {
    const chart = charts.find((one) => seriesOf(one));
    const series = chart && seriesOf(chart);
    if (!chart?.scales || !series) return;
    const others = (this.runs.get(id) ?? []).filter((run) => !sameFacts(run.facts, facts));
    const runs = [...others, { facts, series, kinds: { x: chart.scales.x.type, y: chart.scales.y.type } }].slice(-KEPT);
    this.runs.set(id, runs);
    this.show(id, runs);
  }

  private facts(id: string): Facts {
    const { seed, backend, tier } = this.kernel;
    const sources = this.texts.chainOf(id).map((one) => [this.texts.numberOf(one), this.listings.get(one)?.source ?? ""] as const);
    return factsOf({ 种子: String(seed), 后端: backend, 数据: tier === "quick" ? "快速" : "完整" }, new Map(sources));
  }

  private show(id: string, runs: readonly Run[]): void {
    const result = this.listings.get(id)?.result;
    result?.querySelector(":scope > [data-runs]")?.remove();
    if (!result || runs.length < 2) return;
    const words = legends(runs.map((run) => run.facts));
    const svg = overlay(
      runs.map((run) => run.series),
      runs[runs.length - 1]!.kinds,
    );
    const items = words.map((word, i) => {
      const item = element(
        document,
        "li",
        {},
        element(document, "span", { class: "swatch", style: `--swatch: ${STROKES[i]}` }),
        i === words.length - 1 ? `${word}（这一次）` : word,
      );
      return item;
    });
    const clear = element(document, "button", { type: "button", class: "button" }, "清空对比");
    clear.addEventListener("click", () => {
      this.runs.set(id, runs.slice(-1));
      this.show(id, runs.slice(-1));
    });
    const label = `${runs.length} 次运行的曲线叠在一起：${words.join("；")}`;
    const chart = renderOutput({ type: "plot", svg, label }, document, "live");
    chart.removeAttribute("data-output"); // no output of the run
    chart.removeAttribute("data-origin");
    result.append(
      element(
        document,
        "figure",
        { class: "runs", "data-runs": runs.length },
        element(document, "figcaption", {}, "几次运行叠在一起；种子相同的，从同样的初始权重出发"),
        chart,
        element(document, "ul", {}, ...items),
        clear,
      ),
    );
  }
}
