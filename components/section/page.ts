import { renderOutput, updateLines } from "../outputs/render.ts";
import { OutputList, type Renderer } from "../listing/outputs.ts";
import type { CourseListing } from "../listing.ts";
import type { ListingView, PageView } from "./view.ts";

const renderer: Renderer = {
  render: (output) => renderOutput(output, document, "live"),
  append: updateLines,
};

/** The page a session works on. */
export function pageOf(section: HTMLElement, listings: ReadonlyMap<string, CourseListing>): PageView {
  const views = new Map([...listings].map(([id, listing]) => [id, viewOf(listing)]));
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

function viewOf(listing: CourseListing): ListingView {
  return {
    get source() {
      return listing.source;
    },
    stand: (standing) => listing.stand(standing),
    begin: () => new OutputList(listing.outputs, renderer, () => listing.showBadge()),
    mark: (line) => listing.mark(line),
    notice: (text, offer) => listing.notice(text, offer),
  };
}
