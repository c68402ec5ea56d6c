import { ADDRESS_MAX } from './decide-navigation';

/** What can be done with an address. */
export type LinkAct =
  | { readonly kind: 'open-outside'; readonly address: string }
  | { readonly kind: 'copy-text'; readonly text: string };

/** Schemes whose addresses open in the person's programs, as links of pages do. */
const OPENED: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
/** Schemes of what is no address to take elsewhere: it works here alone, or is a program. */
const NOT_COPIED: ReadonlySet<string> = new Set([
  ...['javascript:', 'vbscript:', 'data:', 'blob:', 'file:', 'filesystem:', 'about:', 'app:'],
  ...['chrome:', 'devtools:', 'chrome-extension:', 'view-source:'],
]);
/** Longest picture that is an address in itself and may be saved, in UTF-16 units. */
const DATA_MAX = 30_000_000;

/** Gives what the menu offers for a link: to open it outside, and its address; nothing for what is not to leave the page. */
export function addressParts(link: string): readonly { readonly key: string; readonly act: LinkAct }[] {
  const url = parse(link);
  if (url === undefined || NOT_COPIED.has(url.protocol)) return [];
  const isMail = url.protocol === 'mailto:';
  const opens = OPENED.has(url.protocol);
  return [
    ...(opens
      ? [
          {
            key: isMail ? 'writeMail' : 'openLink',
            act: { kind: 'open-outside', address: url.href },
          } as const,
        ]
      : []),
    isMail
      ? { key: 'copyMail', act: { kind: 'copy-text', text: toMailAddress(url) } }
      : { key: 'copyLink', act: { kind: 'copy-text', text: url.href } },
  ];
}

/** Gives what can be done with the source of a picture. */
export function imageParts(source: string): {
  readonly canSave: boolean;
  readonly copyAddress: LinkAct | undefined;
} {
  if (/^data:image\//i.test(source)) return { canSave: source.length <= DATA_MAX, copyAddress: undefined };
  const url = parse(source);
  const isWeb = url !== undefined && /^https?:$/.test(url.protocol);
  return {
    canSave: isWeb || url?.protocol === 'blob:',
    copyAddress: isWeb ? { kind: 'copy-text', text: url.href } : undefined,
  };
}

const parse = (address: string): URL | undefined =>
  address.length <= ADDRESS_MAX && URL.canParse(address) ? new URL(address) : undefined;

/** What is written wrongly stays as it is. */
function toMailAddress({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
