import { expect, it } from 'vitest';
import { looksLikeAddress } from './looks-like-address';

it.each([
  'https://chat.example.org',
  'http://x',
  'mattermost://chat.example.org/a',
  'Join us at https://chat.example.org/invite/x',
  '<https://chat.example.org>',
  'localhost',
  'localhost:3000',
  'mattermost:8065',
  'example.org/chat',
  'nas/chat',
  'chat.example.org:8443/',
  '192.168.1.20',
  '10.0.0.1:8065',
  '::1',
  '[::1]:9000',
  '#room:example.org',
  '@ann:example.org',
  'matrix:r/room:example.org',
])('G14 %s is surely an address', (text) => {
  expect(looksLikeAddress(text)).toBe('sure');
});

it.each([
  'chat.example.org',
  ' chat.example.org ',
  'bücher.example',
  'ann@example.org',
  'rocket.chat',
  't.me',
])('G14 %s may be one', (text) => {
  expect(looksLikeAddress(text)).toBe('maybe');
});

it.each([
  '',
  'rocket',
  'rocket.',
  'rocket.c',
  'Rocket.Chat server',
  'any website',
  'a',
  'google chat',
  'irc',
])('G14 %j is none', (text) => {
  expect(looksLikeAddress(text)).toBe('no');
});
