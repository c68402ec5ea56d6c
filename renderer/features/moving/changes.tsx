import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedChanges } from '../../../electron/core/decide/compare-backup';
import type { RestoreOffer } from '../../../electron/core/ipc/backup-contract';
import { unitList, yearTime } from '../../components/formats';

/** What a backup would change, kind by kind. */
export function Changes({ offer }: { readonly offer: RestoreOffer }): ReactNode {
  const { t, i18n } = useTranslation();
  const { services, workspaces, counts, isOrderChanged } = offer.changes;
  const made = offer.madeAtMs === null ? undefined : yearTime(i18n.language).format(offer.madeAtMs);
  return (
    <div className="settings-card moving-changes">
      <div>
        <h3 dir="auto">{offer.file}</h3>
        {made !== undefined && <p>{t('moving.madeAt', { time: made })}</p>}
      </div>
      {offer.isUnchanged && <p>{t('moving.unchanged')}</p>}
      <Named title={t('settings.services.title')} changes={services} />
      {services.go.length > 0 && <p>{t('moving.goneHint')}</p>}
      <Named title={t('workspaces.label')} changes={workspaces} />
      {offer.inboxComes > 0 && <p>{t('moving.inboxComes', { count: offer.inboxComes })}</p>}
      {offer.inboxStays > 0 && <p>{t('moving.inboxStays')}</p>}
      {(counts.length > 0 || isOrderChanged) && (
        <div>
          <h4>{t('moving.otherwise')}</h4>
          <ul>
            {isOrderChanged && <li>{t('moving.order')}</li>}
            {counts.map(({ kind, count }) => (
              <li key={kind}>{t(`moving.counted.${kind}`, { number: count })}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

interface NamedProps {
  readonly title: string;
  readonly changes: NamedChanges;
}

function Named({ title, changes }: NamedProps): ReactNode {
  const { t, i18n } = useTranslation();
  const list = unitList(i18n.language);
  const kinds = (['come', 'go', 'change'] as const).filter((kind) => changes[kind].length > 0);
  if (kinds.length === 0) return null;
  return (
    <div>
      <h4>{title}</h4>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>{t(`moving.named.${kind}`, { names: list.format(changes[kind]) })}</li>
        ))}
      </ul>
    </div>
  );
}
