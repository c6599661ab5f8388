/**
 * What a page is given by the build. Types only.
 *
 * Addresses (`href`) are written from the site's root, `/linear-networks/…/`; the build makes every `href` and `src` relative.
 * Around the prose, the build makes this markup:
 *
 *     <section class="block">                      one for each heading of depth 2 and 3, not nested; what is heavy goes on in a `block continued`
 *       <h2 id="synthetic-data"><span class="number">3.2.1</span> 生成数据集</h2>
 *       …
 *     </section>
 *     <div class="equation" id="eq-sgd"> … <span class="number">(3.1.2)</span></div>   a numbered display formula
 *
 * KaTeX's stylesheet comes with `BaseLayout` (in a cascade layer: pages must not import it again). The build
 * gives fences to `<Listing … />` with the properties `ListingProps` below. All of `components` of `components/index.ts` goes to `<Content>`.
 *
 * The layouts: `SectionLayout section={SectionData}`; `HomeLayout chapters={ChapterNav[]}` (its slot is for the live listing);
 * other pages are a `BaseLayout title description` with a `<main id="main" class="prose">`.
 * Each has the slots `head` and `tools` (the right end of the bar, for the search).
 */
import type { PrintedListing } from "../listing/printed.ts";
import type { FenceOptions, Listing } from "../listing/types.ts";
import type { Output, Result } from "../kernel/protocol.ts";

/** A place one can go to. */
export interface Place {
  /** 3.2; absent for pages outside the numbering */
  number?: string;
  title: string;
  href: string;
  description?: string;
  minutes?: number;
}

/** A chapter with its sections, for the navigation and the map on the home page. */
export interface ChapterNav extends Place {
  sections: SectionPlace[];
}

export interface SectionPlace extends Place {
  slug: string;
  /** slugs of the sections it builds on: the edges of the map */
  requires: string[];
  /** how many listings and questions it holds */
  listings?: number;
  exercises?: number;
}

export interface Heading {
  depth: number;
  id: string;
  number?: string;
  text: string;
}

/** A place of the book as the search knows it by name; `search.json` lists them all. */
export interface SearchEntry {
  /** what it is called: the term in Chinese and English, the heading, the listing's title and the names it declares */
  names: string[];
  title: string;
  /** the section it stands in */
  where: string;
  /** below the site's root, without a slash in front: `linear-networks/linear-regression/#loss` */
  href: string;
}

/** A library name a section imports from `d2l`, and where the book defines it. */
export interface Use extends Place {
  name: string;
}

/** Everything `SectionLayout.astro` shows around a section. */
export interface SectionData {
  /** path below the root without slashes at the ends: `linear-networks/linear-regression` */
  path: string;
  number?: string;
  title: string;
  description: string;
  minutes?: number;
  requires: Place[];
  goals: string[];
  uses: Use[];
  headings: Heading[];
  previous?: Place;
  next?: Place;
  chapter: ChapterNav;
  /** what the page's script works from; absent when the section has no listing */
  program?: SectionProgram;
}

/** The JSON block of a section's page, `<script type="application/json" data-section>`: its program without the texts, which the page shows. */
export interface PrintedProgram extends Omit<SectionProgram, "listings" | "alone"> {
  listings: PrintedListing[];
  alone: PrintedListing[];
}

/** What a section's listings are, to the page. */
export interface SectionProgram {
  /** as `SectionData.path`: under this name the reader's edits are kept */
  path: string;
  backend: NonNullable<FenceOptions["backend"]>;
  seed: number;
  listings: Listing[];
  /** listings of exercises (attempts and answers): modules of their own, in no chain and not in 全部运行 */
  alone: Listing[];
  /** by listing: which variables its recorded run assigned */
  assigned: Record<string, Result["assigned"]>;
  /** by listing: what names it declares were found to be, where its text does not tell */
  kinds: Record<string, Result["kinds"]>;
}

/** The properties of `<Listing>`. */
export interface ListingProps extends FenceOptions {
  number: string;
  source: string;
  /** the record; absent when the listing shows nothing or was not recorded */
  outputs?: Output[];
}
