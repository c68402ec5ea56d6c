/** Gives a name no other service has: the wanted one, else with the next number after it. */
export function toFreeName(wanted: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  if (!lower.has(wanted.toLowerCase())) return wanted;
  const numbers = Array.from({ length: taken.length + 1 }, (_, index) => index + 2);
  const free = numbers.find((number) => !lower.has(`${wanted} ${number}`.toLowerCase()));
  return `${wanted} ${free ?? taken.length + 2}`;
}
