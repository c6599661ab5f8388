import { z } from "astro/zod";

/** The front matter of a section. */
export const front = z.strictObject({
  /** 3.2; orders the sections. Absent in pages outside the numbering, which come first. */
  number: z
    .string()
    .regex(/^\d+(\.\d+)*$/)
    .optional(),
  title: z.string().min(1),
  /** of an opening: the name of the chapter */
  chapter: z.string().min(1).optional(),
  /** one sentence, for search results and the contents */
  description: z.string().min(1),
  /** reading time */
  minutes: z.number().int().positive().optional(),
  /** slugs of the sections it builds on */
  requires: z.array(z.string()).default([]),
  /** what one can do after it */
  goals: z.array(z.string()).default([]),
  /** where its listings run unless a fence says otherwise */
  backend: z.enum(["cpu", "wasm", "webgl", "webgpu"]).default("cpu"),
});

export type Front = z.infer<typeof front>;
