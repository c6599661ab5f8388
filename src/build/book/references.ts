import type { Book, Section } from "./types.ts";
import { suggest } from "./problems.ts";

/** Where a link of the book leads, or why it leads nowhere. */
export type Target = { href: string; text: string } | { expected: string; found: string; fix: string };

/** true for links that the book looks up: `#id`, `slug`, `slug#id`; not `https:…`, `/about/…`, `./file` */
export function isReference(url: string): boolean {
  return /^(?:[a-z0-9][a-z0-9-]*)?(?:#[^/]+)?$/i.test(url) && url !== "";
}

/** Address of a section from the site's root. */
export function hrefOf(section: Pick<Section, "path">): string {
  return `/${section.path}/`;
}

/** Looks up `#id`, `slug` or `slug#id` as written in `from`; the slug is one of the same chapter, else of any. */
export function findTarget(book: Book, from: Section, url: string): Target {
  const [slug = "", rawId] = url.split("#", 2);
  const id = rawId === undefined ? undefined : decodeURIComponent(rawId);
  const section = slug === "" ? from : findSection(book, from, slug);
  if (section === undefined) {
    const slugs = book.sections.map((s) => s.slug);
    return { expected: "the slug of a section", found: `"${slug}"`, fix: suggest(slug, slugs, `use one of ${slugs.join(", ")}`) };
  }
  if (id === undefined) return { href: hrefOf(section), text: sectionText(section) };
  const anchor = section.anchors.get(id);
  if (anchor === undefined) {
    return {
      expected: `an id of ${section.file} (heading, \\label, listing, figure or exercise)`,
      found: `"#${id}"`,
      fix: suggest(id, section.anchors.keys(), "give the place this id, or correct the link"),
    };
  }
  return { href: section === from ? `#${id}` : `${hrefOf(section)}#${id}`, text: anchor.text };
}

function findSection(book: Book, from: Section, slug: string): Section | undefined {
  return book.sections.find((s) => s.slug === slug && s.chapter === from.chapter) ?? book.sections.find((s) => s.slug === slug);
}

function sectionText({ front }: Section): string {
  return front.number === undefined ? `《${front.title}》` : `${front.number} 节`;
}
