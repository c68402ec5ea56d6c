import { Moon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { anchorOf } from '../../components/anchor-of';
import { useProjection, useShell, useShellStore } from '../../store/use-shell';
import { toFocusLook } from './focus-state';
import { useFocusWords } from './use-focus-words';

/** Says in the header that focus is on, and opens its menu; nothing while it is off. */
export function FocusMark(): ReactNode {
  const { t } = useTranslation();
  const store = useShellStore();
  const say = useFocusWords();
  const focus = useProjection((projection) => projection.focus);
  const isMenuOpen = useShell((state) => state.menu?.kind === 'focus' && state.menu.from === 'header');
  const { main, isOn } = toFocusLook(focus);
  if (!isOn) return null;
  return (
    <button
      type="button"
      className="focus-mark"
      title={t('focus.label')}
      aria-haspopup="menu"
      aria-expanded={isMenuOpen}
      onClick={(event) => {
        const anchor = anchorOf(event.currentTarget);
        store.setState({ menu: { kind: 'focus', from: 'header', anchor, byKeyboard: event.detail === 0 } });
      }}
    >
      <Moon size={14} strokeWidth={1.5} aria-hidden />
      <span>{say(main)}</span>
    </button>
  );
}
