import type { ShellBridge } from '../electron/core/ipc/contract';

declare global {
  interface Window {
    /** Put there by `electron/preload/shell.ts`; the only way out of this page. */
    readonly shell: ShellBridge;
  }
}
