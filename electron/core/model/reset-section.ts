/** Parts of the settings that can be reset by themselves, in the order of the settings. */
export const resetSections = [
  'general',
  'appearance',
  'announce',
  'notifications',
  'focus',
  'workspaces',
  'inbox',
  'lock',
  'keys',
  'memory',
  'page',
  'window',
  'downloads',
  'links',
] as const;
export type ResetSection = (typeof resetSections)[number];
