import { renderOutput, updateLines } from "../outputs/render.ts";
import { OutputList, type Renderer } from "../listing/outputs.ts";
import type { CourseListing } from "../listing.ts";
import type { Output, PlotOutput } from "../../src/kernel/protocol.ts";
import type { ListingView, OutputSink, PageView } from "./view.ts";

/** Where the page stands, and what it does with a run besides showing it. */
export interface Setting {
  /** URL of the chapter that explanations lead into */
  chapter: string;
  /** A run begins; what this gives is told the charts, as they were at the end of a run that ended well. */
  begins(id: string): (charts: PlotOutput[]) => void;
  /** did a run of this listing see only a part of the data? */
  isSubset(id: string): boolean;
  /** something is shown */
  shown(id: string, output: Output): void;
}

/** The page a session works on. */
export function pageOf(section: HTMLElement, listings: ReadonlyMap<string, CourseListing>, around: Setting): PageView {
  const views = new Map([...listings].map(([id, listing]) => [id, viewOf(listing, around)]));
  const say = (selector: string, text: string) => {
    const place = section.querySelector(selector);
    if (place) place.textContent = text;
  };
  return {
    listing: (id) => views.get(id),
    kernel: (text) => say("[data-kernel]", text),
    announce: (text) => say("[data-announce]", text),
    goTo(id) {
      const listing = listings.get(id);
      listing?.scrollIntoView({ block: "center" });
      listing?.querySelector<HTMLElement>("[data-do=edit]")?.focus({ preventScroll: true });
    },
  };
}

function viewOf(listing: CourseListing, around: Setting): ListingView {
  const { chapter } = around;
  const renderer: Renderer = { render: (output) => renderOutput(output, document, "live", { chapter }), append: updateLines };
  return {
    get source() {
      return listing.source;
    },
    // a run tells every listing how it stands, and most stand as before
    stand: (standing) => void (JSON.stringify(standing) === JSON.stringify(listing.standing) || listing.stand(standing)),
    begin() {
      const isSubset = around.isSubset(listing.listing);
      const list = new OutputList(listing.outputs, renderer, () => {
        listing.outputs.toggleAttribute("data-subset", isSubset && listing.outputs.dataset.origin === "live");
        void listing.tell();
      });
      const { listing: id } = listing;
      return watched(list, around.begins(id), (output) => around.shown(id, output));
    },
    mark: (line) => listing.mark(line),
    notice(text, offer) {
      const offers = offer === undefined ? [] : ["href" in offer ? { ...offer, href: chapter + offer.href } : offer];
      listing.notice(text, ...offers);
    },
  };
}

/** A sink that also tells what it is given and, at the end of a good run, the charts. */
function watched(list: OutputList, ended: (charts: PlotOutput[]) => void, shown: (output: Output) => void): OutputSink {
  const charts = new Map<number, PlotOutput>();
  return {
    put(index, output) {
      list.put(index, output);
      shown(output);
      if (output.type === "plot") charts.set(index, output);
    },
    append: (index, lines, omitted) => list.append(index, lines, omitted),
    add: (output) => list.add(output),
    end(ranToTheEnd) {
      list.end(ranToTheEnd);
      if (ranToTheEnd && charts.size > 0) ended([...charts.values()]);
    },
  };
}
