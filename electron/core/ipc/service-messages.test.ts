import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCaptureText, messageLimits, parseServiceMessage } from './service-messages';

const show = { kind: 'notification-show', pageId: 'a:1', title: 'Ann', body: 'Hi', tag: '', origin: 'page' };

function parsed(value: unknown): unknown {
  const result = parseServiceMessage(value);
  return result.ok ? result.message : result.reason;
}

describe('P50 parseServiceMessage', () => {
  it('P50 takes a message as an object and as JSON text', () => {
    const message = { ...show, silent: false, requireInteraction: false, renotify: false, icon: undefined };
    expect(parsed(show)).toEqual(message);
    expect(parsed(JSON.stringify(show))).toEqual(message);
  });

  it('P50 drops members it does not know', () => {
    expect(parsed({ ...show, serviceId: 'other', __proto__: { origin: 'worker' } })).not.toHaveProperty(
      'serviceId',
    );
  });

  it.each([
    ['title', messageLimits.title],
    ['body', messageLimits.body],
    ['tag', messageLimits.tag],
  ])('P51 clips %s to %i', (name, max) => {
    expect(parsed({ ...show, [name]: 'é'.repeat(100_000) })).toHaveProperty(name, 'é'.repeat(max));
  });

  it('P51 leaves no half characters where it cuts', () => {
    expect(parsed({ ...show, title: `${'x'.repeat(255)}😀` })).toHaveProperty(
      'title',
      `${'x'.repeat(255)}\uFFFD`,
    );
    expect(parsed({ ...show, body: 'a\uD800b' })).toHaveProperty('body', 'a\uFFFDb');
  });

  it('P51 refuses text longer than the wire before parsing it', () => {
    expect(parsed(`{"kind":"${'x'.repeat(messageLimits.wire)}"}`)).toBe('too-big');
  });

  it.each([
    ['a data image within 64 kB', `data:image/png;base64,${'A'.repeat(1000)}`, true],
    ['a data image above 64 kB', `data:image/png;base64,${'A'.repeat(70_000)}`, false],
    ['a web address', 'https://chat.example/a.png', true],
    ['a web address above 2 kB', `https://chat.example/${'a'.repeat(3000)}`, false],
    ['a file', 'file:///etc/passwd', false],
    ['a script', 'javascript:alert(1)', false],
    ['data that is no image', 'data:text/html,<b>', false],
    ['no text at all', { toString: (): string => 'https://x' }, false],
  ])('P52 icon: %s', (_, icon, kept) => {
    expect(parsed({ ...show, icon })).toHaveProperty('icon', kept ? icon : undefined);
  });

  it.each([
    [3, 3],
    [3.9, 3],
    [0, 0],
    [-4, 0],
    [Number.NaN, 0],
    [1e308, 9999],
    [Number.POSITIVE_INFINITY, 9999],
    ['7', 0],
    [null, 0],
    [{ valueOf: (): number => 5 }, 0],
  ])('P53 badge count %j becomes %i', (count, expected) => {
    expect(parsed({ kind: 'badge', badge: { kind: 'count', count } })).toEqual({
      kind: 'badge',
      badge: { kind: 'count', count: expected },
    });
  });

  it.each([
    ['nothing', undefined, 'not-a-message'],
    ['null', null, 'not-a-message'],
    ['a number', 7, 'not-a-message'],
    ['a list', [show], 'not-a-message'],
    ['text that is no JSON', '{', 'not-a-message'],
    ['an unknown kind', { kind: 'run', command: 'rm' }, 'unknown-kind'],
    ['a kind that is no text', { kind: { toString: (): string => 'badge' } }, 'unknown-kind'],
    ['an empty pageId', { ...show, pageId: '' }, 'bad-shape'],
    ['a long pageId', { ...show, pageId: 'x'.repeat(65) }, 'bad-shape'],
    ['an unknown origin', { ...show, origin: 'main' }, 'bad-shape'],
    ['an unknown badge', { kind: 'badge', badge: { kind: 'skull' } }, 'bad-shape'],
    ['a scope that is a file', { ...show, origin: 'worker', scope: 'file:///' }, 'bad-shape'],
    ['a capture that is no number', { kind: 'capture', tracks: '1' }, 'bad-shape'],
    ['a capture below none', { kind: 'capture', tracks: -1 }, 'bad-shape'],
    ['a capture without a count', { kind: 'capture' }, 'bad-shape'],
    ['a huge state', { ...show, state: 'x'.repeat(messageLimits.state + 1) }, 'bad-shape'],
  ])('P50 refuses %s', (_, value, reason) => {
    expect(parsed(value)).toBe(reason);
  });

  it.each([
    ['{"kind":"capture","tracks":0}', true],
    ['{"kind":"capture","tracks":9999}', true],
    ['{"kind":"capture","tracks":10000}', false],
    ['{"kind":"capture","tracks":3,"cameras":1,"screens":1,"asks":2,"shares":1}', true],
    ['{"kind":"capture","tracks":3,"screens":1,"cameras":1,"asks":2,"shares":1}', false],
    ['{"kind":"capture","tracks":3,"cameras":1}', false],
    ['{"kind":"capture","tracks":1}\n', false],
    ['{"kind":"capture","tracks":1,"kind":"badge"}', false],
    [{ kind: 'capture', tracks: 1 }, false],
  ])('P73 %j tells of a capture: %s', (raw, isOne) => {
    expect(isCaptureText(raw)).toBe(isOne);
    if (isOne) expect(parsed(raw)).toMatchObject({ kind: 'capture', tracks: expect.any(Number) });
  });

  it('P51 keeps three actions of a million', () => {
    const actions = Array.from({ length: 1_000_000 }, () => ({ action: 'a', title: 'A' }));
    expect(parsed({ ...show, actions })).toHaveProperty('actions', actions.slice(0, 3));
  });

  it('P51 objects where text is due become empty text, however deep', () => {
    let deep: unknown = 'x';
    for (let i = 0; i < 5000; i += 1) deep = { deep };
    expect(parsed({ ...show, title: deep })).toHaveProperty('title', '');
  });

  it('P50 never throws, and what it lets through is within the limits', () => {
    const kinds = [
      'notification-show',
      'notification-close',
      'badge',
      'notification-list',
      'worker-open',
      'capture',
      'flood',
      'x',
    ];
    const junk = fc.record(
      {
        kind: fc.constantFrom(...kinds),
        pageId: fc.anything(),
        title: fc.anything(),
        body: fc.oneof(fc.string({ maxLength: 5000 }), fc.anything()),
        tag: fc.anything(),
        icon: fc.oneof(fc.webUrl(), fc.anything()),
        origin: fc.constantFrom('page', 'worker', 'x'),
        timestampMs: fc.anything(),
        dir: fc.anything(),
        actions: fc.anything(),
        badge: fc.oneof(
          fc.record({ kind: fc.constantFrom('count', 'flag', 'none'), count: fc.anything() }),
          fc.anything(),
        ),
        requestId: fc.anything(),
        scope: fc.anything(),
        url: fc.anything(),
        dropped: fc.anything(),
        tracks: fc.anything(),
      },
      { requiredKeys: ['kind'] },
    );
    fc.assert(
      fc.property(fc.oneof(junk, fc.anything(), fc.json()), (value) => {
        const result = parseServiceMessage(value);
        if (!result.ok) return;
        expect(JSON.stringify(result.message).length).toBeLessThan(messageLimits.wire);
        if (result.message.kind === 'notification-show') {
          expect(result.message.title.length).toBeLessThanOrEqual(messageLimits.title);
          expect(result.message.body.length).toBeLessThanOrEqual(messageLimits.body);
        }
        if (result.message.kind === 'badge' && result.message.badge.kind === 'count') {
          expect(Number.isInteger(result.message.badge.count)).toBe(true);
          expect(result.message.badge.count).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
