import { describe, expect, it, vi } from 'vitest';
import { SOURCES_MAX } from '../model/share';
import {
  canShareAudio,
  decidePicker,
  decideShare,
  isForScreen,
  toPortalSource,
  toShareSources,
  type ShareFacts,
} from './decide-share';

const facts: ShareFacts = {
  isOwnPage: true,
  origin: 'https://call.test',
  wasSeenAsking: true,
  isAsking: false,
  isLocked: false,
  isInTime: () => true,
};
const picture = 'data:image/jpeg;base64,AA==';

describe('decideShare', () => {
  it('V30 asks for the service’s own page, by the origin of the frame', () => {
    expect(decideShare(facts)).toEqual({ kind: 'ask', origin: 'https://call.test' });
  });

  it.each<[string, Partial<ShareFacts>]>([
    ['no origin', { origin: undefined }],
    ['foreign page', { isOwnPage: false }],
    ['unseen', { wasSeenAsking: false }],
    ['locked', { isLocked: true }],
    ['asks already', { isAsking: true }],
    ['too many', { isInTime: () => false }],
  ])('V30 V31 refuses: %s', (reason, changes) => {
    expect(decideShare({ ...facts, ...changes })).toEqual({ kind: 'refuse', reason });
  });

  it.each<Partial<ShareFacts>>([
    { origin: undefined },
    { isOwnPage: false },
    { wasSeenAsking: false },
    { isLocked: true },
    { isAsking: true },
  ])('V31 counts no question that is not put: %o', (changes) => {
    const isInTime = vi.fn(() => true);
    decideShare({ ...facts, ...changes, isInTime });
    expect(isInTime).not.toHaveBeenCalled();
  });

  it('V36 knows a request for the screen by both of Electron’s ways to name it', () => {
    expect(isForScreen('display-capture', ['video'])).toBe(true);
    expect(isForScreen('media', [])).toBe(true);
    expect(isForScreen('media', ['audio'])).toBe(false);
    expect(isForScreen('geolocation', [])).toBe(false);
  });
});

describe('what there is to choose from', () => {
  it('V34 is shown by the desktop on Wayland, by Foyer elsewhere', () => {
    expect(decidePicker({ platform: 'linux', isWayland: true })).toBe('portal');
    expect(decidePicker({ platform: 'linux', isWayland: false })).toBe('own');
    expect(decidePicker({ platform: 'darwin', isWayland: false })).toBe('own');
    expect(decidePicker({ platform: 'win32', isWayland: false })).toBe('own');
  });

  it('V34 names nothing of ours to the portal but the kind', () => {
    expect(toPortalSource('window')).toEqual({ id: 'window:0:0', kind: 'window', name: '', picture: '' });
  });

  it('V35 has sound on Windows alone', () => {
    expect((['darwin', 'linux', 'win32'] as const).filter((platform) => canShareAudio({ platform }))).toEqual(
      ['win32'],
    );
  });

  it('V33 has screens first, and no window of Foyer’s', () => {
    const raw = ['window:7:0', 'window:8:1', 'screen:1:0', 'tab:3', 'window:9:0'].map((id) => ({
      id,
      name: ` ${id}\n`,
      picture,
    }));
    expect(toShareSources(raw, ['window:8:0']).map(({ id, kind, name }) => [id, kind, name])).toEqual([
      ['screen:1:0', 'screen', 'screen:1:0'],
      ['window:7:0', 'window', 'window:7:0'],
      ['window:9:0', 'window', 'window:9:0'],
    ]);
  });

  it('V33 is bounded: how many, how long their names, how large their pictures', () => {
    const many = Array.from({ length: 200 }, (_, index) => ({
      id: `window:${index}:0`,
      name: 'x'.repeat(999),
      picture: index === 0 ? `${picture}${'A'.repeat(200_000)}` : picture,
    }));
    const sources = toShareSources(many, []);
    expect(sources).toHaveLength(SOURCES_MAX);
    expect(sources[0]).toMatchObject({ name: 'x'.repeat(120), picture: '' });
    expect(toShareSources([{ id: 'screen:1:0', name: '', picture: 'https://x.test/' }], [])[0]?.picture).toBe(
      '',
    );
  });
});
