import { useEffect, useRef, useState } from 'react';
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
}

/** Looks at an address while it is typed, and adds the service. */
export function useAddService(recipe: RecipeManifest, address: string): AddService {
  const command = useCommand();
  const [known, setKnown] = useState<{ readonly address: string; readonly state: AddressState }>();
  const [adding, setAdding] = useState(false);
  const latest = useRef(address);
  latest.current = address;
  const state: AddressState = known?.address === address ? known.state : { kind: 'untold' };
  const know = (next: AddressState): void => setKnown({ address, state: next });
  const isFixed = recipe.start.kind === 'fixed';

  const check = async (): Promise<AddressState> => {
    know({ kind: 'checking' });
    const next = toAddressState(await command('address.check', { recipeId: recipe.id, address }));
    if (latest.current === address) know(next);
    return next;
  };

  useEffect(() => {
    if (isFixed || refusalOfTyped(recipe.start, address) !== undefined) return undefined;
    const timer = setTimeout(() => void check().catch(() => know({ kind: 'untold' })), REST_MS);
    return () => clearTimeout(timer);
    // Asks once for each address typed, whatever else is drawn anew.
  }, [recipe.id, address]);

  const judge = (): void => {
    const reason = isFixed || address.trim() === '' ? undefined : refusalOfTyped(recipe.start, address);
    if (reason !== undefined) know({ kind: 'refused', reason });
  };

  const add = async (name: string): Promise<void> => {
    const typed = refusalOfTyped(recipe.start, address);
    if (typed !== undefined) return know({ kind: 'refused', reason: typed });
    setAdding(true);
    try {
      const before = isFixed || state.kind === 'found' ? state : await check();
      if (before.kind === 'refused') return;
      // A warning must have been there to be read before its button counts.
      if (before.kind === 'found' && before.insecure && state.kind !== 'found') return;
      const answer = await command('service.add', { recipeId: recipe.id, address, name });
      if (answer.kind === 'refused') know({ kind: 'refused', reason: answer.reason });
    } catch {
      know({ kind: 'refused', reason: 'failed' });
    } finally {
      setAdding(false);
    }
  };

  return { state, adding, judge, add };
}
