/** Why data did not arrive. */
export type DataErrorCode =
  /** the server has no such file */
  | "missing"
  /** fewer bytes than the manifest tells */
  | "truncated"
  /** the bytes are not the published ones */
  | "corrupted"
  /** no connection */
  | "offline"
  /** the server answered with an error, or the connection broke */
  | "unreachable"
  /** too long without a byte */
  | "slow"
  /** the browser lacks `DecompressionStream` */
  | "unsupported";

/** A failure to get data, told to the reader: `message` is what happened, `hint` what to do about it. */
export class DataError extends Error {
  readonly code: DataErrorCode;
  readonly hint: string;
  constructor(code: DataErrorCode, message: string, hint: string) {
    super(message);
    this.name = "DataError";
    this.code = code;
    this.hint = hint;
  }
}

const KNOWN: Record<DataErrorCode, (file: string) => [message: string, hint: string]> = {
  missing: (file) => [`服务器上没有数据文件 ${file}。`, "网站可能刚刚更新过：刷新页面再运行。若仍如此，是网站缺了文件。"],
  truncated: (file) => [`数据文件 ${file} 没有传完。`, "连接中途断开了，或中间的代理截断了文件。再运行一次；已经下载好的部分不会重来。"],
  corrupted: (file) => [
    `数据文件 ${file} 的内容与发布的不一致。`,
    "校验没有通过，所以没有使用它。刷新页面再运行；若仍如此，是网络中间有人改动了文件，换个网络试试。",
  ],
  offline: (file) => [`现在没有网络，数据文件 ${file} 也还没有下载过。`, "连上网后再运行一次。数据只需下载一次，之后离线也能用。"],
  unreachable: (file) => [`下载数据文件 ${file} 时连接失败。`, "服务器暂时没有正常回答。稍等片刻再运行；已经下载好的部分不会重来。"],
  slow: (file) => [
    `下载数据文件 ${file} 时太久没有收到数据。`,
    "网络太慢或已中断。再运行一次会接着下载；也可以在工作台里改用“快速”数据（5.3 MB）。",
  ],
  unsupported: () => [
    "这个浏览器不能解压数据（缺少 DecompressionStream）。",
    "请更新浏览器：Chrome 109、Firefox 115、Safari 16.4 或更新的版本。",
  ],
};

export const dataError = (code: DataErrorCode, file: string): DataError => new DataError(code, ...KNOWN[code](file));
