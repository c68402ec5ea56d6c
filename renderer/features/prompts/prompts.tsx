import type { ReactNode } from 'react';
import { selectActive } from '../../store/shell-store';
import { useProjection } from '../../store/use-shell';
import { LoginSheet } from './login-sheet';
import { OwnCertificateSheet } from './own-certificate-sheet';
import { PermissionSheet } from './permission-sheet';
import { ShareSheet } from './share-sheet';

/** The questions of the service that is shown, one after the other. */
export function Prompts(): ReactNode {
  const service = useProjection(selectActive);
  const prompts = useProjection((projection) => projection.prompts);
  if (service === undefined) return null;
  const own = prompts.filter((prompt) => prompt.serviceId === service.id);
  const [prompt] = own;
  if (prompt === undefined) return null;
  const more = own.length - 1;
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
