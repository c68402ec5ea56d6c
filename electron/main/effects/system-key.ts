import { decideSystemKey, decideToggle } from '../../core/decide/decide-system-key';
import type { Platform } from '../platform';
import type { AppStore, Stop } from '../store/app-store';

/** What is used of Electron's `globalShortcut`, and of the window. */
export interface SystemKeyPort {
  readonly platform: Platform;
  /** False where another program has the key; throws at one it cannot read. */
  readonly register: (accelerator: string, onPress: () => void) => boolean;
  readonly unregister: (accelerator: string) => void;
  readonly hide: () => void;
}

/** Keeps the key that shows and hides Foyer from anywhere known to the system, and does what it is for. */
export function startSystemKey(store: AppStore, port: SystemKeyPort): Stop {
  const held: { accelerator: string | undefined } = { accelerator: undefined };
  const letGo = (): void => {
    if (held.accelerator !== undefined) port.unregister(held.accelerator);
    held.accelerator = undefined;
  };
  const take = (accelerator: string): boolean => {
    if (accelerator === '') return false;
    try {
      return port.register(accelerator, () => store.dispatch({ kind: 'system-key-pressed' }));
    } catch {
      return false;
    }
  };
  const stops = [
    store.watch(
      (state) => decideSystemKey(state, port.platform),
      (accelerator) => {
        letGo();
        if (accelerator !== undefined && take(accelerator)) held.accelerator = accelerator;
        const state =
          accelerator === undefined ? 'none' : held.accelerator === undefined ? 'refused' : 'heard';
        store.dispatch({ kind: 'system-key-settled', state });
      },
    ),
    store.onAction('system-key-pressed', (_action, after) => {
      if (decideToggle(after) === 'hide') port.hide();
      else store.dispatch({ kind: 'window-show-requested' });
    }),
    letGo,
  ];
  return () => stops.forEach((stop) => stop());
}
