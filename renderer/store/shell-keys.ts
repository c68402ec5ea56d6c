import type { ShellBridge } from '../../electron/core/ipc/contract';
import type { ShellStore } from './shell-store';

/** What of a key press is looked at. */
type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Where something is typed, so that what is pressed there is meant as text. */
const TYPED_IN =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]';

/** Gives the command that a key means in the shell alone: in pages it is theirs. */
export function toShellCommand(
  press: Press,
  isTyping: boolean,
  platform: 'darwin' | 'linux' | 'win32',
): 'keys' | 'find' | undefined {
  const isMod = platform === 'darwin' ? press.metaKey && !press.ctrlKey : press.ctrlKey && !press.metaKey;
  if (press.altKey) return undefined;
  if (press.key === '?' && !press.ctrlKey && !press.metaKey) return isTyping ? undefined : 'keys';
  const isF = /^f$/i.test(press.key) || (press.code === 'KeyF' && !/^[a-z]$/i.test(press.key));
  return isMod && isF ? 'find' : undefined;
}

/** Hears the keys that work in the shell and not in pages: `?` for all keys, Mod+F for finding. */
export function startShellKeys(
  store: ShellStore,
  bridge: Pick<ShellBridge, 'command'>,
  page: Document,
): () => void {
  const listener = (event: KeyboardEvent): void => {
    const { projection, menu, dialog } = store.getState();
    if (event.defaultPrevented || projection === undefined || projection.lock.kind === 'locked') return;
    const isTyping = event.target instanceof Element && event.target.closest(TYPED_IN) !== null;
    const id = toShellCommand(event, isTyping, projection.platform);
    if (id === undefined || menu !== undefined || dialog !== undefined) return;
    event.preventDefault();
    if (id === 'find' && projection.surface !== undefined) focusSearch(page);
    else bridge.command('command.run', { id }).catch(() => undefined);
  };
  page.addEventListener('keydown', listener);
  return () => page.removeEventListener('keydown', listener);
}

/** Puts the keyboard where one searches: in what is called up, else in the page. */
export function focusSearch(page: Document): void {
  const field = page.querySelector<HTMLInputElement>(
    'dialog[open] .search-field input, .find-bar input, .page .search-field input, .page [role="combobox"]',
  );
  field?.focus();
  field?.select();
}
