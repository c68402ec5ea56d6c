import type { Mention, Person, User } from './records.js';

const NAMES = /(?<![\w.-])@([\w.-]+)/g;

/** Whom a text names: users there are, `all` and `here`; others are only words. */
export function mentionsIn(msg: string, users: readonly User[]): readonly Mention[] {
  const names = new Set([...msg.matchAll(NAMES)].map(([, name = '']) => name.replace(/[.-]+$/, '')));
  return [...names].flatMap((name): Mention[] => {
    if (name === 'all' || name === 'here') return [{ _id: name, username: name }];
    const user = users.find((one) => one.username === name);
    return user === undefined ? [] : [{ ...whoIs(user), type: 'user' }];
  });
}

/** A person and nothing more. */
export const whoIs = ({ _id, username, name }: Person): Person => ({
  _id,
  username,
  ...(name === undefined ? {} : { name }),
});
