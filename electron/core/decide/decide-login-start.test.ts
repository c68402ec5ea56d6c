import { expect, it } from 'vitest';
import { decideLoginStart } from './decide-login-start';

it.each(['darwin', 'win32'] as const)(
  'D95 on %s Foyer puts itself on the list, hidden or not',
  (platform) => {
    const item = { kind: 'item', openAtLogin: true } as const;
    expect(decideLoginStart(platform, 'shown', 'foyer')).toEqual({ ...item, args: [] });
    expect(decideLoginStart(platform, 'hidden', 'foyer')).toEqual({ ...item, args: ['--hidden'] });
    expect(decideLoginStart(platform, 'no', 'foyer')).toEqual({ ...item, openAtLogin: false, args: [] });
  },
);

it('D95 on Linux a file in the autostart folder says how, and goes again', () => {
  const textOf = (wanted: 'shown' | 'hidden', program: string) => {
    const start = decideLoginStart('linux', wanted, program);
    return start.kind === 'file' ? start.text : undefined;
  };
  expect(textOf('shown', '/opt/Foyer/foyer')).toContain('\nExec="/opt/Foyer/foyer"\n');
  expect(textOf('hidden', '/home/a b/Foyer.AppImage')).toContain(
    '\nExec="/home/a b/Foyer.AppImage" --hidden\n',
  );
  expect(textOf('shown', '/x/50%$"`\\y')).toContain(
    String.raw`Exec="/x/50%%\\$\\"\\` + '`' + String.raw`\\\\y"`,
  );
  expect(decideLoginStart('linux', 'no', 'foyer')).toEqual({ kind: 'file', text: undefined });
});
