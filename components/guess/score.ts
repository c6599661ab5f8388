/** 你来分: what a row of answers is worth. Pure. */

export interface Question {
  /** the true class */
  label: number;
  /** what a trained model says, and how sure it is */
  model: number;
  sureness: number;
}

/** What is said after an answer: the truth, and whether the model knew it. */
export function verdict({ label, model, sureness }: Question, answer: number, names: readonly string[]): string {
  const yours = answer === label ? `对，是${names[label]}` : `不对，是${names[label]}`;
  const too = answer === model ? "也" : "";
  const theirs = model === label ? `模型${too}猜对了` : `模型猜的${too}是${names[model]}`;
  return `${yours}。${theirs}，把握 ${Math.round(100 * sureness)}%。`;
}

/** The result so far: how many you and the model have right of the questions answered. */
export function tally(questions: readonly Question[], answers: readonly number[]): { you: number; model: number; of: number } {
  const asked = questions.slice(0, answers.length);
  return {
    you: asked.filter(({ label }, i) => answers[i] === label).length,
    model: asked.filter(({ label, model }) => model === label).length,
    of: asked.length,
  };
}
