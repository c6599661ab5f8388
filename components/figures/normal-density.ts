/** A normal density to move and to widen, against the standard one. */
import { area, curve, figure, line, scale, span, text, xAxis, yAxis } from "./kit.ts";
import { logNormal } from "./regression.ts";

const x = scale([-7, 7], [50, 610]),
  y = scale([0, 0.85], [280, 20]);
const density = (at: number, mu: number, sigma: number) => Math.exp(logNormal(at, mu, sigma));
const bell = (mu: number, sigma: number, from = -7, to = 7) => span(from, to, 281).map((at) => [x(at), y(density(at, mu, sigma))] as const);

export default figure({
  width: 640,
  height: 325,
  question: "峰高减半，σ 要变成几倍？",
  parameters: {
    mu: { label: "均值 μ", min: -3, max: 3, step: 0.1, value: 2 },
    sigma: { label: "标准差 σ", min: 0.5, max: 3, step: 0.05, value: 2 },
  },
  label: ({ mu, sigma }) => `均值 ${mu}、标准差 ${sigma} 的正态密度，峰高 ${density(mu, mu, sigma).toFixed(3)}；灰线是标准正态`,
  draw: ({ mu, sigma }) =>
    area([[x(mu - sigma), y(0)], ...bell(mu, sigma, mu - sigma, mu + sigma), [x(mu + sigma), y(0)]], "fill-prob wash") +
    xAxis(x, y, { ticks: [-6, -3, 0, 3, 6], label: "x", format: (v) => String(v).replace("-", "−") }) +
    yAxis(x, y, { ticks: [0, 0.2, 0.4, 0.6, 0.8], label: "p(x)" }) +
    curve(bell(0, 1), "stroke-data dashed") +
    curve(bell(mu, sigma), "stroke-prob thick") +
    line([x(mu), y(0)], [x(mu), y(density(mu, mu, sigma))], "stroke-prob dotted") +
    text([x(mu), y(density(mu, mu, sigma)) - 10], `μ = ${mu.toFixed(1)}，σ = ${sigma.toFixed(2)}`.replace("-", "−"), {
      className: "text-prob halo",
    }) +
    text([x(mu), y(0) - 10], "68.3%", { className: "text-prob halo" }),
  readout: ({ mu, sigma }) =>
    `峰高 ${density(mu, mu, sigma).toFixed(3)}；从 ${(mu - sigma).toFixed(2)} 到 ${(mu + sigma).toFixed(2)} 的面积 0.683`.replace(
      /-/g,
      "−",
    ),
});
