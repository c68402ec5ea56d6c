import type { InboxDialog, InboxMenu } from './inbox-view';

/** Gives the keyboard back, after a menu or a dialog is closed, to what it was about: the list, or the button of a menu. */
export function giveFocusBack(closed: InboxMenu | InboxDialog, current: string | undefined): void {
  const button = buttonOf(closed);
  const stop = [...document.querySelectorAll<HTMLElement>('[data-stop]')].find(
    ({ dataset }) => dataset['stop'] === current,
  );
  const target = button === undefined ? stop : document.querySelector<HTMLElement>(`[data-menu="${button}"]`);
  target?.focus();
}

function buttonOf(closed: InboxMenu | InboxDialog): string | undefined {
  switch (closed.kind) {
    case 'mute':
    case 'conversation':
    case 'entry':
    case 'pattern':
      return undefined;
    case 'remove':
      return closed.removal.kind === 'older' || closed.removal.kind === 'shown' ? 'page' : undefined;
    case 'dates':
      return 'when';
    case 'keys':
      return 'page';
    case 'page':
    case 'service':
    case 'channel':
    case 'sender':
    case 'when':
      return closed.kind;
  }
}
