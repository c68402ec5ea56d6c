/** Gives a page's title without the count it begins with, and without the service's own names; empty when nothing is left. */
export function toChannelTitle(title: string, ownNames: readonly string[]): string {
  const plain = title.replace(/^\s*[([]\s*(?:\d+\+?|[•●*∙·])\s*[)\]]\s*/u, '').trim();
  const own = new Set(ownNames.map((name) => name.trim().toLowerCase()));
  const parts = plain.split(/\s+[|–—·-]\s+/u).filter((part) => !own.has(part.trim().toLowerCase()));
  return parts.join(' · ').trim();
}
