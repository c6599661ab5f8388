import { exercises, PROGRESS } from "./mark.ts";

/**
 * `<section-progress number="3.2" total="7">`: how many questions of a section are passed, as a ring and a count. Says nothing before
 * the first is tried.
 */
class SectionProgress extends HTMLElement {
  readonly #show = () => this.show();

  connectedCallback(): void {
    document.addEventListener(PROGRESS, this.#show);
    this.show();
  }

  disconnectedCallback(): void {
    document.removeEventListener(PROGRESS, this.#show);
  }

  show(): void {
    const total = Number(this.getAttribute("total"));
    const standings = [
      ...exercises()
        .among(`${this.getAttribute("number")}.`)
        .values(),
    ];
    const passed = Math.min(total, standings.filter((one) => one === "passed").length);
    const touched = Math.min(total, standings.length);
    if (total === 0 || touched === 0) return this.replaceChildren();
    const label = document.createElement("span");
    label.className = "visually-hidden";
    label.textContent = `练习通过 ${passed} / ${total}，动过 ${touched} 道`;
    const count = document.createElement("span");
    count.setAttribute("aria-hidden", "true");
    count.textContent = `${passed}/${total}`;
    this.title = label.textContent;
    this.replaceChildren(ring(passed / total, touched / total), count, label);
  }
}

/** A ring of circumference 100: what is passed drawn full, what is touched thin. */
function ring(passed: number, touched: number): SVGElement {
  const svg = element("svg", { viewBox: "-20 -20 40 40", "aria-hidden": "true" });
  const arc = (name: string, share: number) =>
    element("circle", { class: name, r: String(50 / Math.PI), "stroke-dasharray": `${100 * share} 100`, transform: "rotate(-90)" });
  svg.append(arc("all", 1), arc("touched", touched), arc("passed", passed));
  return svg;
}

function element(name: string, attributes: Record<string, string>): SVGElement {
  const one = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  return one;
}

customElements.define("section-progress", SectionProgress);
