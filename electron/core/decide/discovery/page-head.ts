import { wordsIn } from './probes';

/** Most icons of a page that are looked at. */
const ICONS_MAX = 20;
/** The side of the service bar's icons at twice the density, in px: nothing larger is needed. */
const SIDE_WANTED = 96;

/** Gives the title of a page, fit to show. */
export function titleOf(html: string): string | undefined {
  const title = /<title\b[^>]{0,200}>([^<]{1,1000})/i.exec(html)?.[1];
  return title === undefined ? undefined : wordsIn(withSigns(title));
}

/** Gives the addresses of a page's icons, best first: of pixels, and as large as needed. */
export function iconsOf(html: string, pageUrl: string): readonly string[] {
  const tags = [...html.matchAll(/<link\b[^>]{1,2000}>/gi)].slice(0, ICONS_MAX * 3).map(([tag]) => tag);
  const icons = tags.flatMap((tag) => {
    const rel = attribute(tag, 'rel')?.toLowerCase().split(/\s+/) ?? [];
    const href = attribute(tag, 'href');
    const isIcon = rel.includes('icon') || rel.some((word) => word.startsWith('apple-touch-icon'));
    const isDrawn = /svg/i.test(attribute(tag, 'type') ?? '') || /\.svg(?:[?#]|$)/i.test(href ?? '');
    if (!isIcon || href === undefined || isDrawn) return [];
    const url = resolved(href, baseOf(html, pageUrl));
    return url === undefined ? [] : [{ url, side: sideOf(tag, rel) }];
  });
  return icons
    .slice(0, ICONS_MAX)
    .toSorted((a, b) => distance(a.side) - distance(b.side))
    .map(({ url }) => url);
}

/** Gives an address on a page as a web address; undefined for what cannot be fetched. */
export function resolved(href: string, base: string): string | undefined {
  if (href.length > 2048 || !URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  return /^https?:$/.test(url.protocol) && url.username === '' ? url.href : undefined;
}

function baseOf(html: string, pageUrl: string): string {
  const tag = /<base\b[^>]{1,2000}>/i.exec(html)?.[0];
  return resolved((tag === undefined ? undefined : attribute(tag, 'href')) ?? '', pageUrl) ?? pageUrl;
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : withSigns(value);
}

/** The larger of several sizes; Apple's are 180 px where nothing is said, others small. */
function sideOf(tag: string, rel: readonly string[]): number {
  const sizes = [...(attribute(tag, 'sizes') ?? '').matchAll(/(\d{1,4})x\d/g)].map(([, side]) =>
    Number(side),
  );
  return sizes.length > 0 ? Math.max(...sizes) : rel.includes('icon') ? 32 : 180;
}

/** What is too small is further off than what is too large by the same. */
const distance = (side: number): number =>
  side >= SIDE_WANTED ? side - SIDE_WANTED : (SIDE_WANTED - side) * 10;

const signs: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function withSigns(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return signs[name.toLowerCase()] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
