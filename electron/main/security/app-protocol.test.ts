import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Protocol, ProtocolRequest, ProtocolResponse } from 'electron/main';
import { resolveInside, serveAppProtocol } from './app-protocol';

describe('resolveInside', () => {
  it('W21 finds files below the folder', () => {
    expect(resolveInside('/app/out/renderer', '/assets/main.js')).toBe('/app/out/renderer/assets/main.js');
  });

  it.each([
    '/../preload/shell.cjs',
    '/%2e%2e/secret',
    '/..%2f..%2fsecret',
    '/assets/../../x',
    '/a%00b',
    '/%zz',
    '/',
  ])('W21 refuses %s', (path) => {
    expect(resolveInside('/app/out/renderer', path)).toBeUndefined();
  });
});

describe('serveAppProtocol', () => {
  it('W40 gives each answer a policy that lets nothing in but the shell’s own files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-shell-'));
    writeFileSync(join(folder, 'index.html'), '<script src="./assets/a.js"></script>');
    type Serve = (request: ProtocolRequest, callback: (answer: Buffer | ProtocolResponse) => void) => void;
    const held: { serve?: Serve } = {};
    const protocol = {
      registerBufferProtocol: (_scheme: string, serve: Serve) => ((held.serve = serve), true),
    };
    const pictures = { icon: () => Promise.resolve(new Uint8Array(1)), still: () => new Uint8Array(1) };
    void serveAppProtocol(protocol as unknown as Protocol, folder, new Map(), pictures);
    const answerTo = (url: string, method = 'GET') =>
      new Promise<ProtocolResponse>((resolve) =>
        held.serve?.({ url, method } as ProtocolRequest, (answer) => resolve(answer as ProtocolResponse)),
      );
    for (const path of ['index.html', 'service-icon/a', 'service-still/a']) {
      const { headers = {} } = await answerTo(`app://foyer/${path}`);
      expect(String(headers['content-security-policy']).split('; ')).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ]);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
    const refused = [
      await answerTo('app://other/index.html'),
      await answerTo('app://foyer/index.html', 'POST'),
      await answerTo('app://foyer/none.html'),
    ];
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
    rmSync(folder, { recursive: true });
  });
});
