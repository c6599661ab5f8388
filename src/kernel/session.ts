/** One worker's life, seen from the page. */
import type { Explanation, Reply, Request } from "./protocol.ts";

/** What is needed of a worker. */
export interface WorkerLike {
  postMessage(message: unknown, transfer: Transferable[]): void;
  terminate(): void;
  onerror: ((event: ErrorEvent) => unknown) | null;
}

export type Started = { state: "ready" } | { state: "failed"; error: Explanation } | { state: "stopped" };

export interface Session {
  /** how the start ended: never rejects */
  started: Promise<Started>;
  /** whether it has ever been ready */
  readonly ready: boolean;
  send(request: Request): void;
  close(): void;
}

/** What the kernel is told; nothing after `close`. */
export interface Listener {
  reply(reply: Reply): void;
  /** the worker could not be started, or is dead: the session is closed */
  broken(error: Explanation): void;
}

/** Starts a worker and hands it a private port, over which everything else goes. */
export function openSession(createWorker: () => WorkerLike, start: Request, listener: Listener): Session {
  const { port1: port, port2 } = new MessageChannel();
  let worker: WorkerLike | undefined;
  let ready = false;
  let open = true;
  let settle: (started: Started) => void = () => {};
  const started = new Promise<Started>((resolve) => (settle = resolve));

  function close(): void {
    open = false;
    worker?.terminate();
    port.close();
    settle({ state: "stopped" });
  }

  function fail(error: Explanation): void {
    if (!open) return;
    settle({ state: "failed", error });
    close();
    listener.broken(error);
  }

  port.onmessage = ({ data }: MessageEvent<Reply[]>) => {
    for (const reply of data) {
      if (!open) return; // one of the replies before ended it
      if (reply.type === "unready") return fail(reply.error);
      if (reply.type === "ready") {
        ready = true;
        settle({ state: "ready" });
      }
      listener.reply(reply);
    }
  };

  try {
    worker = createWorker();
    worker.onerror = (event) => fail(failure(ready ? "kernel-died" : "kernel-not-loaded", event.message || event.type));
    worker.postMessage(null, [port2]);
    port.postMessage(start);
  } catch (error) {
    // told later, as if by the worker: the kernel has no session yet
    queueMicrotask(() => fail(failure("kernel-not-started", String(error))));
  }

  return {
    started,
    get ready() {
      return ready;
    },
    send: (request) => port.postMessage(request),
    close,
  };
}

/**
 * Starts a worker from a blob that imports the file: unlike one started from a URL it is bound by the page's
 * Content-Security-Policy, also where that stands in a <meta>.
 */
export function startModuleWorker(url: string): Worker {
  const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(url)};`], { type: "text/javascript" }));
  const worker = new Worker(blob, { type: "module" });
  setTimeout(() => URL.revokeObjectURL(blob), 60_000); // by then it has been read
  return worker;
}

/** Failures of the kernel itself, as the reader is told them. */
const FAILURES = {
  /** the worker's file, or one it imports, did not load */
  "kernel-not-loaded": {
    title: "运行代码的内核没能载入。",
    hint: "可能是网络断了，或者网站刚刚更新过，旧文件已经不在了。检查网络，再刷新页面；你的修改都保存着。",
  },
  /** the browser has no module workers, or forbids them */
  "kernel-not-started": {
    title: "浏览器不让这个页面启动内核，代码不能在这里运行。",
    hint: "直接打开的本地文件（file://）只能阅读，要运行请通过网站访问。浏览器至少要 Chrome 109、Firefox 115 或 Safari 16.4。",
  },
  /** the worker is gone without a word of its own */
  "kernel-died": {
    title: "内核意外停止了，多半是内存用完了。",
    hint: "检查循环里有没有越来越大的数组或没有释放的张量。再点“运行”会启动一个新的内核；前面的清单要重新运行。",
  },
};

function failure(kind: keyof typeof FAILURES, original: string): Explanation {
  return { kind, ...FAILURES[kind], original };
}

/** A listing replaced something that cannot be put back. */
export function ruined(what: string): Explanation {
  return {
    kind: "tainted",
    title: `这个清单改写了内建的 ${what}，内核只好重启。`,
    hint: "内建的东西由所有的代码共用，改写它，别的清单也会跟着出错。想换一种做法，另外写一个函数。",
    original: what,
  };
}
