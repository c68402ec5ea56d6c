import type { ReactNode } from 'react';
import { useProjection } from '../store/use-shell';
import { ServiceIcon } from './service-icon';

interface ServiceChecksProps {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (serviceIds: string[]) => void;
}

/** All services, each with a box to tick; what is ticked comes last. */
export function ServiceChecks({ label, chosen, onChange }: ServiceChecksProps): ReactNode {
  const all = useProjection((projection) => projection.services);
  return (
    <ul aria-label={label}>
      {all.map((service) => (
        <li key={service.id}>
          <label>
            <input
              type="checkbox"
              checked={chosen.includes(service.id)}
              onChange={(event) => {
                const others = chosen.filter((id) => id !== service.id);
                onChange(event.currentTarget.checked ? [...others, service.id] : others);
              }}
            />
            <ServiceIcon
              size={20}
              recipeId={service.recipeId}
              name={service.name}
              iconUrl={service.iconUrl}
            />
            <span dir="auto">{service.name}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
