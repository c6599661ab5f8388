import { execFileSync } from "node:child_process";
import { readFileSync, realpathSync } from "node:fs";

/** What a built site says of itself. */
export interface Release {
  version: string;
  /** short hash of the commit, and its day; absent when the folder is not the root of a repository, such as one unpacked from an archive */
  commit?: string;
  day?: string;
  /** where the site will be published, ending in a slash: from `SITE_URL`; absent when nobody said */
  url?: string;
}

let known: Release | undefined;

export function release(): Release {
  return (known ??= { version: version(), ...commit(), ...address() });
}

function version(): string {
  return (JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version;
}

function commit(): Pick<Release, "commit" | "day"> {
  try {
    const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    if (realpathSync(git("rev-parse", "--show-toplevel")) !== realpathSync(".")) return {};
    const [commit, day] = git("log", "-1", "--format=%h %cs").split(" ");
    return commit && day ? { commit, day } : {};
  } catch {
    return {}; // no git, or no repository
  }
}

/** Throws when `SITE_URL` is no address of a site. */
function address(): Pick<Release, "url"> {
  const given = process.env.SITE_URL;
  if (!given) return {};
  if (!/^https?:\/\/[^/]/.test(given))
    throw new Error(`expected: SITE_URL, the site's address, such as https://example.org/course/; found: "${given}"; correct or unset it`);
  return { url: given.endsWith("/") ? given : `${given}/` };
}
