import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedService } from '../../../electron/core/ipc/moving-contract';
import { percents, unitList } from '../../components/formats';
import { ServiceIcon } from '../../components/service-icon';
import { TextField } from '../../components/text-field';

interface OfferRowProps {
  readonly service: OfferedService;
  readonly isChosen: boolean;
  readonly onChoose: (isOn: boolean) => void;
  readonly address: string;
  readonly isAddressBad: boolean;
  readonly onAddress: (address: string) => void;
}

/** One service that can come: whether it shall, what comes with it, what does not. */
export function OfferRow(props: OfferRowProps): ReactNode {
  const { service, isChosen, onChoose, address, isAddressBad, onAddress } = props;
  const { t } = useTranslation();
  const id = useId();
  const { set, left } = useDetails(service);
  const isHere = service.status === 'here';
  return (
    <li className="moving-service" data-here={isHere}>
      <input
        id={id}
        type="checkbox"
        checked={isChosen}
        disabled={isHere}
        aria-describedby={`${id}-more`}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <ServiceIcon recipeId={service.recipeId} name={service.name} size={28} />
      <div className="moving-words">
        <label htmlFor={id} dir="auto">
          {service.name}
        </label>
        <div id={`${id}-more`}>
          {service.url !== undefined && <p dir="auto">{new URL(service.url).host}</p>}
          {isHere && <p>{t('moving.here')}</p>}
          {!isHere && set !== '' && <p>{t('moving.set', { what: set })}</p>}
          {!isHere && left !== '' && <p>{t('moving.leftBehind', { what: left })}</p>}
        </div>
        {service.status === 'no-address' && (
          <TextField
            label={t('moving.address', { name: service.name })}
            hint={t('moving.addressHint')}
            error={isAddressBad ? t('moving.addressBad') : undefined}
            value={address}
            onChange={(event) => onAddress(event.currentTarget.value)}
          />
        )}
      </div>
    </li>
  );
}

function useDetails(service: OfferedService): { readonly set: string; readonly left: string } {
  const { t, i18n } = useTranslation();
  const list = unitList(i18n.language);
  const { isEnabled, notifies, hasSound, badge, countsInTotal, zoomPercent, brings } = service;
  const set = [
    ...(isEnabled ? [] : [t('moving.comes.off')]),
    ...(notifies ? [] : [t('moving.comes.notify')]),
    ...(hasSound ? [] : [t('moving.comes.sound')]),
    ...(badge === 'all' ? [] : [t(badge === 'none' ? 'moving.comes.badge' : 'moving.comes.mentions')]),
    ...(countsInTotal ? [] : [t('moving.comes.total')]),
    ...(zoomPercent === 100
      ? []
      : [t('moving.comes.zoom', { percent: percents(i18n.language).format(zoomPercent / 100) })]),
    ...brings.map((what) => t(`moving.brings.${what}`)),
  ];
  return { set: list.format(set), left: list.format(service.left.map((what) => t(`moving.left.${what}`))) };
}
