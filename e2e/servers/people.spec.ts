import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startIrcPerson } from '../support/irc-person.js';
import { startXmppPerson } from '../support/xmpp-person.js';
import { startIrcd } from './ircd.js';
import { parseIrcLine } from './lib/irc-line.js';
import { isAccepting } from './lib/net.js';
import { SERVERS_FOLDER } from './lib/packages.js';
import { takeStanzas } from './lib/xmpp-stream.js';
import { startProsody } from './prosody.js';

test('IRC lines are taken apart', () => {
  expect(parseIrcLine(':carol!c@host PRIVMSG #busy :alice: look :)')).toEqual({
    from: 'carol',
    command: 'PRIVMSG',
    params: ['#busy', 'alice: look :)'],
  });
  expect(parseIrcLine('PING :a b')).toEqual({ from: '', command: 'PING', params: ['a b'] });
  expect(parseIrcLine(':irc.test 366 watch #busy :End').params).toEqual(['watch', '#busy', 'End']);
  expect(parseIrcLine(':x JOIN #a').params).toEqual(['#a']);
});

test('stanzas are taken off a stream that comes in pieces', () => {
  const whole = `<stream:stream id='1'><iq id="a" type='result'/><message from='b@c'><body>x</body></message><pres`;
  const { stanzas, rest } = takeStanzas(whole);
  expect(stanzas.map(({ name, id, from }) => [name, id, from])).toEqual([
    ['iq', 'a', undefined],
    ['message', undefined, 'b@c'],
  ]);
  expect(takeStanzas(`${rest}ence from='d'/>`).stanzas[0]?.from).toBe('d');
});

test('people on IRC hear each other, hundreds of lines in order, and are told when they may not', async () => {
  const ircd = await startIrcd();
  try {
    const carol = await startIrcPerson(ircd, 'carol', ['#busy']);
    const dave = await startIrcPerson(ircd, 'dave', ['#busy', '#private']);
    const last = dave.nextHeard(({ text }) => text === 'line 299');
    await carol.sayAll(
      '#busy',
      Array.from({ length: 300 }, (_, index) => `line ${index}`),
    );
    await last;
    expect(dave.heard().map(({ text }) => text)).toEqual(
      Array.from({ length: 300 }, (_, index) => `line ${index}`),
    );
    await expect(carol.say('nobody', 'hello')).rejects.toThrow('could not say it');
    await expect(carol.say('#private', 'hello')).rejects.toThrow('could not say it');
    await expect(startIrcPerson(ircd, 'dave')).rejects.toThrow('refused dave');
    await ircd.whenPresent('dave', ['#busy', '#private']);
  } finally {
    await ircd.stop();
  }
  expect(await isAccepting(ircd.port)).toBe(false);
});

test('people on XMPP come in by password only, and a restart keeps their accounts', async () => {
  const prosody = await startProsody();
  try {
    const stranger = { ...prosody, users: [{ name: 'alice', password: 'wrong' }] };
    await expect(startXmppPerson(stranger, 'alice')).rejects.toThrow('refused the password');
    const bob = await startXmppPerson(prosody, 'bob', ['busy']);
    expect(bob.jid).toMatch(/^bob@chat\.test\//);
    await bob.say('busy', 'signs <&> survive');
    await bob.leave();
    await prosody.restart();
    await (await startXmppPerson(prosody, 'alice', ['busy'])).leave();
  } finally {
    await prosody.stop();
  }
  expect(await isAccepting(prosody.clientPort)).toBe(false);
});

test('a server ends with the process that started it, even one that is killed', async () => {
  const code = `
    const { startIrcd } = await import('${join(SERVERS_FOLDER, 'ircd.ts')}');
    console.log(String((await startIrcd()).port));
  `;
  const starter = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(starter.stdout, 'data')) as [Buffer];
    const port = Number(line.toString());
    expect(await isAccepting(port)).toBe(true);
    starter.kill('SIGKILL');
    await expect.poll(() => isAccepting(port)).toBe(false);
  } finally {
    starter.kill('SIGKILL');
  }
});
