import { expect } from '@playwright/test';
import { test } from './harness';

test('P72 shape: as the native ones, members, names, lengths, errors', async ({ bench, server }) => {
  const url = `${server.origin}/blank.html`;
  const source = `(async () => {
    const describe = (object) => Reflect.ownKeys(object).map((key) => {
      const { value, get, set, ...flags } = Object.getOwnPropertyDescriptor(object, key);
      return [String(key), flags, typeof value, typeof get, typeof value === 'function' ? [value.name, value.length, 'prototype' in value] : 0];
    }).sort((a, b) => (a[0] < b[0] ? -1 : 1));
    const nameOf = async (run) => {
      try { return typeof (await run()); } catch (error) { return error.name; }
    };
    return [
      describe(MediaDevices.prototype).filter(([key]) => key !== 'constructor'),
      // The one more is ours: a stream that answers a promise must not be taken on the way (V37).
      describe(MediaStream.prototype).filter(([key]) => key !== 'constructor' && key !== 'then'),
      describe(MediaStreamTrack.prototype).filter(([key]) => key !== 'constructor'),
      describe(BrowserCaptureMediaStreamTrack.prototype).filter(([key]) => key !== 'constructor'),
      describe(Navigator.prototype).filter(([key]) => /UserMedia/.test(key)),
      await nameOf(() => navigator.mediaDevices.getUserMedia()),
      await nameOf(() => MediaDevices.prototype.getUserMedia.call({}, { audio: true })),
      await nameOf(() => navigator.getUserMedia({ audio: true }, () => 0)),
      await nameOf(() => navigator.getUserMedia({ audio: true }, 7, 8)),
      await nameOf(() => MediaStreamTrack.prototype.stop.call({})),
      await nameOf(() => MediaStream.prototype.clone.call({})),
      new MediaStream().clone().getTracks().length,
    ];
  })()`;
  const page = await bench.open(url);
  const bare = await bench.app.evaluate((_, given) => globalThis.harness.bareShape(given.url, given.source), {
    url,
    source,
  });
  expect(await page.evaluate(source)).toEqual(bare);
});
