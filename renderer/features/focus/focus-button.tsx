import { Moon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { anchorOf } from '../../components/anchor-of';
import { useUntilText } from '../../components/until-text';
import { useProjection, useShell, useShellStore } from '../../store/use-shell';
import { toBadgeText } from '../sidebar/service-state';
import { toFocusLook } from './focus-state';
import { useFocusWords } from './use-focus-words';
import './focus.css';

interface FocusButtonProps {
  readonly tabIndex: 0 | -1;
}

/** Focus on the bar: a moon; while it is on, the time it ends and how many are held back. */
export function FocusButton({ tabIndex }: FocusButtonProps): ReactNode {
  const { t, i18n } = useTranslation();
  const store = useShellStore();
  const say = useFocusWords();
  const until = useUntilText();
  const focus = useProjection((projection) => projection.focus);
  const held = useProjection((projection) => projection.inbox.held);
  const isMenuOpen = useShell((state) => state.menu?.kind === 'focus' && state.menu.from === 'bar');
  const { main, isOn, untilMs } = toFocusLook(focus);
  const heldWords = isOn && held > 0 ? t('focus.held', { count: held }) : undefined;
  const words =
    heldWords === undefined ? say(main) : t('focus.withHeld', { focus: say(main), held: heldWords });
  return (
    <button
      type="button"
      className="icon-button icon-button-bar focus-button"
      data-on={isOn}
      aria-label={words}
      title={words}
      aria-haspopup="menu"
      aria-expanded={isMenuOpen}
      tabIndex={tabIndex}
      onClick={(event) => {
        const anchor = anchorOf(event.currentTarget);
        store.setState({ menu: { kind: 'focus', from: 'bar', anchor, byKeyboard: event.detail === 0 } });
      }}
    >
      <Moon size={20} strokeWidth={1.5} aria-hidden />
      {untilMs !== undefined && (
        <span className="focus-until" aria-hidden>
          {until(untilMs)}
        </span>
      )}
      {heldWords !== undefined && (
        <span className="badge" data-look="held" aria-hidden>
          {toBadgeText(held, i18n.language)}
        </span>
      )}
    </button>
  );
}
