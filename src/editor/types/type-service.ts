/** The worker of the type service: TypeScript itself, with its messages in Chinese. */
import ts from "typescript";
import chinese from "typescript/lib/zh-cn/diagnosticMessages.generated.json";
import { openProject, type Project } from "./project.ts";
import type { Answer, Question, TypeFiles } from "./protocol.ts";

(ts as unknown as { setLocalizedDiagnosticMessages(messages: Record<string, string>): void }).setLocalizedDiagnosticMessages(chinese);

let project: Promise<Project> | undefined;

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  void answer(data).then(
    (found) => self.postMessage({ id: data.id, ...found } satisfies Answer),
    (error: unknown) => self.postMessage({ id: data.id, failed: String(error) } satisfies Answer),
  );
});

async function answer(question: Question): Promise<Omit<Answer, "id">> {
  if (question.type === "open") {
    project = fetch(question.url).then(async (response) => openProject((await response.json()) as TypeFiles));
    await project;
    return {};
  }
  if (!project) return { failed: "not open" };
  const { check, hover, signature } = await project;
  if (question.type === "check") return { mistakes: check(question.text) };
  if (question.type === "hover") return { hover: hover(question.text, question.at) };
  return { signature: signature(question.text, question.at, question.typed) };
}
