import { core } from "./core.ts";
import { openWebKit } from "./drivers/webkit.ts";

core("WebKit", openWebKit);
