import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isPageLost } from '../../../electron/core/decide/page-up';
import { useProjection, useSend } from '../../store/use-shell';
import { FindBar } from '../find/find-bar';
import { FullScreenSign } from '../full-screen/full-screen-sign';
import './own-line.css';

const OwnFailure = lazy(async () => ({ default: (await import('./own-failure')).OwnFailure }));

/** What of the shell's stands in a service's own window: where one finds in its page, whose page fills the screen, why there is none. */
export function OwnLine({ serviceId }: { readonly serviceId: string }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const isFinding = useProjection((projection) => projection.ownFind === serviceId);
  const isFull = useProjection(
    ({ fullScreen }) => fullScreen?.serviceId === serviceId && fullScreen.isSigned,
  );
  const service = useProjection(({ services }) => services.find(({ id }) => id === serviceId));
  const title = t('ownWindow.line', { name: service?.name ?? '' });
  useEffect(() => {
    document.title = title;
  }, [title]);
  const isLost = service !== undefined && isPageLost(service);
  return (
    <main className={isLost ? 'own-failure page' : 'own-line'}>
      <h1 className="visually-hidden">{title}</h1>
      {isLost ? (
        <Suspense>
          <OwnFailure service={service} />
        </Suspense>
      ) : isFinding ? (
        <FindBar onClose={() => send('own-window.close-find', { serviceId })} />
      ) : (
        isFull && <FullScreenSign />
      )}
    </main>
  );
}
