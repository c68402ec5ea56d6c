import { expect, it } from 'vitest';
import { toDownloadMark } from './to-download-mark';

const origin = {
  url: 'https://me:secret@files.example.org/a/report.pdf?token=secret#page=2',
  pageUrl: 'https://chat.example.org/channel/general?secret=1',
  atMs: 1_764_156_000_500,
  id: '0b0c1d3e-2b63-4a5e-9d5f-2f3a6f1c9a10',
};

it('W30 on Linux says where a file came from', () => {
  expect(toDownloadMark('linux', origin)).toEqual({
    kind: 'attributes',
    attributes: {
      'user.xdg.origin.url': 'https://files.example.org/a/report.pdf',
      'user.xdg.referrer.url': 'https://chat.example.org/channel/general',
    },
  });
});

it('W30 on macOS puts it into quarantine', () => {
  expect(toDownloadMark('darwin', origin)).toEqual({
    kind: 'attributes',
    attributes: {
      'com.apple.quarantine': '0081;6926e260;Foyer;0B0C1D3E-2B63-4A5E-9D5F-2F3A6F1C9A10',
    },
  });
});

it('W30 on Windows gives it the zone of the internet', () => {
  expect(toDownloadMark('win32', origin)).toEqual({
    kind: 'stream',
    suffix: ':Zone.Identifier',
    text: [
      '[ZoneTransfer]',
      'ZoneId=3',
      'ReferrerUrl=https://chat.example.org/channel/general',
      'HostUrl=https://files.example.org/a/report.pdf',
      '',
    ].join('\r\n'),
  });
});

it('W30 what a page made itself came from its page, or from nowhere that can be named', () => {
  const made = { ...origin, url: 'blob:https://chat.example.org/0b0c1d3e' };
  expect(toDownloadMark('linux', made)).toMatchObject({
    attributes: { 'user.xdg.origin.url': 'https://chat.example.org/' },
  });
  const unnamed = { ...origin, url: 'data:text/plain,x', pageUrl: '' };
  expect(toDownloadMark('linux', unnamed)).toEqual({ kind: 'attributes', attributes: {} });
  expect(toDownloadMark('win32', unnamed)).toMatchObject({
    text: '[ZoneTransfer]\r\nZoneId=3\r\nHostUrl=about:internet\r\n',
  });
});

it('W30 secrets in addresses, line breaks and length go nowhere', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    const text = JSON.stringify(toDownloadMark(platform, origin));
    expect(text).not.toMatch(/secret|token/);
    const bent = toDownloadMark(platform, {
      ...origin,
      url: `https://a.test/${'x\r\nZoneId=0'.repeat(500)}`,
    });
    expect(JSON.stringify(bent).length).toBeLessThan(1500);
    if (bent.kind === 'stream') expect(bent.text.match(/^ZoneId/gm)).toHaveLength(1);
  }
});
