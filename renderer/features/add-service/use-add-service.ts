import { useCallback, useEffect, useState } from 'react';
import type { RecipeManifest } from '../../../electron/recipes/types';
import { useCommand } from '../../store/use-shell';
import { refusalOfTyped, toAddressState, type AddressState } from './address-state';

/** How long typing must rest before the server is asked, in ms. */
const REST_MS = 500;

interface AddService {
  readonly state: AddressState;
  readonly adding: boolean;
  /** Says what is wrong with what was typed, once the person has moved on. */
  readonly judge: () => void;
  readonly add: (name: string) => Promise<void>;
  /** Asks the server once more. */
  readonly lookAgain: () => void;
}

/** Looks at an address while it is typed, and adds the service. */
export function useAddService(recipe: RecipeManifest, address: string): AddService {
  const command = useCommand();
  // By address, so that an answer that comes late says nothing of the address that stands there by then.
  const [known, setKnown] = useState<ReadonlyMap<string, AddressState>>(new Map());
  const [adding, setAdding] = useState(false);
  const state: AddressState = known.get(address) ?? { kind: 'untold' };
  const { id: recipeId, start } = recipe;

  const know = useCallback(
    (next: AddressState) => setKnown((before) => new Map([...before, [address, next]])),
    [address],
  );
  const check = useCallback(async (): Promise<AddressState> => {
    know({ kind: 'checking' });
    const next = toAddressState(await command('address.check', { recipeId, address }));
    know(next);
    return next;
  }, [command, know, recipeId, address]);

  const lookAgain = useCallback((): void => {
    check().catch(() => know({ kind: 'untold' }));
  }, [check, know]);

  useEffect(() => {
    if (start.kind === 'fixed' || refusalOfTyped(start, address) !== undefined) return undefined;
    const timer = setTimeout(lookAgain, REST_MS);
    return () => clearTimeout(timer);
  }, [start, address, lookAgain]);

  const judge = (): void => {
    const reason =
      start.kind === 'fixed' || address.trim() === '' ? undefined : refusalOfTyped(start, address);
    if (reason !== undefined) know({ kind: 'refused', reason });
  };

  const add = async (name: string): Promise<void> => {
    const typed = refusalOfTyped(start, address);
    if (typed !== undefined) return know({ kind: 'refused', reason: typed });
    setAdding(true);
    try {
      const before = start.kind === 'fixed' || state.kind === 'found' ? state : await check();
      if (before.kind === 'refused') return undefined;
      // A warning must have been there to be read before its button counts.
      if (before.kind === 'found' && before.insecure && state.kind !== 'found') return undefined;
      const answer = await command('service.add', { recipeId, address, name });
      if (answer.kind === 'refused') know({ kind: 'refused', reason: answer.reason });
    } catch {
      know({ kind: 'refused', reason: 'failed' });
    } finally {
      setAdding(false);
    }
    return undefined;
  };

  return { state, adding, judge, add, lookAgain };
}
