/** The absolute URL of the site's root, as the link to the home page knows it. */
export function siteRoot(document: Document): string {
  const home = document.querySelector<HTMLAnchorElement>("a[rel=home]");
  return new URL(".", home?.href ?? document.baseURI).href;
}
