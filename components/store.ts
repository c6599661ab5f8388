/** The browser's stores; merely naming one throws where the reader forbids them. */

export function localStore(): Storage {
  return open(() => window.localStorage);
}

/** Kept as long as the tab. */
export function tabStore(): Storage {
  return open(() => window.sessionStorage);
}

function open(get: () => Storage): Storage {
  try {
    return get();
  } catch {
    return forbidden;
  }
}

/** Stands in: it is empty, and refuses to keep anything. */
const forbidden: Storage = {
  length: 0,
  clear: () => {},
  key: () => null,
  getItem: () => null,
  removeItem: () => {},
  setItem: () => {
    throw new DOMException("storage is forbidden", "SecurityError");
  },
};
