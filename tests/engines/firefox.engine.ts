import { core } from "./core.ts";
import { openFirefox } from "./drivers/firefox.ts";

core("Firefox", openFirefox);
