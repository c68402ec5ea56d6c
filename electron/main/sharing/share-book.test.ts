import { describe, expect, it } from 'vitest';
import { setUp } from './share.test-support';

describe('ending it', () => {
  const sharing = async () => {
    const all = setUp();
    await all.ask();
    await all.choose();
    return all;
  };

  it('V37 it is over when our code saw it come and says that none is left, and not before', async () => {
    const { say, shares } = await sharing();
    say({ asks: 1, shares: 0, screens: 0 });
    expect(shares()).toEqual(['Screen 1']);
    say({ asks: 1, shares: 1, screens: 1 });
    expect(shares()).toEqual(['Screen 1']);
    say({ asks: 1, shares: 1, screens: 0 });
    expect(shares()).toEqual([]);
  });

  it('V37 a second one in the same document counts anew', async () => {
    const { say, ask, choose, shares } = await sharing();
    say({ asks: 1, shares: 1, screens: 1 });
    await ask(2);
    await choose();
    say({ asks: 2, shares: 1, screens: 0 });
    expect(shares()).toHaveLength(2);
    say({ asks: 2, shares: 2, screens: 0 });
    expect(shares()).toEqual([]);
  });

  it('V37 what was refused though something was chosen stands for none that came', async () => {
    const { say, ask, choose, wanted, shares } = await sharing();
    wanted.userGesture = false;
    await ask(2);
    await choose();
    say({ asks: 2, shares: 1, screens: 0 });
    expect(shares()).toEqual(['Screen 1']);
    say({ asks: 2, shares: 2, screens: 0 });
    expect(shares()).toEqual([]);
  });

  it('V40 a page that ends it when told to is left alone', async () => {
    const { store, clock, say, acts, shares } = await sharing();
    store.dispatch({ kind: 'share-stop-requested', serviceId: 'b' });
    expect(acts).toEqual([]);
    store.dispatch({ kind: 'share-stop-requested', serviceId: null });
    store.dispatch({ kind: 'share-stop-requested', serviceId: 'a' });
    say({ asks: 1, shares: 1, screens: 0 });
    clock.pass(60_000);
    expect([acts, shares()]).toEqual([['share-stop'], []]);
  });

  it('V41 one that does not is loaded anew, and then its process is ended', async () => {
    const { store, clock, say, acts, shares, fire } = await sharing();
    store.dispatch({ kind: 'share-stop-requested', serviceId: 'a' });
    say({ asks: 1, shares: 1, screens: 1 });
    clock.pass(1_000);
    expect(acts).toEqual(['share-stop', 'reload']);
    expect(shares()).toEqual(['Screen 1']);
    clock.pass(3_000);
    expect(acts).toEqual(['share-stop', 'reload', 'end']);
    fire('render-process-gone');
    expect(shares()).toEqual([]);
  });

  it('V41 V37 it is over with the document that is loaded anew', async () => {
    const { store, clock, acts, shares, fire } = await sharing();
    store.dispatch({ kind: 'share-stop-requested', serviceId: 'a' });
    clock.pass(1_000);
    fire('did-navigate');
    clock.pass(60_000);
    expect([acts, shares()]).toEqual([['share-stop', 'reload'], []]);
  });

  it('V42 locking ends it', async () => {
    const { store, acts } = await sharing();
    store.dispatch({ kind: 'locked', why: 'asked', canUnlock: true } as never);
    expect(acts).toEqual(['share-stop']);
  });
});
