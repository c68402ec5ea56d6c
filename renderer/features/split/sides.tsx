import { X } from 'lucide-react';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import type { Rect } from '../../../electron/core/model/window';
import { Button, IconButton } from '../../components/button';
import { ServiceIcon } from '../../components/service-icon';
import { useProjection, useSend } from '../../store/use-shell';
import { toPlaceStyle } from './place-style';
import { SplitDivider } from './split-divider';
import { StandIn } from './stand-in';
import './sides.css';

/** Two services side by side, as `decideLayout` places their pages: heads, what is between them, and what stands in for a page. */
export function Sides(): ReactNode {
  const sides = useProjection((projection) => projection.sides);
  const services = useProjection((projection) => projection.services);
  const first = services.find(({ id }) => id === sides?.firstId);
  const second = services.find(({ id }) => id === sides?.secondId);
  if (sides === undefined || first === undefined || second === undefined) return null;
  return (
    <>
      <Side service={first} place={sides.first} />
      <SplitDivider sides={sides} first={first.name} second={second.name} />
      <Side service={second} place={sides.second} />
    </>
  );
}

interface SideProps {
  readonly service: ServiceProjection;
  readonly place: Rect;
}

function Side({ service, place }: SideProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const { id: serviceId, name } = service;
  const isActive = useProjection(({ activeServiceId }) => activeServiceId === serviceId);
  const asks = useProjection(({ prompts }) => prompts.some((prompt) => prompt.serviceId === serviceId));
  const activate = (): void => send('service.activate', { serviceId });
  return (
    <section className="side" data-active={isActive} aria-label={name} style={toPlaceStyle(place)}>
      <div className="side-head">
        <button
          type="button"
          className="side-name"
          aria-current={isActive ? 'true' : undefined}
          title={name}
          onClick={activate}
        >
          <ServiceIcon recipeId={service.recipeId} name={name} iconUrl={service.iconUrl} size={20} />
          <span dir="auto">{name}</span>
        </button>
        {asks && !isActive && (
          <Button look="text" onClick={activate}>
            {t('split.asks')}
          </Button>
        )}
        <IconButton
          icon={X}
          label={t('split.close', { name })}
          onClick={() => send('split.close', { serviceId })}
        />
      </div>
      <div className="side-body">
        <Suspense>
          <StandIn service={service} />
        </Suspense>
      </div>
    </section>
  );
}
