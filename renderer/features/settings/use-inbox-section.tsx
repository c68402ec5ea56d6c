import { useTranslation } from 'react-i18next';
import type { InboxHealth } from '../../../electron/core/model/inbox';
import { SelectRow } from '../../components/select';
import { SettingLine } from '../../components/setting-line';
import { useProjection, useSend } from '../../store/use-shell';
import { switchRow } from './choice-row';
import type { SettingSection } from './setting-section';

const spans = [30, 90, 365] as const;

/** Which text says how the inbox is kept. */
const sealKey = (health: InboxHealth) =>
  health.kind === 'ready' ? (health.seal.kind === 'sealed' ? 'sealed' : 'keyInFile') : health.kind;

/** Gives the settings of the inbox. */
export function useInboxSection(): SettingSection {
  const { t } = useTranslation();
  const send = useSend();
  const inbox = useProjection((projection) => projection.settings.inbox);
  const health = useProjection((projection) => projection.inbox.health);
  const { days, keepText } = inbox;
  const known =
    days === null || spans.some((span) => span === days) ? spans : [...spans, days].toSorted((a, b) => a - b);
  const spanWords = (span: number): string =>
    span === 365 ? t('settings.inbox.year') : t('settings.inbox.days', { count: span });
  const labels = {
    days: t('settings.inbox.keptFor'),
    daysHint: t('settings.inbox.keptForHint'),
    text: t('settings.inbox.keepText'),
    textHint: t('settings.inbox.keepTextHint'),
    seal: t('settings.inbox.seal'),
    sealHint: t(`settings.inbox.health.${sealKey(health)}`),
  };
  return {
    place: 'inbox',
    title: t('inbox.title'),
    rows: [
      {
        key: 'days',
        texts: [labels.days, labels.daysHint],
        row: (
          <SelectRow
            label={labels.days}
            hint={labels.daysHint}
            value={String(days ?? 'ever')}
            options={[
              ...known.map((span) => ({ value: String(span), label: spanWords(span) })),
              { value: 'ever', label: t('settings.inbox.ever') },
            ]}
            onChange={(value) =>
              send('settings.change', { inbox: { keepText, days: value === 'ever' ? null : Number(value) } })
            }
          />
        ),
      },
      switchRow('text', {
        label: labels.text,
        hint: labels.textHint,
        checked: keepText,
        onChange: (value) => send('settings.change', { inbox: { days, keepText: value } }),
      }),
      {
        key: 'seal',
        texts: [labels.seal, labels.sealHint],
        row: <SettingLine name={labels.seal} hint={labels.sealHint} />,
      },
    ],
  };
}
