import { describe, expect, it } from 'vitest';
import { badge, open, show } from './service-channel.test-support';

describe('P46 rates', () => {
  it('W120 what a service says waits in turns of its own', () => {
    const asked: string[] = [];
    const { say } = open({ turns: { take: (whose) => void asked.push(whose) } });
    for (const senderId of [1, 2, 1]) say(show(), senderId);
    expect(asked).toEqual(['one', 'two', 'one']);
  });

  it('P46 N19 600 notifications at once, those beyond 20 as too many for a desktop, then 5 a second; the page hears of the rest', () => {
    const { heard, events, clock, say } = open();
    for (let i = 0; i < 30; i += 1) say(show(`p:${i}`));
    expect(heard.map(({ isOverRate }) => isOverRate)).toEqual([
      ...Array.from({ length: 20 }, () => false),
      ...Array.from({ length: 10 }, () => true),
    ]);
    expect(events).toEqual([]);
    say(show(), 2);
    expect(heard.at(-1)).toMatchObject({ serviceId: 'two', isOverRate: false });
    clock.nowMs = 1000;
    for (let i = 0; i < 6; i += 1) say(show());
    expect(heard.slice(-6).map(({ isOverRate }) => isOverRate)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it('P46 N19 beyond 600 at once and 1 a second notifications are refused, and the page hears it', () => {
    const { heard, events, clock, say } = open();
    for (let i = 0; i < 600; i += 1) say(show(`p:${i}`));
    clock.nowMs = 1000;
    for (let i = 0; i < 30; i += 1) say(show(`q:${i}`));
    expect(heard.length).toBe(601);
    expect(events.length).toBe(29);
    expect(events[0]).toEqual({ kind: 'notification-event', pageId: 'q:1', event: 'error' });
  });

  it('P46 700 messages at once, then 50 a second; refusals are told once a second with their number', () => {
    const { heard, refused, clock, say, settle } = open();
    for (let i = 0; i < 10_700; i += 1) say({ kind: 'notification-close', pageId: 'x' });
    expect(heard.length).toBe(700);
    expect(refused).toEqual([['one', 'too-many', 1]]);
    clock.nowMs = 1000;
    settle();
    expect(refused).toEqual([
      ['one', 'too-many', 1],
      ['one', 'too-many', 9999],
    ]);
    for (let i = 0; i < 100; i += 1) say({ kind: 'notification-close', pageId: 'x' });
    expect(heard.length).toBe(750);
  });

  it('P46 a clock that goes backwards gives nothing', () => {
    const { heard, clock, say } = open();
    clock.nowMs = 1e9;
    for (let i = 0; i < 30; i += 1) say(show());
    clock.nowMs = 0;
    for (let i = 0; i < 30; i += 1) say(show());
    expect(heard.filter(({ isOverRate }) => !isOverRate)).toHaveLength(20);
  });

  it('P20 badges: the first at once, of the following the last', () => {
    const { heard, say, settle } = open();
    for (let count = 1; count < 150; count += 1) say(badge(count));
    settle();
    expect(heard.map(({ message }) => message)).toEqual([badge(1), badge(149)]);
  });

  it('P47 what the preload held back is counted as refused', () => {
    const { refused, heard, say } = open();
    say({ kind: 'flood', dropped: 9800 });
    expect(refused).toEqual([['one', 'flood', 9800]]);
    expect(heard).toEqual([]);
  });
});
