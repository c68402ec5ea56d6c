import { useCallback, useEffect, useState } from 'react';
import type { Discovery } from '../../../electron/core/model/discovery';
import { useCommand } from '../../store/use-shell';

/** How long typing must rest before an address is looked at, in ms. */
const REST_MS = 400;

/** What is known of an address. */
export type Looking =
  | { readonly kind: 'resting' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'seen'; readonly discovery: Discovery }
  | { readonly kind: 'failed' };

interface UseDiscovery {
  readonly state: Looking;
  /** Looks now, and again where it was looked before. */
  readonly look: () => void;
}

/** Finds out what is at an address once its typing rests. */
export function useDiscovery(text: string): UseDiscovery {
  const command = useCommand();
  // By text, so that an answer that comes late says nothing of what stands there by then.
  const [known, setKnown] = useState<ReadonlyMap<string, Looking>>(new Map());
  const state = known.get(text) ?? { kind: 'resting' };

  const look = useCallback((): void => {
    const know = (next: Looking): void => setKnown((before) => new Map([...before, [text, next]]));
    know({ kind: 'looking' });
    command('server.discover', { text }).then(
      (discovery) => know({ kind: 'seen', discovery }),
      () => know({ kind: 'failed' }),
    );
  }, [command, text]);

  const isFresh = state.kind === 'resting';
  useEffect(() => {
    if (!isFresh) return undefined;
    const timer = setTimeout(look, REST_MS);
    return () => clearTimeout(timer);
  }, [isFresh, look]);

  return { state, look };
}
