import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { services, useDesk } from './lock-desk.test-support';
import { LOCK_FILES, readLock } from './lock-file';
import { readStart } from './read-start';
import { openTriesFile } from './tries-file';

const { folder, at, start, seeded, files, filesWith } = useDesk();

describe('the desk', () => {
  it('L52 L60 sets, seals, and removed, all lies open as before', async () => {
    const { desk, kind } = seeded();
    const before = readFileSync(at('inbox.key'), 'utf8');
    expect(filesWith(/zanzibar/i)).toHaveLength(6);
    expect(await desk.set('too few')).toEqual({ kind: 'unfit' });
    expect(await desk.set('enough of it')).toEqual({ kind: 'done' });
    expect([kind(), filesWith(/zanzibar/i)]).toEqual(['open', []]);
    expect(await desk.set('another one')).toEqual({ kind: 'not-now' });
    expect(await desk.remove('another one')).toEqual({ kind: 'wrong' });
    expect(await desk.remove('enough of it')).toEqual({ kind: 'done' });
    expect([kind(), filesWith(/zanzibar/i).length]).toEqual(['none', 7]);
    expect(readFileSync(at('inbox.key'), 'utf8')).toBe(before);
    expect(files().filter((name) => name.startsWith('lock'))).toEqual([]);
    expect(start().store.getState().persisted.services).toEqual(services);
  });

  it('L58 at a start it is locked and knows nothing; the passphrase brings all', async () => {
    await seeded().desk.set('enough of it');
    const { desk, store, kind } = start();
    expect([kind(), store.getState().persisted.services]).toEqual(['locked', []]);
    expect(await desk.unlock('not enough of it')).toEqual({ kind: 'wrong' });
    expect(await desk.unlock('enough of it')).toEqual({ kind: 'done' });
    expect([kind(), store.getState().persisted.services]).toEqual(['open', services]);
    expect(files().filter((name) => /broken-.*2001|sealed/.test(name))).toEqual([]);
  });

  it('L65 L66 locking forgets the key; asked for in the midst of a change it comes right after', async () => {
    const { desk, vault, kind } = seeded();
    desk.lock('asked');
    expect(kind()).toBe('none');
    await desk.set('enough of it');
    const changing = desk.change('enough of it', 'more than enough');
    desk.lock('screen');
    expect(await desk.change('enough of it', 'more than enough')).toEqual({ kind: 'not-now' });
    expect(await changing).toEqual({ kind: 'done' });
    expect([kind(), vault.isOpen()]).toEqual(['locked', false]);
    expect(await desk.unlock('enough of it')).toEqual({ kind: 'wrong' });
    expect(await desk.unlock('more than enough')).toEqual({ kind: 'done' });
    expect([kind(), vault.isOpen()]).toEqual(['open', true]);
  });

  it('L59 after three wrong ones nobody is heard for a while, also after a new start', async () => {
    await seeded().desk.set('enough of it');
    const first = start();
    for (const wrong of ['one of them', 'two of them', 'three of them'])
      expect(await first.desk.unlock(wrong)).toEqual({ kind: 'wrong' });
    const { lock } = first.store.getState().session;
    expect(lock).toMatchObject({ waitUntilMs: 1_005_000 });
    expect(await first.desk.unlock('enough of it')).toMatchObject({ kind: 'wait', untilMs: 1_005_000 });
    const again = start();
    expect(again.store.getState().session.lock).toEqual(lock);
    expect(await again.desk.unlock('enough of it')).toMatchObject({ kind: 'wait', untilMs: 1_005_000 });
    again.clock.nowMs += 5_000;
    expect(await again.desk.unlock('enough of it')).toEqual({ kind: 'done' });
    expect(existsSync(at('lock.tries.json'))).toBe(false);
  });

  it('L59 a try is counted before it is looked at: killing the app in the midst wins nothing', async () => {
    await seeded().desk.set('enough of it');
    void start({ derive: () => new Promise(() => undefined) }).desk.unlock('killed in the midst');
    expect(openTriesFile(folder.path).read().count).toBe(1);
  });

  it('L52 what the disk refuses while it is set is sealed at the next start', async () => {
    const { desk, disk, kind } = seeded();
    disk.refuses = Object.assign(new Error('full'), { code: 'ENOSPC' });
    expect(await desk.set('enough of it')).toEqual({ kind: 'failed', reason: 'ENOSPC' });
    expect([kind(), filesWith(/zanzibar/i).length]).toEqual(['open', 6]);
    const next = start();
    expect(await next.desk.unlock('enough of it')).toEqual({ kind: 'done' });
    expect(next.store.getState().persisted.services).toEqual(services);
    await next.rewrite();
    expect(filesWith(/zanzibar/i)).toEqual([]);
  });

  it('L60 what the disk refuses while it is removed stays sealed, and the passphrase stays', async () => {
    const { desk, disk, kind } = seeded();
    await desk.set('enough of it');
    disk.refuses = new Error('full');
    expect(await desk.remove('enough of it')).toEqual({ kind: 'failed', reason: 'full' });
    expect([kind(), filesWith(/zanzibar/i)]).toEqual(['open', []]);
    expect(await start().desk.unlock('enough of it')).toEqual({ kind: 'done' });
  });

  it('L66 a derivation that fails loses nothing', async () => {
    await seeded().desk.set('enough of it');
    const { desk } = start({ derive: () => Promise.reject(new Error('the process ended')) });
    expect(await desk.unlock('enough of it')).toEqual({ kind: 'failed', reason: 'the process ended' });
    expect(openTriesFile(folder.path).read().count).toBe(0);
    expect(await start().desk.unlock('enough of it')).toEqual({ kind: 'done' });
  });

  it('L67 begun anew, what was sealed is set aside, whole, and nothing is locked', async () => {
    await seeded().desk.set('enough of it');
    const { desk, store, kind } = start();
    const sealed = readFileSync(at('foyer.json'));
    expect(desk.startOver()).toEqual({ kind: 'done' });
    expect([kind(), store.getState().persisted.services]).toEqual(['none', []]);
    const aside = files().find((name) => name.startsWith('foyer.sealed-')) ?? '';
    expect(readFileSync(at(aside))).toEqual(sealed);
    expect(files().filter((name) => /^lock\.(?:backup\.)?sealed-/.test(name))).toHaveLength(2);
    expect(desk.startOver()).toEqual({ kind: 'not-now' });
    expect(readStart(folder.path, 0).state.session.lock).toEqual({ kind: 'none' });
  });

  it('L67 lock files that are gone or broken are said to be so; one that is put back opens', async () => {
    await seeded().desk.set('enough of it');
    copyFileSync(at(LOCK_FILES.main), at('elsewhere'));
    rmSync(at(LOCK_FILES.backup));
    writeFileSync(at(LOCK_FILES.main), '{"version":1');
    const { desk, store } = start();
    expect(store.getState().session.lock).toMatchObject({ kind: 'locked', isBroken: true });
    expect(await desk.unlock('enough of it')).toEqual({ kind: 'not-now' });
    copyFileSync(at('elsewhere'), at(LOCK_FILES.main));
    expect(await start().desk.unlock('enough of it')).toEqual({ kind: 'done' });
    expect(existsSync(at(LOCK_FILES.backup))).toBe(true);
  });

  it('L63 any changed bit makes a copy none that opens; then the other does, and both are whole again', async () => {
    await seeded().desk.set('enough of it');
    const whole = readFileSync(at(LOCK_FILES.main));
    for (let byte = 0; byte < whole.length; byte += 23) {
      const changed = Buffer.from(whole);
      changed[byte] = (changed[byte] ?? 0) ^ 4;
      writeFileSync(at(LOCK_FILES[byte % 2 === 0 ? 'main' : 'backup']), changed);
      expect(await start().desk.unlock('enough of it')).toEqual({ kind: 'done' });
      expect(readLock(folder.path)).toMatchObject({ kind: 'good', isPaired: true });
    }
  });
});
