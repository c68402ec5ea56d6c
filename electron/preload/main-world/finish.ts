/** Takes the kit away again: the page finds no trace of it. Self-contained. */
export function finish(key: string): void {
  delete (globalThis as unknown as Record<string, unknown>)[key];
}
