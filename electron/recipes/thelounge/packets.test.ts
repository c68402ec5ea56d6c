import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPacket, readPackets, toBody, toEvent } from './packets';

describe('the packets of The Lounge', () => {
  it.each([
    [
      '0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":60000}',
      { kind: 'open', sid: 'a', quietMs: 85_000 },
    ],
    ['0{"sid":"a"}', { kind: 'open', sid: 'a', quietMs: 45_000 }],
    ['0{}', { kind: 'other' }],
    ['1', { kind: 'closed' }],
    ['2', { kind: 'ping' }],
    ['2probe', { kind: 'ping' }],
    ['40{"sid":"b"}', { kind: 'connected' }],
    ['41', { kind: 'closed' }],
    ['44{"message":"no"}', { kind: 'closed' }],
    ['42["auth:start",7]', { kind: 'event', name: 'auth:start', args: [7] }],
    ['4213["open",3]', { kind: 'event', name: 'open', args: [3] }],
    ['42["text\\nof two"]', { kind: 'event', name: 'text\nof two', args: [] }],
    ['42[7]', { kind: 'other' }],
    ['42["open"', { kind: 'other' }],
    ['42/other,["open"]', { kind: 'other' }],
    ['bAQID', { kind: 'other' }],
    ['', { kind: 'other' }],
  ])('J101 reads %s', (text, packet) => {
    expect(readPacket(text)).toEqual(packet);
  });

  it('J101 reads what is longer than anything should be', () => {
    expect(readPacket(`42["İ${'a/'.repeat(8_000_000)}"]`)).toMatchObject({ kind: 'event', args: [] });
  });

  it('J101 reads whatever comes, and what it writes itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const start of ['', '0', '42', '42[', '42["a",']) readPackets(start + text);
      }),
    );
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (name, said) => {
        const body = toBody(['3', toEvent(name, said)]);
        expect(readPackets(body)[1]).toEqual({
          kind: 'event',
          name,
          args: [JSON.parse(JSON.stringify(said)) as unknown],
        });
      }),
    );
  });
});
