import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { bookRoot } from "./build/book/book.ts";
import { front } from "./build/book/front.ts";

const sections = defineCollection({ loader: glob({ pattern: "*/*.mdx", base: bookRoot() }), schema: front });

export const collections = { sections };
