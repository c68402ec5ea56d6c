import { describe, expect, it } from 'vitest';
import { aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { startProjection } from './projection';

describe('startProjection', () => {
  it('H5 pushes at once, then the latest once per frame however much changes', () => {
    const store = createAppStore(aState(), (error) => {
      throw error;
    });
    const sent: number[] = [];
    const frames: (() => void)[] = [];
    startProjection(
      store,
      {
        send: (projection) => sent.push(projection.revision),
        after: (_delayMs, run) => {
          frames.push(run);
          return () => undefined;
        },
      },
      { platform: 'linux', listenable: [] },
    );
    expect(sent).toEqual([0]);
    for (const open of [true, false, true]) store.dispatch({ kind: 'overlay-changed', open });
    expect(sent).toEqual([0]);
    frames.shift()?.();
    expect(sent).toEqual([0, 3]);
    frames.shift()?.();
    expect(sent).toEqual([0, 3]);
    store.dispatch({ kind: 'overlay-changed', open: false });
    expect(sent).toEqual([0, 3, 4]);
  });
});
