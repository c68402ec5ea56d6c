import { expect, it } from 'vitest';
import { CHILD_SIZE, decideChildSize, toChildTitle } from './decide-child-size';

const area = { width: 1600, height: 900 };

it.each([
  ['', CHILD_SIZE],
  ['popup', CHILD_SIZE],
  ['width=400,height=600', { width: 400, height: 600 }],
  [' Width = 400 , innerHeight=300', { width: 400, height: 300 }],
  ['width=1,height=-5', { width: 320, height: 240 }],
  ['width=99999,height=1e9', { width: 1600, height: 240 }],
  ['width=many,height=NaN', CHILD_SIZE],
  [`${'x=1,'.repeat(5000)}width=400`, CHILD_SIZE],
])('W50 %j', (features, size) => {
  expect(decideChildSize(features.slice(0, 60_000), area)).toEqual(size);
});

it.each([
  ['https://login.test:8443/a?b', 'Sign in', 'login.test:8443 — Sign in'],
  ['https://login.test/', '', 'login.test'],
  ['about:blank', 'Sign in', 'about:blank — Sign in'],
  ['https://evil.test/', '\u202Emoc.knab — \nSign in', 'evil.test — moc.knab —  Sign in'],
])('W51 a window at %s called %j', (url, title, expected) => {
  expect(toChildTitle(url, title)).toBe(expected);
  expect(toChildTitle(url, 'x'.repeat(5000)).length).toBeLessThanOrEqual(200);
});
