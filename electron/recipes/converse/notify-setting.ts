import type { Level } from '../../core/model/rule';

/** How XEP-0492 (chat notification settings) says it. */
const words: Readonly<Record<Level, string>> = { all: 'always', mentions: 'on-mention', none: 'never' };
const levels = ['none', 'mentions', 'all'] as const;
/** Of all clients: what is for a kind of client alone has attributes. */
const GENERAL = /<(always|on-mention|never)\s*(?:\/>|>(.*?)<\/\1>)/su;
const isNotify = (extension: string): boolean =>
  /^<notify\b[^>]*urn:xmpp:notification-settings:[01]/u.test(extension);

/** Gives what a bookmark's extensions (as XML) say of notifications; undefined where they say nothing. */
export function readLevel(extensions: readonly string[]): Level | undefined {
  const word = extensions.find(isNotify)?.match(GENERAL)?.[1];
  return levels.find((level) => words[level] === word);
}

/** Gives a bookmark's extensions with that level; whatever else they say is kept. */
export function withLevel(extensions: readonly string[], level: Level): readonly string[] {
  const wanted = `<${words[level]}/>`;
  const fresh = `<notify xmlns="urn:xmpp:notification-settings:1">${wanted}</notify>`;
  if (!extensions.some(isNotify)) return [...extensions, fresh];
  return extensions.map((extension) => {
    if (!isNotify(extension)) return extension;
    if (GENERAL.test(extension)) return extension.replace(GENERAL, wanted);
    return extension.endsWith('</notify>') ? extension.replace(/<\/notify>$/u, `${wanted}</notify>`) : fresh;
  });
}

/** Whether they say that the room is pinned (XEP-0469). */
export const isPinned = (extensions: readonly string[]): boolean =>
  extensions.some((extension) => /^<pinned\b[^>]*urn:xmpp:bookmarks-pinning:/u.test(extension));
