import type { FoundFile } from './place';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NAME_MAX = 255;

/** Gives the files that a WebDAV server lists (RFC 4918, 207), under whatever prefix it writes `DAV:`. Never throws. */
export function readMultistatus(xml: string): readonly FoundFile[] {
  // Each is looked at once, however many are opened and never closed.
  const parts = xml.split(/<\/(?:[\w-]+:)?response\s*>/).slice(0, -1);
  return parts.flatMap((before) => {
    const part = before.slice(endOfLast(before, /<(?:[\w-]+:)?response[\s>]/g));
    const href = inner(part, 'href');
    if (href === undefined || /<(?:[\w-]+:)?collection[\s/>]/.test(part)) return [];
    const name = toName(href);
    if (name === undefined) return [];
    const size = inner(part, 'getcontentlength') ?? '';
    const stamp = [inner(part, 'getetag') ?? inner(part, 'getlastmodified') ?? '', size].join(' ');
    return [{ name, sizeBytes: /^\d{1,15}$/.test(size) ? Number(size) : 0, stamp }];
  });
}

/** What stands in the first of that name that is closed; every letter is looked at a few times at most. */
function inner(part: string, name: string): string | undefined {
  const close = new RegExp(`</(?:[\\w-]+:)?${name}\\s*>`).exec(part);
  if (close === null) return undefined;
  const before = part.slice(0, close.index);
  const from = endOfLast(before, new RegExp(`<(?:[\\w-]+:)?${name}(?=[\\s>])`, 'g'));
  const start = before.indexOf('>', from);
  if (from === 0 || start === -1) return undefined;
  return before
    .slice(start + 1)
    .replaceAll(/<!\[CDATA\[|\]\]>/g, '')
    .replaceAll(/&(#x?[\da-f]+|\w+);/gi, toLetter)
    .trim();
}

/** Where the last that opens ends; 0 where none does. */
function endOfLast(text: string, opening: RegExp): number {
  const last = { end: 0 };
  for (const found of text.matchAll(opening)) last.end = found.index + found[0].length;
  return last.end;
}

function toLetter(whole: string, entity: string): string {
  if (!entity.startsWith('#')) return entities[entity] ?? whole;
  const code = /^#x/i.test(entity)
    ? Number.parseInt(entity.slice(2), 16)
    : Number.parseInt(entity.slice(1), 10);
  return Number.isInteger(code) && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
}

/** The last part of the path; undefined where it is none, or longer than any name of a file. */
function toName(href: string): string | undefined {
  try {
    const name = decodeURIComponent(href.slice(href.lastIndexOf('/') + 1));
    return name === '' || name.length > NAME_MAX ? undefined : name;
  } catch {
    return undefined;
  }
}
