import type { ReactNode } from 'react';
import { selectActive } from '../../store/shell-store';
import { useProjection, useSend } from '../../store/use-shell';
import { CodeDialog } from './code-dialog';
import { RestartDialog } from './restart-dialog';

/** What commands call up of what a person changes: the code of the service that is up, and the restart. */
export function TweakSurface({ surface }: { readonly surface: 'own-code' | 'restart' }): ReactNode {
  const send = useSend();
  const active = useProjection(selectActive);
  const close = (): void => send('surface.close');
  if (surface === 'restart') return <RestartDialog onClose={close} />;
  return active === undefined ? null : <CodeDialog key={active.id} service={active} onClose={close} />;
}
