import { describe, expect, it } from 'vitest';
import { isPinned, readLevel, withLevel } from './notify-setting';

const notify = (inner: string, version = 1) =>
  `<notify xmlns="urn:xmpp:notification-settings:${version}">${inner}</notify>`;
const forPhones = '<never identity-category="client" identity-type="phone"/>';

describe('notification settings of a bookmark', () => {
  it.each([
    [[], undefined],
    [['<other xmlns="x"><never/></other>'], undefined],
    [[notify('<never/>')], 'none'],
    [['<other xmlns="x"/>', notify('<on-mention />')], 'mentions'],
    [[notify('<always></always>', 0)], 'all'],
    [[notify(forPhones)], undefined],
    [[notify(`${forPhones}<always/>`)], 'all'],
    [[notify('<never><advanced>x</advanced></never>')], 'none'],
    [['<notify xmlns="urn:xmpp:notification-settings:1"/>'], undefined],
  ])('C3 reads what is for all clients: %j', (extensions, level) => {
    expect(readLevel(extensions)).toBe(level);
  });

  it.each([
    [[], [notify('<never/>')]],
    [['<a/>'], ['<a/>', notify('<never/>')]],
    [
      [notify('<always/>'), '<a/>'],
      [notify('<never/>'), '<a/>'],
    ],
    [[notify(`${forPhones}<always></always>`)], [notify(`${forPhones}<never/>`)]],
    [[notify(forPhones)], [notify(`${forPhones}<never/>`)]],
    [['<notify xmlns="urn:xmpp:notification-settings:1"/>'], [notify('<never/>')]],
  ])('C3 writes a level and keeps the rest: %j', (extensions, expected) => {
    const written = withLevel(extensions, 'none');
    expect(written).toEqual(expected);
    expect(readLevel(written)).toBe('none');
    for (const level of ['all', 'mentions', 'none'] as const)
      expect(readLevel(withLevel(extensions, level))).toBe(level);
  });

  it('C1 knows what is pinned', () => {
    expect(isPinned(['<pinned xmlns="urn:xmpp:bookmarks-pinning:0"/>'])).toBe(true);
    expect(isPinned(['<pinned xmlns="x"/>'])).toBe(false);
  });
});
