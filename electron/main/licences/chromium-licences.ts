/** A part of Chromium. */
export interface ChromiumPart {
  readonly name: string;
  readonly text: string;
}

const PART = '<div class="product">';
const NAME = /<span class="title">([^<]{1,300})<\/span>/;
const TEXT = /<pre>([\s\S]*?)<\/pre>/;

/** Reads the page of licences that comes with Chromium; what is not as it makes them is left out. */
export const readChromiumLicences = (html: string): readonly ChromiumPart[] =>
  html.split(PART).flatMap((part) => {
    const name = NAME.exec(part)?.[1];
    const text = TEXT.exec(part)?.[1];
    return name === undefined || text === undefined
      ? []
      : [{ name: withSigns(name).trim(), text: withSigns(text).trim() }];
  });

const signs: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&#39;', "'"],
  ['&apos;', "'"],
  ['&amp;', '&'],
]);

const withSigns = (text: string): string =>
  text.replace(/&(?:#?\w{2,5});/g, (sign) => signs.get(sign) ?? sign);
