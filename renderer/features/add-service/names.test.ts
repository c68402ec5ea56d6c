import { expect, it } from 'vitest';
import { toFreeName } from './names';

it.each([
  ['Rocket.Chat', [], 'Rocket.Chat'],
  ['Rocket.Chat', ['rocket.chat'], 'Rocket.Chat 2'],
  ['Rocket.Chat', ['Rocket.Chat', 'Rocket.Chat 3', 'Rocket.Chat 2'], 'Rocket.Chat 4'],
  ['Rocket.Chat', ['Rocket.Chat 2'], 'Rocket.Chat'],
])('A8 %s beside %j is called %s', (wanted, taken, name) => {
  expect(toFreeName(wanted, taken)).toBe(name);
});
