/** Reads what was answered, and stops as soon as it is more than that many bytes: then there is nothing. */
export async function readUpTo(
  response: Pick<Response, 'body'>,
  bytesMax: number,
): Promise<Uint8Array | undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return undefined;
  const parts: Uint8Array[] = [];
  let sizeBytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(parts);
    sizeBytes += value.length;
    if (sizeBytes > bytesMax) {
      await reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
}
