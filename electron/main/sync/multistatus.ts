import type { FoundFile } from './place';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Gives the files that a WebDAV server lists (RFC 4918, 207), under whatever prefix it writes `DAV:`. Never throws. */
export function readMultistatus(xml: string): readonly FoundFile[] {
  return [...xml.matchAll(/<(?:[\w-]+:)?response[\s>]([\s\S]*?)<\/(?:[\w-]+:)?response>/g)].flatMap(
    ([, part = '']) => {
      const href = inner(part, 'href');
      if (href === undefined || /<(?:[\w-]+:)?collection[\s/>]/.test(part)) return [];
      const name = toName(href);
      if (name === undefined) return [];
      const size = inner(part, 'getcontentlength') ?? '';
      const stamp = [inner(part, 'getetag') ?? inner(part, 'getlastmodified') ?? '', size].join(' ');
      return [{ name, sizeBytes: /^\d{1,15}$/.test(size) ? Number(size) : 0, stamp }];
    },
  );
}

function inner(part: string, name: string): string | undefined {
  const found = new RegExp(`<(?:[\\w-]+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:[\\w-]+:)?${name}>`).exec(
    part,
  )?.[1];
  return found
    ?.replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replaceAll(/&(#x?[\da-f]+|\w+);/gi, toLetter)
    .trim();
}

function toLetter(whole: string, entity: string): string {
  if (!entity.startsWith('#')) return entities[entity] ?? whole;
  const code = /^#x/i.test(entity)
    ? Number.parseInt(entity.slice(2), 16)
    : Number.parseInt(entity.slice(1), 10);
  return Number.isInteger(code) && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
}

/** The last part of the path; undefined where it is none. */
function toName(href: string): string | undefined {
  try {
    const name = decodeURIComponent(/([^/]+)$/.exec(href)?.[1] ?? '');
    return name === '' ? undefined : name;
  } catch {
    return undefined;
  }
}
