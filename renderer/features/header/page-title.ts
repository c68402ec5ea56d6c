/** Gives a page's title without the count it begins with, and without the service's name; empty when nothing is left. */
export function toChannelTitle(title: string, serviceName: string): string {
  const plain = title.replace(/^\s*[([]\s*(?:\d+\+?|[•●*∙·])\s*[)\]]\s*/u, '').trim();
  const name = serviceName.trim().toLowerCase();
  const parts = plain.split(/\s+[|–—·-]\s+/u).filter((part) => part.trim().toLowerCase() !== name);
  return parts.join(' · ').trim();
}
