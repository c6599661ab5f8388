/** Takes out of a style sheet the older forms of fonts that come as woff2 too; every browser of ours reads that. */
export function onlyWoff2(css: string): string {
  return css.replace(/(format\(["']?woff2["']?\))((?:\s*,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\))+)/g, "$1");
}

/** true for the files that nothing refers to then */
export function isOldFont(file: string): boolean {
  return /\.(woff|ttf)$/.test(file);
}
