import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandAnswer } from '../../../electron/core/ipc/contract';
import { Button } from '../../components/button';
import { Drawing } from '../../components/drawing';
import { useCommand, useSend } from '../../store/use-shell';
import { LicencesDialog } from '../licences/licences-dialog';

/** Which Foyer this is, what it runs on, and under which licences; and what helps to find out what is wrong. */
export function About(): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const send = useSend();
  const [about, setAbout] = useState<CommandAnswer<'app.about'>>();
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    command('app.about').then(setAbout, () => undefined);
  }, [command]);
  return (
    <section>
      <h2>{t('settings.about.title')}</h2>
      <div className="settings-card settings-about selectable">
        <Drawing name="mark" size={32} />
        <div>
          <p>{about === undefined ? t('app.name') : t('settings.about.version', about)}</p>
          <p>{about !== undefined && t('settings.about.engine', about)}</p>
        </div>
        <div className="settings-about-buttons">
          <Button onClick={() => setIsShown(true)}>{t('licences.show')}</Button>
          <Button onClick={() => send('command.run', { id: 'diagnostics' })}>{t('diagnostics.show')}</Button>
        </div>
      </div>
      {isShown && <LicencesDialog onClose={() => setIsShown(false)} />}
    </section>
  );
}
