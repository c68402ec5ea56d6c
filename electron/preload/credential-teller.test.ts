import { describe, expect, it } from 'vitest';
import type { TakeCredentials } from '../recipes/take-credentials';
import { createCredentialTeller, type TellerPort } from './credential-teller';

const storage = (entries: Readonly<Record<string, string>>): Storage =>
  ({ getItem: (key: string) => entries[key] ?? null }) as Storage;

function open(take?: TakeCredentials, changes: Partial<TellerPort> = {}) {
  const sent: string[] = [];
  const waiting: (() => void)[] = [];
  const tell = createCredentialTeller(take, {
    isMainFrame: true,
    page: () => ({
      localStorage: storage({ 'Meteor.loginToken': 'local', both: 'local' }),
      sessionStorage: storage({ place: 'session', both: 'session' }),
      indexedDB: {} as IDBFactory,
      crypto,
    }),
    send: (text) => {
      sent.push(text);
      waiting.splice(0).forEach((run) => run());
    },
    ...changes,
  });
  const answered = (): Promise<void> => new Promise((resolve) => void waiting.push(resolve));
  const ask = async (stored: Readonly<Record<string, string>>): Promise<unknown> => {
    const answer = answered();
    tell({ kind: 'credentials-wanted', requestId: 'r1', stored });
    await answer;
    return JSON.parse(sent[0] ?? '');
  };
  return { tell, ask, sent };
}

describe('createCredentialTeller', () => {
  it('J20 tells what is stored by the names it is wanted under, localStorage first', async () => {
    const values = { token: 'local', where: 'session', both: 'local' };
    const stored = { token: 'Meteor.loginToken', where: 'place', both: 'both' };
    expect(await open().ask(stored)).toEqual({ kind: 'credentials', requestId: 'r1', values });
  });

  it('J20 has none where one of them is missing, nobody is signed in, or the page has no storage', async () => {
    const none = { kind: 'credentials', requestId: 'r1' };
    expect(await open().ask({ token: 'Meteor.loginToken', user: 'Meteor.userId' })).toEqual(none);
    expect(await open(async () => undefined).ask({})).toEqual(none);
    const secret = new Error('s3cret');
    expect(await open(async () => Promise.reject(secret)).ask({})).toEqual(none);
    const page = (): never => {
      throw secret;
    };
    expect(await open(undefined, { page }).ask({ token: 'x' })).toEqual(none);
  });

  it('J20 takes what the recipe takes beside what is stored', async () => {
    const { ask } = open(async () => ({ more: 'm' }));
    expect(await ask({ token: 'Meteor.loginToken' })).toMatchObject({
      values: { token: 'local', more: 'm' },
    });
  });

  it('J21 J24 says nothing in a sub-frame, and gives nothing of the question to the page', () => {
    const { tell, sent } = open(undefined, { isMainFrame: false });
    expect(tell({ kind: 'credentials-wanted', requestId: 'r1', stored: {} })).toBe(true);
    expect(sent).toEqual([]);
    expect(tell({ kind: 'worker-met' })).toBe(false);
  });
});
