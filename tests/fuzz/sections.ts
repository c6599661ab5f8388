/** By what each section shows that it is whole; all its listings are edited. */

export interface Section {
  slug: string;
  /** printed listing that leans on much of the section: run after every edit, it must print its record */
  control: string;
}

export const sections: readonly Section[] = [
  { slug: "index", control: "train" },
  { slug: "linear-regression", control: "autodiff" },
  { slug: "linear-regression-scratch", control: "train" },
  { slug: "linear-regression-concise", control: "train" },
  { slug: "softmax-regression", control: "minibatch" },
  { slug: "image-classification-dataset", control: "labels" },
  { slug: "softmax-regression-scratch", control: "accuracy" },
  { slug: "softmax-regression-concise", control: "net" },
];

/** Address of a section below the site's root. */
export function addressOf({ slug }: Section): string {
  return slug === "index" ? "linear-networks/" : `linear-networks/${slug}/`;
}
