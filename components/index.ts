/** What a section may write: given whole to MDX's `<Content components>`. */
import Answer from "./Answer.astro";
import Aside from "./Aside.astro";
import Attempt from "./Attempt.astro";
import Benchmark from "./Benchmark.astro";
import Choice from "./Choice.astro";
import Def from "./Def.astro";
import Derivation from "./Derivation.astro";
import Exercise from "./Exercise.astro";
import Fence from "./Fence.astro";
import Figure from "./Figure.astro";
import GuessTheClass from "./GuessTheClass.astro";
import Hint from "./Hint.astro";
import Listing from "./Listing.astro";
import Opening from "./Opening.astro";
import PyTorch from "./PyTorch.astro";
import Side from "./Side.astro";
import Step from "./Step.astro";
import Term from "./Term.astro";
import Value from "./Value.astro";

export const components = {
  Answer,
  Aside,
  Attempt,
  Benchmark,
  Choice,
  Def,
  Derivation,
  Exercise,
  Figure,
  GuessTheClass,
  Hint,
  Listing,
  Opening,
  PyTorch,
  Side,
  Step,
  Term,
  Value,
  pre: Fence,
};
