import { describe, expect, it } from 'vitest';
import { createServiceSender } from './service-sender';

function open() {
  const posted: string[] = [];
  const waiting: { readonly run: () => void; readonly delayMs: number }[] = [];
  const clock = { nowMs: 0 };
  const send = createServiceSender({
    post: (text) => void posted.push(text),
    nowMs: () => clock.nowMs,
    later: (run, delayMs) => void waiting.push({ run, delayMs }),
  });
  return { posted, clock, send, runWaiting: (): void => waiting.splice(0).forEach(({ run }) => run()) };
}
const badge = (count: number): string => JSON.stringify({ kind: 'badge', badge: { kind: 'count', count } });

describe('P43 a page is held back in its own process', () => {
  it('P43 lets 700 pass at once, then 50 a second, and tells how many it held back', () => {
    const { posted, clock, send, runWaiting } = open();
    for (let i = 0; i < 10_000; i += 1) send('{"kind":"x"}');
    expect(posted.length).toBe(700);
    clock.nowMs = 1000;
    runWaiting();
    expect(posted.at(-1)).toBe('{"kind":"flood","dropped":9300}');
    for (let i = 0; i < 100; i += 1) send('{"kind":"x"}');
    expect(posted.length).toBe(751);
  });

  it('P43 holds back what is too big', () => {
    const { posted, send, runWaiting } = open();
    send('x'.repeat(300_000));
    expect(posted).toEqual([]);
    runWaiting();
    expect(posted).toEqual(['{"kind":"flood","dropped":1}']);
  });

  it('P73 a flood does not hold back what tells of a capture, which has a limit of its own', () => {
    const { posted, send } = open();
    for (let i = 0; i < 1_000; i += 1) send('{"kind":"x"}');
    for (let i = 0; i < 100; i += 1) send('{"kind":"capture","tracks":1}');
    expect(posted.filter((text) => text.includes('capture'))).toHaveLength(20);
  });

  it('P20 of many badges the first passes at once and the last when it is quiet', () => {
    const { posted, send, runWaiting } = open();
    for (let count = 1; count <= 500; count += 1) send(badge(count));
    expect(posted).toEqual([badge(1)]);
    runWaiting();
    expect(posted).toEqual([badge(1), badge(500)]);
    runWaiting();
    send(badge(7));
    expect(posted.at(-1)).toBe(badge(7));
  });
});
