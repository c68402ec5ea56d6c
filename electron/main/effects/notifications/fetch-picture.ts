/** Largest file fetched for a notification. */
export const PICTURE_BYTES_MAX = 1_000_000;
/** Longest time a server may take for it. */
export const PICTURE_TIMEOUT_MS = 1_500;

export interface FetchPicturePort {
  readonly fetch: (url: string, options: { readonly signal: AbortSignal }) => Promise<Response>;
  readonly timeoutMs?: number;
}

/** Fetches a picture of at most {@link PICTURE_BYTES_MAX} in time; `undefined` otherwise. */
export async function fetchPicture(url: string, port: FetchPicturePort): Promise<Buffer | undefined> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), port.timeoutMs ?? PICTURE_TIMEOUT_MS);
  try {
    const response = await port.fetch(url, { signal: abort.signal });
    return response.ok && response.body !== null ? await readLimited(response.body) : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}

async function readLimited(body: ReadableStream<Uint8Array>): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  const size = { bytes: 0 };
  for await (const part of body) {
    size.bytes += part.byteLength;
    if (size.bytes > PICTURE_BYTES_MAX) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
