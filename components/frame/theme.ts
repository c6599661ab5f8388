import { switchTheme } from "../../src/reader/theme.ts";
import { siteRoot } from "../root.ts";
import { localStore } from "../store.ts";

const button = document.querySelector<HTMLButtonElement>("[data-theme-switch]");
if (button) switchTheme(button, localStore(), siteRoot(document));
