/** What a machine remembers, in the app's data folder. */
export const SYNC_FILE = 'sync.json';

/** A machine's own files in the place: numbered from 1, and its copy of the key. */
export type NamedFile =
  | { readonly kind: 'update'; readonly machineId: string; readonly number: number }
  | { readonly kind: 'key'; readonly machineId: string };

export const updateName = (machineId: string, number: number): string =>
  `foyer-${machineId}-${String(number).padStart(8, '0')}.sync`;

export const keyName = (machineId: string): string => `foyer-${machineId}.key`;

/** What a file is, told by its name; `copy`: named like ours, but not as we name any; undefined: none of ours. */
export function readName(name: string): NamedFile | { readonly kind: 'copy' } | undefined {
  const [, id = '', number] = /^foyer-([0-9a-f]{16})(?:-(\d{8,15})\.sync|\.key)$/.exec(name) ?? [];
  if (number !== undefined) return { kind: 'update', machineId: id, number: Number(number) };
  if (id !== '') return { kind: 'key', machineId: id };
  return /^foyer-.*\.(?:sync|key)\b/i.test(name) ? { kind: 'copy' } : undefined;
}
