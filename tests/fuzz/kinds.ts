/** Every kind of edit there is. */
import type { Kind } from "./kind.ts";
import { clumsy } from "./kinds/clumsy.ts";
import { endless } from "./kinds/endless.ts";
import { numbers } from "./kinds/numbers.ts";
import { prototypes } from "./kinds/prototypes.ts";
import { surroundings } from "./kinds/surroundings.ts";
import { tensors } from "./kinds/tensors.ts";
import { thrown } from "./kinds/thrown.ts";
import { values } from "./kinds/values.ts";
import { waiting } from "./kinds/waiting.ts";

export const kinds: readonly Kind[] = [
  ...clumsy,
  ...numbers,
  ...endless,
  ...waiting,
  ...thrown,
  ...values,
  ...prototypes,
  ...surroundings,
  ...tensors,
];
