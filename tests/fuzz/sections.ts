/** Which listings are edited, and by what each section shows that it is whole. */

export interface Section {
  slug: string;
  /** printed listing that leans on much of the section: run after every edit, it must print its record */
  control: string;
  /** listings that are not edited, since they measure or train for many seconds */
  slow?: readonly string[];
}

export const sections: readonly Section[] = [
  { slug: "index", control: "train" },
  { slug: "linear-regression", control: "autodiff", slow: ["three-ways", "matmul"] },
  { slug: "linear-regression-scratch", control: "train" },
  { slug: "linear-regression-concise", control: "train" },
  { slug: "softmax-regression", control: "minibatch" },
  { slug: "image-classification-dataset", control: "labels" },
  {
    slug: "softmax-regression-scratch",
    control: "accuracy",
    slow: ["train", "predict", "mistakes", "confusion", "reliability", "weights", "transforms", "permuted"],
  },
  { slug: "softmax-regression-concise", control: "net", slow: ["train", "twice"] },
];

/** Address of a section below the site's root. */
export function addressOf({ slug }: Section): string {
  return slug === "index" ? "linear-networks/" : `linear-networks/${slug}/`;
}
