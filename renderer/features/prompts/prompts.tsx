import type { ReactNode } from 'react';
import { isAskedHere } from '../../store/shell-store';
import { useProjection } from '../../store/use-shell';
import { LoginSheet } from './login-sheet';
import { OwnCertificateSheet } from './own-certificate-sheet';
import { PermissionSheet } from './permission-sheet';
import { ShareSheet } from './share-sheet';

/** The questions of the service that is shown, and of those in windows of their own, one after the other. */
export function Prompts(): ReactNode {
  const prompt = useProjection((projection) =>
    projection.prompts.find(({ serviceId }) => isAskedHere(projection, serviceId)),
  );
  const service = useProjection(({ services }) => services.find(({ id }) => id === prompt?.serviceId));
  const count = useProjection(
    ({ prompts }) => prompts.filter(({ serviceId }) => serviceId === prompt?.serviceId).length,
  );
  if (prompt === undefined || service === undefined) return null;
  const more = count - 1;
  switch (prompt.kind) {
    case 'permission':
      return <PermissionSheet key={prompt.id} service={service} prompt={prompt} more={more} />;
    case 'share':
      return <ShareSheet key={prompt.id} service={service} prompt={prompt} more={more} />;
    case 'login':
      return <LoginSheet key={prompt.id} prompt={prompt} more={more} />;
    case 'own-certificate':
      return <OwnCertificateSheet key={prompt.id} prompt={prompt} more={more} />;
  }
}
