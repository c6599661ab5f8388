/** What a section that is taken away needs besides its own listings: `takeaway.json`, written by the build. Types only. */
export interface Library {
  /** version of TensorFlow.js the course runs on */
  tfjs: string;
  /** the declarations of `d2l` in reading order, types included */
  d2l: SavedDeclaration[];
  /** `src/datasets` as one module of plain JavaScript, without its imports of TensorFlow.js and its `export` */
  datasets: string;
  /** by path of the section: the Python of earlier sections that its PyTorch tabs use; only of sections that use some */
  pytorch: Record<string, string>;
}

export interface SavedDeclaration {
  names: string[];
  /** TypeScript, without the word `export` */
  code: string;
  /** names of `d2l` it leans on */
  needs: string[];
  imports: { specifier: string; imported: string; local: string }[];
}
