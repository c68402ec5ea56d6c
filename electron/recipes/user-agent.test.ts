import { describe, expect, it } from 'vitest';
import { userAgentFor } from './user-agent';

const linux33 =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) foyer/0.1.0 Chrome/130.0.6723.59 Electron/33.2.1 Safari/537.36';

describe('userAgentFor', () => {
  it.each([
    [
      'Linux',
      linux33,
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
    ],
    [
      'macOS, packaged',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Foyer/1.2.3-beta.1 Chrome/144.0.7559.60 Electron/45.4.1 Safari/537.36',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/144.0.0.0 Safari/537.36',
    ],
    [
      'Windows, an app name the tokens of which look like others',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) ChromeFoyer/1 Chrome/130.0.6723.59 Electron/33.2.1 Safari/537.36',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
    ],
    [
      'already plain Chrome',
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
    ],
    ['nothing that Chrome says', 'Foyer', 'Foyer'],
  ])('V8 as Chrome: %s', (_, given, expected) => {
    expect(userAgentFor({ kind: 'chrome' }, given)).toBe(expected);
  });

  it('V8 leaves the default as it is', () => {
    expect(userAgentFor({ kind: 'default' }, linux33)).toBe(linux33);
  });

  it('V8 adds a suffix behind the default', () => {
    expect(userAgentFor({ kind: 'suffix', suffix: 'Mattermost/6.0.0' }, linux33)).toBe(
      `${linux33} Mattermost/6.0.0`,
    );
  });
});
