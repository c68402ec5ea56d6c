import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isChannelsText, messageLimits, parseServiceMessage } from './service-messages';

function parsed(value: unknown): unknown {
  const result = parseServiceMessage(value);
  return result.ok ? result.message : result.reason;
}
const channels = (...list: unknown[]): unknown => {
  const message = parsed({ kind: 'channels', channels: list });
  return (message as { channels: unknown }).channels;
};
const plain = {
  id: 'r',
  name: 'r',
  kind: 'unknown',
  unread: 0,
  mentions: 0,
  muted: false,
  favourite: false,
  lastActivityMs: undefined,
  tag: undefined,
  notifiesMentionsOnly: false,
};

describe('what an adapter says', () => {
  it('C1 takes a channel as it is told, and makes what is missing plain', () => {
    const told = {
      id: 'n/#dev',
      name: '#Dev',
      kind: 'private',
      unread: 3,
      mentions: 1,
      muted: true,
      favourite: true,
      lastActivityMs: 5,
      tag: 'chan-2',
      notifiesMentionsOnly: true,
    };
    expect(channels(told, { id: 'r' })).toEqual([told, plain]);
    expect(
      parsed({
        kind: 'channels',
        channels: [],
        canOpen: 1,
        canMarkRead: true,
        mutes: ['all', 'x'],
        ownNames: [' a ', 7],
      }),
    ).toEqual({
      kind: 'channels',
      channels: [],
      canOpen: false,
      canMarkRead: true,
      mutes: ['all'],
      ownNames: ['a'],
    });
  });

  it.each<[string, unknown, object | undefined]>([
    ['no id', { name: 'x' }, undefined],
    ['an id that is no text', { id: 5 }, undefined],
    ['an id too long to tell apart', { id: 'x'.repeat(301) }, undefined],
    ['no object', 'r', undefined],
    ['a long name', { id: 'r', name: 'é'.repeat(500) }, { name: 'é'.repeat(120) }],
    ['half a character', { id: 'r', name: 'a\uD800' }, { name: 'a\uFFFD' }],
    ['odd counts', { id: 'r', unread: 1e9, mentions: -3 }, { unread: 9999, mentions: 0 }],
    ['counts that are none', { id: 'r', unread: '7', mentions: NaN }, { unread: 0, mentions: 0 }],
    ['an unknown kind', { id: 'r', kind: 'secret' }, { kind: 'unknown' }],
    ['a moment out of time', { id: 'r', lastActivityMs: 1e300 }, { lastActivityMs: undefined }],
    ['what looks true', { id: 'r', muted: 1 }, { muted: false }],
    ['inherited members', { id: 'r', __proto__: { muted: true } }, { muted: false }],
  ])('C11 %s', (_, raw, expected) => {
    expect(channels(raw)).toEqual(expected === undefined ? [] : [{ ...plain, ...expected }]);
  });

  it('C11 takes 2,000 channels at most, of two with one id the first, and 1 MB of text', () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({ id: `r${index}` }));
    expect(channels(...many)).toHaveLength(2000);
    expect(channels({ id: 'r', unread: 1 }, { id: 'r', unread: 2 })).toEqual([{ ...plain, unread: 1 }]);
    const text = JSON.stringify({ kind: 'channels', channels: many, pad: 'x'.repeat(messageLimits.wire) });
    expect(isChannelsText(text)).toBe(true);
    expect(parsed(text)).toHaveProperty('channels.length', 2000);
    expect(parsed(`{"kind":"channels","pad":"${'x'.repeat(messageLimits.channelsWire)}"}`)).toBe('too-big');
  });

  it('C11 takes hints of a notification as far as they are any', () => {
    const show = { kind: 'notification-show', pageId: 'a:1', title: 'x', body: '', tag: '', origin: 'page' };
    const hint = { channelId: 'c'.repeat(400), sender: 'Ann', mention: 'loud', isThreadReply: true, more: 1 };
    expect(parsed({ ...show, hint })).toHaveProperty('hint', {
      channelId: 'c'.repeat(300),
      sender: 'Ann',
      mention: 'unknown',
      isThreadReply: true,
    });
    expect(parsed({ ...show, hint: 'x' })).toHaveProperty('hint', undefined);
  });

  it('C4 C6 takes sign-in and failure', () => {
    expect(parsed({ kind: 'signed-in', isSignedIn: true, server: { name: 'x'.repeat(99) } })).toEqual({
      kind: 'signed-in',
      isSignedIn: true,
      server: { name: 'x'.repeat(64), version: undefined },
    });
    expect(parsed({ kind: 'signed-in', isSignedIn: 'yes' })).toBe('bad-shape');
    expect(parsed({ kind: 'adapter-failed', reason: 'x'.repeat(999) })).toEqual({
      kind: 'adapter-failed',
      reason: 'x'.repeat(200),
    });
  });

  it('C11 whatever is said, what is taken is within limits', () => {
    const anything = fc.anything({ maxDepth: 3 });
    const item = fc.record({ id: anything, name: anything, kind: anything, unread: anything, tag: anything });
    fc.assert(
      fc.property(fc.array(fc.oneof(item, anything)), anything, (list, names) => {
        const result = parseServiceMessage({ kind: 'channels', channels: list, ownNames: names });
        if (!result.ok || result.message.kind !== 'channels') return expect.fail('refused');
        for (const { id, name, unread } of result.message.channels) {
          expect(id.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(120);
          expect(Number.isInteger(unread)).toBe(true);
        }
      }),
    );
  });

  it('C21 takes an id of the channel that is shown as it is, or none', () => {
    const shown = (channelId?: unknown): unknown => parsed({ kind: 'channel-shown', channelId });
    expect([shown('r'), shown()]).toEqual([
      { kind: 'channel-shown', channelId: 'r' },
      { kind: 'channel-shown' },
    ]);
    for (const odd of ['', 'x'.repeat(301), 7, null]) expect(shown(odd)).toBe('bad-shape');
  });
});
