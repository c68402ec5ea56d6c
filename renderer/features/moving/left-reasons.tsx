import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedService } from '../../../electron/core/ipc/moving-contract';

/** Why something is not taken over, once for each kind of it. */
export function LeftReasons({ services }: { readonly services: readonly OfferedService[] }): ReactNode {
  const { t } = useTranslation();
  const kinds = [...new Set(services.filter(({ status }) => status !== 'here').flatMap(({ left }) => left))];
  return (
    <details className="moving-reasons">
      <summary>
        <ChevronRight className="flip" size={16} strokeWidth={1.5} aria-hidden />
        {t('moving.whyNot')}
      </summary>
      <ul className="moving-list">
        <li>{t('moving.why.signIns')}</li>
        {kinds.map((kind) => (
          <li key={kind}>{t(`moving.why.${kind}`)}</li>
        ))}
      </ul>
    </details>
  );
}
