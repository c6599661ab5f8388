import { openChromium } from "./drivers/chromium.ts";
import { core } from "./core.ts";

core("Chromium", () => openChromium());
