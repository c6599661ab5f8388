import type { Kernel } from "../../src/kernel/kernel.ts";
import type { Output } from "../../src/kernel/protocol.ts";
import { SIZES, writeTier } from "../../src/reader/tier.ts";
import type { CourseListing } from "../listing.ts";
import { localStore } from "../store.ts";

/** A download that will take longer than so many seconds more is worth an offer. */
const LONG = 5;

/** Whether an output shows a download that will take long. */
export function isLongDownload(output: Output): boolean {
  if (output.type !== "progress" || output.unit !== "bytes" || output.ended) return false;
  const { done, total, rate } = output;
  return total !== undefined && rate !== undefined && (total - done) / rate > LONG;
}

/** While all the data are being fetched over a slow line: the subset, with the hyper-parameters that suit it. */
export function offerSubset(listing: CourseListing, kernel: Kernel, root: string, stop: () => void): void {
  const { full, quick } = SIZES;
  listing.notice(
    `全部数据 ${full.megabytes} MB，只需下载一次。网慢时可以先用“快速”：${quick.megabytes} MB，${quick.words}；数据少，批量取 32、学习率取 0.05 更合适。`,
    {
      word: "改用快速",
      act: () => {
        stop();
        kernel.tier = "quick";
        writeTier(localStore(), root, "quick");
        listing.notice("已改用“快速”，请再按一次运行。要换回全部数据，在工作台的“数据”里选。");
      },
    },
  );
}
