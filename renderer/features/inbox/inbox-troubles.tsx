import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../components/note';
import { useProjection } from '../../store/use-shell';
import { useInboxWords } from './use-inbox-words';

/** Says what the inbox cannot do now, what was kept, and what can be done. */
export function InboxTroubles(): ReactNode {
  const { t } = useTranslation();
  const words = useInboxWords();
  const health = useProjection((projection) => projection.inbox.health);
  if (health.kind !== 'failing') return null;
  const { reason, lost = 0 } = health;
  return (
    <Note kind="error">
      {words.failed(reason)}
      {lost > 0 && ` ${t('inbox.lost', { count: lost })}`}
    </Note>
  );
}
