import type { ReactNode } from 'react';
import { ServiceIcon } from '../../components/service-icon';
import { useProjection } from '../../store/use-shell';

interface ServiceMarkProps {
  readonly serviceId: string;
  /** As it was called then; of one that is gone letters are drawn. */
  readonly name: string;
}

/** The picture of the service an entry came from. */
export function ServiceMark({ serviceId, name }: ServiceMarkProps): ReactNode {
  const service = useProjection(({ services }) => services.find(({ id }) => id === serviceId));
  return (
    <ServiceIcon
      recipeId={service?.recipeId ?? ''}
      name={service?.name ?? name}
      iconUrl={service?.iconUrl}
      size={24}
    />
  );
}
