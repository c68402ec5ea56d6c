import { describe, expect, it } from 'vitest';
import { linkOf } from './links';

describe('linkOf', () => {
  it.each([
    ['https://chat.test/', 'https://chat.test/channel/r%201'],
    ['https://chat.test', 'https://chat.test/channel/r%201'],
    ['https://chat.test/home', 'https://chat.test/channel/r%201'],
    ['https://test/chat/home/', 'https://test/chat/channel/r%201'],
    ['https://test/chat/channel/general?x=1', 'https://test/chat/channel/r%201'],
  ])('Y21 of a room of Rocket.Chat at %s is %s', (url, link) => {
    expect(linkOf('rocketchat', url, 'r 1')).toBe(link);
  });

  it('Y21 of a room of Matrix is on matrix.to, of a service its address, also where a channel has none', () => {
    expect(linkOf('element', 'https://element.test/', '!a:b')).toBe('https://matrix.to/#/!a%3Ab');
    expect(linkOf('rocketchat', 'https://chat.test/home', undefined)).toBe('https://chat.test/home');
    expect(linkOf('slack', 'https://app.slack.com/', 'C1')).toBe('https://app.slack.com/');
  });
});
