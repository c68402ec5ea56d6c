import { Fingerprint } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { useCommand } from '../../store/use-shell';

interface ByTouchIdProps {
  readonly onAsk: () => void;
  readonly onRefused: () => void;
}

/** Asks macOS whether it knows the person; main does so itself when they come to the window. */
export function ByTouchId({ onAsk, onRefused }: ByTouchIdProps): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const [isAsking, setIsAsking] = useState(false);
  const ask = (): void => {
    if (isAsking) return;
    setIsAsking(true);
    onAsk();
    void command('lock.unlock-by-biometrics')
      .then(({ kind }) => {
        if (kind === 'wrong') onRefused();
      })
      .catch(onRefused)
      .then(() => setIsAsking(false));
  };
  return (
    <Button onClick={ask} aria-disabled={isAsking}>
      <Fingerprint size={16} strokeWidth={1.5} aria-hidden />
      {t(isAsking ? 'lock.touchIdAsking' : 'lock.touchId')}
    </Button>
  );
}
