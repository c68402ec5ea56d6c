/** Gives what a text holds as JSON, with or without the mark that editors put before it; `undefined` where it is none. */
export function fromJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
