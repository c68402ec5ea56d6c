import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toAskPlace, type AskPlace } from './ask-place';
import { askRunning } from './ask-running';
import { readRequest, REQUEST_BYTES_MAX, startAskServer } from './ask-server';
import type { Stop } from '../store/app-store';

let folder: string;
let place: AskPlace;
let stop: Stop;
const heard: (readonly string[])[] = [];
const problems: unknown[] = [];

const start = (): void => {
  stop = startAskServer(
    place,
    (args) => {
      heard.push(args);
      return { code: 1, text: `${args.join()}\n` };
    },
    (error) => problems.push(error),
  );
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-ask-'));
  const found = toAskPlace({ platform: 'linux', folder, runtimeFolder: undefined });
  if (found === undefined) throw new Error('no place');
  place = found;
});
afterEach(() => {
  stop();
  rmSync(folder, { recursive: true, force: true });
  heard.length = 0;
  problems.length = 0;
});

/** Waits until the server listens: until then nobody answers. */
const ask = async (args: readonly string[]) => {
  await expect.poll(() => statSync(place.address, { throwIfNoEntry: false })?.mode).toBeDefined();
  return askRunning(place, args);
};

describe('startAskServer', () => {
  it('D80 hears a program and answers it, for this user alone, also where a killed Foyer left its socket', async () => {
    mkdirSync(join(folder, 'asked'));
    chmodSync(join(folder, 'asked'), 0o777);
    writeFileSync(place.address, '');
    start();
    expect(await ask(['open', 'Ünser Chat'])).toEqual({ code: 1, text: 'open,Ünser Chat\n' });
    expect(statSync(join(folder, 'asked')).mode & 0o777).toBe(0o700);
    expect(statSync(place.address).mode & 0o777).toBe(0o600);
    expect(problems).toEqual([]);
  });

  it('D80 nobody answers where none runs', async () => {
    stop = () => undefined;
    expect(await askRunning(place, ['status'])).toBeUndefined();
  });

  it('D83 answers what is no request with nothing done, and too much with nothing at all', async () => {
    start();
    const said = (text: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect(place.address);
        const chunks: string[] = [];
        socket.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
        socket.on('error', () => undefined);
        socket.once('close', () => resolve(chunks.join('')));
        socket.write(text);
      });
    await ask(['status']);
    heard.length = 0;
    expect(await said('GET / HTTP/1.1\r\n\r\n')).toBe('{"code":2,"text":""}\n');
    expect(await said('x'.repeat(REQUEST_BYTES_MAX + 1))).toBe('');
    expect(heard).toEqual([]);
  });

  it('D80 a place that cannot be made is said once', () => {
    writeFileSync(join(folder, 'asked'), '');
    start();
    expect(problems).toHaveLength(1);
  });
});

it.each([
  ['{"args":["open"]}', ['open']],
  ['{"args":[1]}', undefined],
  ['{"args":"open"}', undefined],
  ['[]', undefined],
  ['{', undefined],
])('D83 reads %s', (line, expected) => {
  expect(readRequest(line)).toEqual(expected);
});

it('D80 the place is in the data folder, where its path is too long in a folder of this user, on Windows a pipe', () => {
  const long = `/home/ann/${'long/'.repeat(30)}`;
  const at = (platform: 'linux' | 'darwin' | 'win32', where: string, runtimeFolder?: string) =>
    toAskPlace({ platform, folder: where, runtimeFolder })?.address;
  expect(at('linux', '/home/ann/.config/foyer')).toBe('/home/ann/.config/foyer/asked/socket');
  expect(at('darwin', long, '/var/run/ann')).toMatch(/^\/var\/run\/ann\/foyer-[0-9a-f]{32}\/socket$/);
  expect(at('linux', long)).toBeUndefined();
  expect(at('win32', 'C:\\Users\\ann\\foyer')).toMatch(/^\\\\\.\\pipe\\foyer-[0-9a-f]{32}$/);
});
