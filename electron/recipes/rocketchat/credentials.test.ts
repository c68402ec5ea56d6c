import { expect, it } from 'vitest';
import { takeCredentials } from './credentials';

const storage = (values: Readonly<Record<string, string>>) => ({
  length: Object.keys(values).length,
  key: (index: number) => Object.keys(values)[index] ?? null,
  getItem: (name: string) => values[name] ?? null,
});
const NONE = storage({ 'Meteor.userId': '', theme: 'dark' });

it('J46 takes the logins of all roots, under their names and nothing else', async () => {
  const values = {
    'Meteor.userId': 'u1',
    'Meteor.loginToken': 't1',
    'Meteor.loginTokenExpires': 'soon',
    'Meteor.userId:/:/chat': 'u2',
    'Meteor.loginToken:/:/chat': 't2',
  };
  const { 'Meteor.loginTokenExpires': _expires, ...wanted } = values;
  expect(await takeCredentials({ localStorage: storage(values), sessionStorage: NONE })).toEqual(wanted);
});

it('J46 takes them of the session where the page keeps them there, and none where nobody is signed in', async () => {
  const session = { 'Meteor.userId': 'u1', 'Meteor.loginToken': 't1' };
  expect(await takeCredentials({ localStorage: NONE, sessionStorage: storage(session) })).toEqual(session);
  expect(await takeCredentials({ localStorage: NONE, sessionStorage: NONE })).toBe(undefined);
});
