/**
 * The oldest versions whose channels Foyer can tell; older ones can be added as websites.
 * Rocket.Chat 2.0: the vendor's own desktop app asks for it. Mattermost 6.1: the first that lists the channels of all
 * teams at once. Zulip 5.0: the first that says of what conversation a message is.
 */
export const leastVersions: Readonly<Record<string, string>> = {
  rocketchat: '2.0',
  mattermost: '6.1',
  zulip: '5.0',
};

/** Tells whether a version is that one or newer; what follows the numbers does not count, nor does what has none. */
export function isAtLeast(version: string, least: string): boolean {
  const [have, want] = [numbersOf(version), numbersOf(least)];
  if (have === undefined || want === undefined) return true;
  const at = want.findIndex((number, index) => number !== (have[index] ?? 0));
  return at < 0 || (have[at] ?? 0) > (want[at] ?? 0);
}

function numbersOf(version: string): readonly number[] | undefined {
  return /^v?(\d{1,6}(?:\.\d{1,6}){0,3})/.exec(version)?.[1]?.split('.').map(Number);
}
