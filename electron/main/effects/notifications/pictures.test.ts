import { describe, expect, it } from 'vitest';
import { createPictures, PICTURES_MAX } from './pictures';

function setUp() {
  const asked: string[] = [];
  const files = new Map<string, Buffer>();
  const pictures = createPictures({
    fetch: (serviceId, url) => {
      asked.push(`${serviceId} ${url}`);
      return Promise.resolve(files.get(url));
    },
    decode: (file) => (file.length === 0 ? undefined : { key: file.toString(), png: file }),
  });
  return { pictures, asked, files, settled: () => new Promise(setImmediate) };
}

describe('createPictures', () => {
  it('D24 has one inside a data URL at once', () => {
    const { pictures, asked } = setUp();
    expect(pictures.find('a', `data:image/png;base64,${Buffer.from('dot').toString('base64')}`)?.key).toBe(
      'dot',
    );
    expect(asked).toEqual([]);
  });

  it('D24 fetches one from the web for the next time, once, as the service that asked', async () => {
    const { pictures, asked, files, settled } = setUp();
    files.set('https://a.test/me.png', Buffer.from('me'));
    expect(pictures.find('a', 'https://a.test/me.png')).toBeUndefined();
    expect(pictures.find('a', 'https://a.test/me.png')).toBeUndefined();
    await settled();
    expect(pictures.find('a', 'https://a.test/me.png')?.key).toBe('me');
    expect(pictures.find('b', 'https://a.test/me.png')).toBeUndefined();
    expect(asked).toEqual(['a https://a.test/me.png', 'b https://a.test/me.png']);
  });

  it('D24 tries again what could not be had, but not what is no picture', async () => {
    const { pictures, asked, files, settled } = setUp();
    files.set('https://a.test/page.html', Buffer.alloc(0));
    for (const url of ['https://a.test/away.png', 'https://a.test/page.html']) {
      pictures.find('a', url);
      await settled();
      pictures.find('a', url);
      await settled();
    }
    expect(asked).toEqual([
      'a https://a.test/away.png',
      'a https://a.test/away.png',
      'a https://a.test/page.html',
    ]);
  });

  it.each(['blob:https://a.test/1', 'file:///etc/passwd', 'data:image/svg+xml,<svg/>'])(
    'D24 neither fetches nor decodes %s',
    (url) => {
      const { pictures, asked } = setUp();
      expect(pictures.find('a', url)).toBeUndefined();
      expect(asked).toEqual([]);
    },
  );

  it('D24 forgets the one used longest ago', async () => {
    const { pictures, asked, files, settled } = setUp();
    const urls = Array.from({ length: PICTURES_MAX }, (_, index) => `https://a.test/${index}.png`);
    for (const url of urls) files.set(url, Buffer.from(url));
    for (const url of urls) pictures.find('a', url);
    await settled();
    pictures.find('a', 'https://a.test/0.png');
    files.set('https://a.test/new.png', Buffer.from('new'));
    pictures.find('a', 'https://a.test/new.png');
    await settled();
    asked.length = 0;
    expect(pictures.find('a', 'https://a.test/0.png')).toBeDefined();
    expect(pictures.find('a', 'https://a.test/1.png')).toBeUndefined();
    expect(asked).toEqual(['a https://a.test/1.png']);
  });
});
