/** A part of a message that stands by itself: a paragraph, a quote, a list. */
interface Block {
  readonly isQuote: boolean;
  text: string;
  /** What is said by whom before a quote: one mention and one link to a message, and a colon. */
  people: string[];
  links: string[];
}

/** How what is within an element is taken: as text, not at all, or only the formula's source. */
type Mode = 'text' | 'skip' | 'formula';

/** The server escapes what could end a tag within its attributes. */
const TOKEN = /<![^<>]*>|<(\/?)([a-z][a-z0-9]*)(?![a-z0-9])([^<>]*)>|[^<]+|</giu;
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'source', 'wbr']);
/** As much of a message as can matter for a notification. */
const HTML_MAX = 20_000;

/** Gives what a message reads like, as Zulip's page puts it into a notification: no quotes, no spoilers, formulas as written. */
export function messageText(html: string): string {
  const clipped = html.slice(0, HTML_MAX);
  const text = collapsed(blocksOf(clipped));
  const hasFile = /<img |user_uploads/u.test(clipped);
  return text.trim() === '' && hasFile ? '(attached file)' : text;
}

/** Quotes beside words of the sender's own are left out. */
function collapsed(blocks: readonly Block[]): string {
  const isFolded = (one: Block | undefined): boolean =>
    one !== undefined && (one.isQuote || isAttribution(one));
  const own = blocks.filter(({ text }) => text.trim() !== '');
  if (own.every(isFolded) || !own.some(isFolded)) return blocks.map(({ text }) => text).join('');
  const parts: string[] = [];
  let wasFolded = false;
  for (const block of blocks) {
    const isGap = block.text.trim() === '';
    if (isGap || !isFolded(block)) parts.push(block.text);
    else if (!wasFolded) parts.push('[…]');
    if (!isGap) wasFolded = isFolded(block);
  }
  return parts.join('');
}

function isAttribution({ text, people: [person, ...more], links: [link, ...others] }: Block): boolean {
  if (person === undefined || link === undefined || more.length > 0 || others.length > 0) return false;
  return text.replace(person, '').replace(link, '').trim() === ':';
}

function blocksOf(html: string): readonly Block[] {
  const blocks: Block[] = [];
  const open: {
    readonly tag: string;
    readonly mode: Mode;
    readonly end: (said: string) => void;
    from: number;
  }[] = [];
  const begin = (tag: string): void =>
    void blocks.push({ isQuote: tag === 'blockquote', text: '', people: [], links: [] });
  const last = (): Block => {
    if (blocks.length === 0) begin('');
    return blocks.at(-1) as Block;
  };
  const write = (text: string): void => {
    last().text += text;
  };
  for (const [token, slash, name, attributes = ''] of html.matchAll(TOKEN)) {
    const mode = open.at(-1)?.mode ?? 'text';
    if (name === undefined) {
      if (token.startsWith('<!')) continue;
      // What stands between blocks is none of them.
      if (open.length === 0) begin('');
      if (mode === 'text') write(decoded(token));
      continue;
    }
    const tag = name.toLowerCase();
    if (slash === '/') {
      const at = open.findLastIndex((one) => one.tag === tag);
      for (const { end, from } of at < 0 ? [] : open.splice(at).toReversed()) end(last().text.slice(from));
      continue;
    }
    if (open.length === 0) begin(tag);
    const element = toElement(tag, attributes, mode);
    if (mode === 'text') write(element.before);
    if (VOID.has(tag)) continue;
    const block = last();
    open.push({
      tag,
      mode: element.mode,
      from: block.text.length,
      end: (said) => {
        if (mode === 'text') write(element.after);
        if (element.kind === 'person') block.people.push(said);
        if (element.kind === 'link') block.links.push(said);
      },
    });
  }
  return blocks;
}

interface Element {
  readonly before: string;
  readonly after: string;
  readonly mode: Mode;
  readonly kind: 'person' | 'link' | 'other';
}

function toElement(tag: string, attributes: string, mode: Mode): Element {
  const plain: Element = { before: '', after: '', mode, kind: 'other' };
  if (mode === 'formula' && tag === 'annotation') return { ...plain, mode: 'text' };
  if (mode !== 'text') return plain;
  const classes = attribute(attributes, 'class').split(/\s+/u);
  if (classes.includes('emoji')) return { ...plain, before: emojiOf(attributes, classes), mode: 'skip' };
  if (classes.includes('katex')) return { ...plain, before: '$$', after: '$$', mode: 'formula' };
  if (classes.includes('spoiler-content')) return { ...plain, mode: 'skip' };
  if (classes.includes('spoiler-header')) return { ...plain, after: ' (…)' };
  if (classes.includes('user-mention')) return { ...plain, kind: 'person' };
  const isLink = tag === 'a' && /#narrow\/.*\/near\/\d+/u.test(attribute(attributes, 'href'));
  return isLink ? { ...plain, kind: 'link' } : plain;
}

/** Emoji of Unicode by their code, those of an organisation by their name. */
function emojiOf(attributes: string, classes: readonly string[]): string {
  const [, codes = ''] = /^emoji-([\da-f]{2,6}(?:-[\da-f]{2,6})*)$/u.exec(classes.at(-1) ?? '') ?? [];
  const points = codes === '' ? [] : codes.split('-').map((code) => Number.parseInt(code, 16));
  if (points.length > 0 && points.every((point) => point <= 0x10_ff_ff))
    return String.fromCodePoint(...points);
  return attribute(attributes, 'alt') || attribute(attributes, 'title');
}

function attribute(attributes: string, name: string): string {
  const [, value = ''] = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'u').exec(attributes) ?? [];
  return decoded(value);
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u{a0}',
};

const decoded = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/giu, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED[name.toLowerCase()] ?? whole;
    const point = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return point <= 0x10_ff_ff ? String.fromCodePoint(point) : whole;
  });
