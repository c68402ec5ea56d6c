import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjection, useSend } from '../../store/use-shell';
import { FindBar } from '../find/find-bar';
import { FullScreenSign } from '../full-screen/full-screen-sign';
import './own-line.css';

/** What stands over the page in a service's own window: where one finds in it, or whose page fills the screen. */
export function OwnLine({ serviceId }: { readonly serviceId: string }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const isFinding = useProjection((projection) => projection.ownFind === serviceId);
  const isFull = useProjection(
    ({ fullScreen }) => fullScreen?.serviceId === serviceId && fullScreen.isSigned,
  );
  const name = useProjection(({ services }) => services.find(({ id }) => id === serviceId)?.name ?? '');
  const title = t('ownWindow.line', { name });
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="own-line">
      <h1 className="visually-hidden">{title}</h1>
      {isFinding ? (
        <FindBar onClose={() => send('own-window.close-find', { serviceId })} />
      ) : (
        isFull && <FullScreenSign />
      )}
    </main>
  );
}
