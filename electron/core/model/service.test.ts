import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partitionOf, SERVICE_NAME_MAX, serviceIdSchema, serviceSchema, toServiceName } from './service';

const service = {
  id: 'a1',
  recipeId: 'zulip',
  name: 'Work',
  url: 'https://chat.example.org/',
  icon: { kind: 'recipe' },
  enabled: true,
  keepText: true,
  muteThere: 'ask',
  sleepMode: 'auto',
  listen: 'ask',
  zoomPercent: 100,
  ownKeys: [],
  ownNames: [],
  countInTotal: true,
  permissions: [
    { origin: 'https://chat.example.org', permission: 'camera', decision: 'deny', decidedAtMs: 5 },
  ],
  addedAtMs: 1,
};

describe('a stored service', () => {
  it('S7 is taken as it is', () => {
    expect(serviceSchema.parse(service)).toEqual(service);
  });

  it.each([
    ['id', ''],
    ['id', 'A1'],
    ['id', '../x'],
    ['id', 'a'.repeat(65)],
    ['recipeId', 'Zulip!'],
    ['name', ''],
    ['name', 'n'.repeat(SERVICE_NAME_MAX + 1)],
    ['url', 'file:///etc/passwd'],
    ['url', 'javascript:alert(1)'],
    ['url', ' https://x'],
    ['url', `https://x/${'y'.repeat(2048)}`],
    ['icon', { kind: 'chosen', dataUrl: 'data:image/svg+xml;base64,PHN2Zz4=' }],
    ['icon', { kind: 'chosen', dataUrl: 'https://example.org/icon.png' }],
    ['icon', { kind: 'emoji' }],
    ['enabled', 1],
    ['addedAtMs', NaN],
    ['addedAtMs', Infinity],
    ['permissions', [{ origin: 'x', permission: 'root', decision: 'allow', decidedAtMs: 1 }]],
    ['permissions', [{ origin: 'x', permission: 'camera', decision: 'maybe', decidedAtMs: 1 }]],
  ])('S7 with %s %j is refused', (key, value) => {
    expect(serviceSchema.safeParse({ ...service, [key]: value }).success).toBe(false);
  });

  it('S7 has a partition of its own, kept on disk', () => {
    expect(partitionOf('a1')).toBe('persist:service-a1');
    expect(serviceIdSchema.safeParse('0f8fad5b-d9cb-469f-a165-70867728950e').success).toBe(true);
  });
});

describe('toServiceName', () => {
  it.each([
    ['Work', 'Work'],
    ['  Work \n chat\t2 ', 'Work chat 2'],
    ['a\u0000b', 'a b'],
    ['', undefined],
    [' \r\n\u0007 ', undefined],
    ['n'.repeat(500), 'n'.repeat(SERVICE_NAME_MAX)],
    [`${'n'.repeat(SERVICE_NAME_MAX - 1)} x`, 'n'.repeat(SERVICE_NAME_MAX - 1)],
    [`${'n'.repeat(SERVICE_NAME_MAX - 1)}🐎`, 'n'.repeat(SERVICE_NAME_MAX - 1)],
    ['\uD83D', undefined],
    ['שלום', 'שלום'],
  ])('S8 makes %j fit to store: %j', (text, expected) => {
    expect(toServiceName(text)).toBe(expected);
  });

  it('S8 gives a name that may be stored and is its own name, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const name = toServiceName(text);
        if (name === undefined) return;
        expect(serviceSchema.safeParse({ ...service, name }).success).toBe(true);
        expect(toServiceName(name)).toBe(name);
        expect(name).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
