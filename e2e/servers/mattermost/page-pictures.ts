import { Resvg } from '@resvg/resvg-js';

const COLOURS: Readonly<Record<string, string>> = { default: 'none', unread: '#ffffff', mentions: '#d24b4e' };

/** The favicon or notification icon of that path; undefined when it is none of them. */
export function pictureOf(pathname: string): Buffer | undefined {
  if (pathname === '/static/images/icon50x50.png') return draw(50, 'none');
  const [, state = '', size] =
    /^\/static\/images\/favicon\/favicon-(\w+)-(\d+)x\2\.png$/.exec(pathname) ?? [];
  const colour = COLOURS[state];
  return colour === undefined ? undefined : draw(Number(size), colour);
}

/** A ring on blue, with a dot for what is unread. */
function draw(sizePx: number, dot: string): Buffer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
    <rect width="32" height="32" rx="6" fill="#1e325c"/>
    <circle cx="16" cy="16" r="8" fill="none" stroke="#ffffff" stroke-width="3"/>
    <circle cx="25" cy="7" r="6" fill="${dot}"/>
  </svg>`;
  return Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: sizePx } }).render().asPng());
}
