import { tally, verdict, type Question } from "./guess/score.ts";

/** `<course-guess>`: asks for the class of one image after the other and keeps the score. */
export class CourseGuess extends HTMLElement {
  #answers: number[] = [];

  connectedCallback(): void {
    this.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>("button[data-class]");
      if (button) this.#answer(Number(button.dataset.class));
    });
  }

  #answer(answer: number): void {
    const questions = JSON.parse(this.dataset.questions!) as Question[];
    const names = JSON.parse(this.dataset.names!) as string[];
    if (this.#answers.length === questions.length) this.#answers = [];
    const asked = this.#answers.length;
    this.#answers.push(answer);

    const { you, model, of } = tally(questions, this.#answers);
    const over = of === questions.length;
    const score = `${of} 张里，你对 ${you} 张，模型对 ${model} 张。`;
    const told = `第 ${asked + 1} 张：${verdict(questions[asked]!, answer, names)}${score}`;
    this.querySelector(".verdict")!.textContent = over ? `${told}再点一个名字就重新开始。` : told;

    const next = over ? 0 : of;
    const image = this.querySelector<HTMLImageElement>("[data-now]")!;
    image.src = this.querySelectorAll<HTMLImageElement>("li img")[next]!.src;
    image.alt = `第 ${next + 1} 张`;
    this.querySelector("[data-progress]")!.textContent = over
      ? `你的精度 ${(you / of).toFixed(2)}`
      : `第 ${next + 1} 张，共 ${questions.length} 张`;
  }
}

customElements.define("course-guess", CourseGuess);
