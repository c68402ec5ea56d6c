/** Longest file name kept, in UTF-16 units, and in bytes as most file systems count them: they stop at 255. */
const NAME_MAX = 120;
const NAME_BYTES_MAX = 200;
/** Longest extension kept, in UTF-16 units. */
const EXTENSION_MAX = 20;

/** What no name may hold: control and format characters, lone halves of a pair, what has a meaning to a file system. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/|?*]/gu;
/** Joiners change how Arabic, Indic scripts and emoji are drawn; anywhere else, as after a mark that goes, they only hide something. */
const JOINER = /^[\u200C\u200D]$/;
const JOINED = /(?!\p{Cf})[\p{Script=Arabic}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u;
/** Letters that are drawn as nothing. */
const BLANK = /[\u115F\u1160\u2800\u3164\uFFA0]/g;
/** Windows takes these for devices, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[\d¹²³])(?: *\.| *$)/i;
/** Files that change how their folder looks or what it does. */
const FOLDER_FILE = /^(?:desktop\.ini|thumbs\.db|autorun\.inf|folder\.htt)$/i;
/** Looked at in a folder, these already fetch an icon from where they say, with the person's name; or run. */
const ACTS_WHEN_SEEN = /\.(?:lnk|scf|local|library-ms|searchconnector-ms|search-ms|\{[0-9a-f-]*\})$/i;

/**
 * Gives a file name that is safe on all three systems and looks like what it is: no folders, no control, format or
 * reserved characters, nothing drawn as nothing, no reserved names, no leading dots, at most 120 units, its extension
 * kept.
 */
export function toSafeFileName(name: string): string {
  const last =
    name
      .replaceAll('\\', '/')
      .split('/')
      .findLast((part) => part.trim() !== '') ?? '';
  const plain = last
    .replace(FORBIDDEN, (one, at: number, all: string) =>
      JOINER.test(one) && JOINED.test(all.slice(Math.max(0, at - 2), at)) ? one : '_',
    )
    .replace(BLANK, '_')
    // Many blanks would push the extension out of sight.
    .replace(/\p{Zs}+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const named = DEVICE.test(plain) || FOLDER_FILE.test(plain) ? `_${plain}` : plain;
  const safe = ACTS_WHEN_SEEN.test(named) ? `${named}.download` : named;
  return safe === '' ? 'download' : clip(safe);
}

/** Gives the extension of a file name with its dot; '' where there is none. */
export function toExtension(name: string): string {
  const at = name.lastIndexOf('.');
  return at > 0 ? name.slice(at) : '';
}

function clip(name: string): string {
  const whole = toExtension(name);
  const extension = whole.length > EXTENSION_MAX ? '' : whole;
  // One unit more than fits: where it is the first half of a pair, it goes whole.
  const stem = Array.from(name.slice(0, name.length - extension.length).slice(0, NAME_MAX + 1));
  const isTooLong = (): boolean => {
    const text = stem.join('') + extension;
    return text.length > NAME_MAX || toBytes(text) > NAME_BYTES_MAX;
  };
  while (isTooLong() && stem.length > 1) stem.pop();
  // What was cut off may have ended with what no name may end with.
  const clipped = stem.join('').replace(/[. ]+$/, '') + extension;
  // What is left may have an extension of its own.
  return clipped === name ? name : clip(clipped);
}

/** How many bytes a text has as UTF-8. */
function toBytes(text: string): number {
  return Array.from(text).reduce((sum, one) => {
    const code = one.codePointAt(0) ?? 0;
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4);
  }, 0);
}
