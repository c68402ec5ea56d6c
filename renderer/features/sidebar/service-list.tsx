import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { ServiceButton } from './service-button';
import type { ServiceListProps } from './service-list-props';

/** The services in their order. Dragging comes a moment later, so that the window need not wait for it. */
export function ServiceList(props: ServiceListProps): ReactNode {
  const [Sortable, setSortable] = useState<ComponentType<ServiceListProps>>();
  const canSort = props.services.length > 1;
  useEffect(() => {
    if (!canSort) return undefined;
    const idle = requestIdleCallback(() => void loadSortable(setSortable));
    return () => cancelIdleCallback(idle);
  }, [canSort]);
  return Sortable === undefined ? <PlainList {...props} /> : <Sortable {...props} />;
}

async function loadSortable(use: (set: () => ComponentType<ServiceListProps>) => void): Promise<void> {
  const { SortableList } = await import('./sortable-list');
  const held = document.activeElement?.getAttribute('data-service-id');
  // The buttons are made anew, in one go: the one that had the focus gets it back before another key is pressed.
  flushSync(() => use(() => SortableList));
  if (held === null || held === undefined) return;
  document.querySelector<HTMLElement>(`[data-service-id="${held}"]`)?.focus({ focusVisible: true });
}

function PlainList({ services, tabIndexOf, twins }: ServiceListProps): ReactNode {
  return services.map((service, index) => (
    <ServiceButton
      key={service.id}
      service={service}
      tabIndex={tabIndexOf(index)}
      hasTwin={twins.has(service.id)}
    />
  ));
}
