import { CircleAlert, Globe, KeyRound, LockOpen, ShieldAlert, Unplug, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Discovery } from '../../../electron/core/model/discovery';
import { recipeById } from '../../../electron/recipes';
import { Note } from '../../components/note';
import { ServiceIcon } from '../../components/service-icon';
import { CertificateFacts } from '../certificates/certificate-facts';
import { useSaid } from './use-said';

const icons: Readonly<Partial<Record<Discovery['kind'], LucideIcon>>> = {
  website: Globe,
  gate: KeyRound,
  'bad-certificate': ShieldAlert,
  'no-https': LockOpen,
  refused: Unplug,
};

/** What was found, in words a person understands. */
export function Said({ found }: { readonly found: Discovery }): ReactNode {
  const { t } = useTranslation();
  const { title, texts } = useSaid(found);
  const isInsecure = 'spot' in found && found.spot.isInsecure;
  return (
    <>
      <div className="said">
        <Picture found={found} />
        <div className="said-words">
          <p className="said-title">{title}</p>
          {texts.map((text) => (
            <p key={text} className="said-text">
              {text}
            </p>
          ))}
        </div>
      </div>
      {found.kind === 'bad-certificate' && <CertificateFacts refused={found.refused} />}
      {isInsecure && (
        <Note kind="warning" isQuiet>
          {t('addService.insecure')}
        </Note>
      )}
    </>
  );
}

function Picture({ found }: { readonly found: Discovery }): ReactNode {
  const recipeId = 'recipeId' in found ? found.recipeId : undefined;
  const iconUrl = 'iconDataUrl' in found ? found.iconDataUrl : undefined;
  if (recipeId !== undefined || iconUrl !== undefined) {
    const name = recipeById(recipeId ?? 'website')?.name ?? '';
    return <ServiceIcon recipeId={recipeId ?? 'website'} name={name} iconUrl={iconUrl} size={48} />;
  }
  const Icon = icons[found.kind] ?? CircleAlert;
  return (
    <span className="said-sign" data-kind={found.kind}>
      <Icon size={24} strokeWidth={1.5} aria-hidden />
    </span>
  );
}
