/** Texts in an address: deflated and written in base64url (RFC 4648, 5), which needs no escaping there. */

/** characters of a link that was written in good faith; a small packet may be made to inflate without end */
const LIMIT = 500_000;

/** Texts by name → a short word for an address. */
export async function pack(texts: Record<string, string>): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(texts));
  const packed = new Uint8Array(await new Response(through(bytes, new CompressionStream("deflate-raw"))).arrayBuffer());
  let binary = "";
  for (const byte of packed) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The inverse of {@link pack}; undefined when the word is damaged, not ours or too large. */
export async function unpack(word: string): Promise<Record<string, string> | undefined> {
  try {
    const binary = atob(word.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const texts: unknown = JSON.parse(await inflate(bytes));
    const isSound =
      typeof texts === "object" &&
      texts !== null &&
      !Array.isArray(texts) &&
      Object.values(texts).every((text) => typeof text === "string");
    return isSound ? (texts as Record<string, string>) : undefined;
  } catch {
    return undefined;
  }
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = through(bytes, new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length > LIMIT) {
      await reader.cancel();
      throw new RangeError(`expected at most ${LIMIT} characters`);
    }
  }
  return text + decoder.decode();
}

function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): ReadableStream<Uint8Array> {
  return new Response(bytes).body!.pipeThrough(stream as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>);
}
