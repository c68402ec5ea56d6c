import { describe, expect, it } from 'vitest';
import type { ProjectionPush } from '../../core/ipc/projection';
import { aService, aState } from '../../core/fixtures.test-support';
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
      { platform: 'linux', listenable: [], isSafeMode: false },
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

  it('H5 leaves out services that are as in the push before', () => {
    const store = createAppStore(aState([aService('a')]), (error) => {
      throw error;
    });
    const sent: ProjectionPush[] = [];
    const after = (_delayMs: number, run: () => void) => {
      run();
      return () => undefined;
    };
    startProjection(
      store,
      { send: (pushed) => sent.push(pushed), after },
      { platform: 'linux', listenable: [], isSafeMode: false },
    );
    store.dispatch({ kind: 'overlay-changed', open: true });
    store.dispatch({ kind: 'overlay-changed', open: false });
    store.dispatch({ kind: 'service-renamed', serviceId: 'a', name: 'other' });
    store.dispatch({ kind: 'overlay-changed', open: true });
    expect(sent.map(({ services }) => ('sameAs' in services ? services.sameAs : services[0]?.name))).toEqual([
      aService('a').name,
      0,
      1,
      'other',
      3,
    ]);
  });
});
