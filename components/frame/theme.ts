import { switchTheme } from "../../src/reader/theme.ts";
import { siteRoot } from "../root.ts";
import { localStore } from "../store.ts";

// a host whose own policy refuses the script in the head: what needs script appears late, but it does
document.documentElement.classList.add("js");

const button = document.querySelector<HTMLButtonElement>("[data-theme-switch]");
if (button) switchTheme(button, localStore(), siteRoot(document));
