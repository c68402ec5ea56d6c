import type { StartAtLogin } from '../model/settings';

/** What the system is told about starting Foyer with the person's session. */
export type LoginStart =
  /** macOS and Windows keep a list that apps put themselves on. */
  | { readonly kind: 'item'; readonly openAtLogin: boolean; readonly args: readonly string[] }
  /** Linux starts what has a file in a folder; undefined: there is to be none. */
  | { readonly kind: 'file'; readonly text: string | undefined };

/** Gives what a system has to be told. `program` is what starts Foyer: where it is an AppImage, that. */
export function decideLoginStart(
  platform: 'darwin' | 'linux' | 'win32',
  wanted: StartAtLogin,
  program: string,
): LoginStart {
  const args = wanted === 'hidden' ? ['--hidden'] : [];
  if (platform !== 'linux') return { kind: 'item', openAtLogin: wanted !== 'no', args };
  if (wanted === 'no') return { kind: 'file', text: undefined };
  const command = [quoted(program), ...args].join(' ');
  return {
    kind: 'file',
    text: `[Desktop Entry]\nType=Application\nName=Foyer\nExec=${command}\nIcon=foyer\nTerminal=false\nX-GNOME-Autostart-enabled=true\n`,
  };
}

/** As the Desktop Entry Specification quotes: what a shell would read is escaped, then once more for the file, and `%` doubled. */
const quoted = (program: string): string =>
  `"${program
    .replaceAll(/["`$\\]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')}"`;
