/** The width of a text in em, estimated: Chinese characters are square, others about half as wide. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(character) ? 1 : /[iljft.,:;'|! ]/.test(character) ? 0.33 : 0.6;
  return width;
}
