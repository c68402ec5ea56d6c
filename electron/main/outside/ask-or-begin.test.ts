import { expect, it } from 'vitest';
import { askOrBegin } from './ask-or-begin';
import { argumentsOfSecond, createDoor } from './door';

async function outcome(...args: readonly string[]) {
  const seen: string[] = [];
  await askOrBegin(args, {
    place: undefined,
    begin: () => seen.push('begun'),
    write: (to, text) => Promise.resolve(void seen.push(`${to}: ${text.trim()}`)),
    exit: (code) => seen.push(`exit ${code}`),
  });
  return seen;
}

it('D80 says that nobody is running, and how verbs are written', async () => {
  expect(await outcome('mute', 'Chat')).toEqual(['stderr: Foyer is not running.', 'exit 3']);
  expect(await outcome('status', '--json')).toEqual(['stdout: {"isRunning":false}', 'exit 3']);
  expect(await outcome('help')).toEqual([expect.stringMatching(/^stdout: usage/), 'exit 0']);
});

it('D82 begins where nothing is asked, where a link is, and where what is asked needs no running Foyer', async () => {
  expect(await outcome()).toEqual(['begun']);
  expect(await outcome('foyer://mute/Chat')).toEqual(['begun']);
  expect(await outcome('open', 'Chat')).toEqual(['begun']);
});

it('D82 what comes before there is somebody to hear it waits, though not without end', () => {
  const door = createDoor();
  const heard: (readonly string[])[] = [];
  for (let index = 0; index < 20; index += 1) door.come([`foyer://open/${index}`]);
  door.open((args) => heard.push(args));
  expect(heard).toHaveLength(8);
  door.come(['open']);
  expect(heard.at(-1)).toEqual(['open']);
});

it('D82 a second start tells what it was asked for itself', () => {
  expect(argumentsOfSecond(['foyer', '--x', 'open', 'a'], { args: ['open', 'b'] })).toEqual(['open', 'b']);
  expect(argumentsOfSecond(['foyer', '--x', 'open', 'a'], null)).toEqual(['open', 'a']);
  expect(argumentsOfSecond(['foyer'], { args: 'x' })).toEqual([]);
});
