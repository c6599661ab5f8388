import type { Inventory } from "../../src/reader/backup.ts";

type Told = Omit<Inventory, "foreign">;

/** What is kept, in words. */
export function listed({ edit, attempt, exercise, progress, recall, other }: Told): string {
  const rest = other > 0 ? `；还有 ${other} 项要更新版本的课程才认得，已原样收好` : "";
  return `${edit} 份改过的代码，${attempt} 处填写，${exercise} 道练习和 ${progress} 节的进度，${recall} 个回想过的词${rest}`;
}

/** What the page says of it. */
export function kept(inventory: Told): string {
  return `这个浏览器里现在有：${listed(inventory)}。`;
}

/** The same before it is counted: as long, so that nothing below moves when the numbers come. */
export const UNCOUNTED = kept({ edit: 0, attempt: 0, exercise: 0, progress: 0, recall: 0, other: 0 }).replaceAll("0", "–");
