import { expect, it } from 'vitest';
import type { PreloadSession } from './worker-bridge-preload';
import { createSharedPreloads } from './worker-bridge-shared';

it('R40 the workers of a session are met once, however many hear them, until the last has gone', () => {
  const said: string[] = [];
  const speak: ((text: string) => void)[] = [];
  const start = createSharedPreloads((_session, filePath, onMessage) => {
    said.push(`met ${filePath}`);
    speak.push((text) => onMessage('https://a.test/', text, () => true));
    return { isHeard: () => true, send: () => undefined, stop: () => void said.push('left') };
  });
  const [session, other] = [{}, {}] as PreloadSession[];
  if (session === undefined || other === undefined) throw new Error('no sessions');
  const hear = (name: string) => (_scope: string, raw: unknown) => void said.push(`${name} ${String(raw)}`);
  const [one, two] = [start(session, '/w', hear('one')), start(session, '/w', hear('two'))];
  start(other, '/o', hear('other'));
  speak[0]?.('hello');
  one.stop();
  one.stop();
  speak[0]?.('again');
  two.stop();
  start(session, '/w', hear('anew'));
  expect(said).toEqual(['met /w', 'met /o', 'one hello', 'two hello', 'two again', 'left', 'met /w']);
});
