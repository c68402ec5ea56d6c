import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { useSend } from '../../store/use-shell';
import { appNames } from './app-names';
import { useFoundApps } from './use-found-apps';

/** The way in for whoever comes from another app; says so where that app is on this computer. */
export function MoveIn(): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const [first] = useFoundApps();
  return (
    <Button
      look={first === undefined ? 'text' : 'plain'}
      onClick={() => send('page.show', { page: 'moving' })}
    >
      {first === undefined ? t('moving.welcome') : t('moving.welcomeFound', { app: appNames[first.app] })}
    </Button>
  );
}
