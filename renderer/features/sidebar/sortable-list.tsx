import {
  closestCenter,
  DndContext,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type Modifier,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { memo, useMemo, type ComponentProps, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend, useShellStore } from '../../store/use-shell';
import { ServiceButton } from './service-button';
import type { ServiceListProps } from './service-list-props';

const onlyDown: Modifier = ({ transform }) => ({ ...transform, x: 0 });

/** The services in their order, to be dragged with the pointer. Keys move them too, see `roving.ts`. */
export function SortableList({ services, tabIndexOf, twins }: ServiceListProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const store = useShellStore();
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  // The same list is not told to each of them anew.
  const ids = useMemo(() => services.map((service) => service.id), [services]);
  const nameOf = (id: UniqueIdentifier): string => services.find((service) => service.id === id)?.name ?? '';
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('sidebar.dragStart', { name: nameOf(active.id) }),
    onDragOver: ({ active, over }) =>
      over === null
        ? undefined
        : t('sidebar.dragOver', { name: nameOf(active.id), place: ids.indexOf(String(over.id)) + 1 }),
    onDragEnd: ({ active }) => t('sidebar.dragEnd', { name: nameOf(active.id) }),
    onDragCancel: ({ active }) => t('sidebar.dragCancel', { name: nameOf(active.id) }),
  };
  const end = ({ active, over }: DragEndEvent): void => {
    store.setState({ dragging: false });
    if (over === null || over.id === active.id) return;
    send('service.move', { serviceId: String(active.id), toIndex: ids.indexOf(String(over.id)) });
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[onlyDown]}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('sidebar.keys') } }}
      onDragStart={() => store.setState({ dragging: true })}
      onDragCancel={() => store.setState({ dragging: false })}
      onDragEnd={end}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        {services.map((service, index) => (
          <SortableItem
            key={service.id}
            service={service}
            tabIndex={tabIndexOf(index)}
            hasTwin={twins.has(service.id)}
          />
        ))}
      </SortableContext>
    </DndContext>
  );
}

const SortableItem = memo(function SortableItem(props: ComponentProps<typeof ServiceButton>): ReactNode {
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({ id: props.service.id });
  return (
    <div
      ref={setNodeRef}
      className="service-slot"
      data-dragging={isDragging}
      style={{ transform: transform === null ? undefined : `translateY(${transform.y}px)`, transition }}
      onPointerDown={(event) => listeners?.['onPointerDown']?.(event)}
    >
      <ServiceButton {...props} />
    </div>
  );
});
