import { ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjection, useShellStore } from '../../store/use-shell';

/** Says at all times that the app was started in safe mode; pressed it says what that means and how to leave it. */
export function SafeModeMark(): ReactNode {
  const { t } = useTranslation();
  const store = useShellStore();
  const isSafeMode = useProjection((projection) => projection.isSafeMode);
  if (!isSafeMode) return null;
  return (
    <button
      type="button"
      className="safe-mode"
      aria-haspopup="dialog"
      onClick={() => store.setState({ dialog: { kind: 'restart' } })}
    >
      <ShieldCheck size={14} strokeWidth={1.5} aria-hidden />
      {t('safeMode.name')}
    </button>
  );
}
