import { ArrowLeft } from 'lucide-react';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusedCertificate } from '../../../electron/core/model/certificate-trust';
import { Button } from '../../components/button';
import { Note } from '../../components/note';
import { ServiceIcon } from '../../components/service-icon';
import { TextField } from '../../components/text-field';
import { useKeys } from '../../components/use-keys';
import { useProjection } from '../../store/use-shell';
import { TrustDialog } from '../certificates/trust-dialog';
import type { AddressState } from './address-state';
import { toFreeName } from './names';
import type { Picked } from './picked';
import { toRecipeDescription } from './recipe-words';
import { StartField } from './start-field';
import { useAddService } from './use-add-service';

interface TrustButtonProps {
  readonly refused: RefusedCertificate;
  readonly onTrusted: () => void;
}

interface DetailsProps {
  readonly picked: Picked;
  readonly onBack: () => void;
}

/** Where the service is and what it is called; Enter adds it. */
export function Details({ picked: { recipe, typed }, onBack }: DetailsProps): ReactNode {
  const { t } = useTranslation();
  const services = useProjection((projection) => projection.services);
  const [address, setAddress] = useState(typed);
  const [ownName, setOwnName] = useState<string>();
  const { state, adding, judge, add, lookAgain } = useAddService(recipe, address);
  const form = useRef<HTMLFormElement>(null);
  useKeys(form, (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onBack();
  });
  const isFixed = recipe.start.kind === 'fixed';
  const choice =
    recipe.start.kind === 'either' ? recipe.start.choices?.find(({ url }) => url === address) : undefined;
  const wanted =
    recipe.id === 'website' && state.kind === 'found' && state.title !== undefined && state.title !== ''
      ? state.title.slice(0, 40)
      : (choice?.label ?? recipe.name);
  const suggested = toFreeName(
    wanted,
    services.map((service) => service.name),
  );
  const name = ownName ?? suggested;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!adding) void add(name.trim() === '' ? suggested : name);
  };

  return (
    <form ref={form} className="details" onSubmit={submit}>
      <div className="details-back">
        <Button look="text" onClick={onBack}>
          <ArrowLeft className="flip" size={16} strokeWidth={1.5} aria-hidden />
          {t('addService.back')}
        </Button>
      </div>
      <div className="details-head">
        <ServiceIcon recipeId={recipe.id} name={recipe.name} size={48} />
        <div>
          <h2>{recipe.name}</h2>
          <p>{toRecipeDescription(t, recipe)}</p>
        </div>
      </div>
      {!isFixed && (
        <StartField
          start={recipe.start}
          address={address}
          state={state}
          onAddress={setAddress}
          onLeave={judge}
        />
      )}
      <TextField
        label={t('addService.name')}
        hint={
          recipe.start.kind === 'fixed'
            ? t('addService.opens', { host: new URL(recipe.start.url).host })
            : undefined
        }
        value={name}
        maxLength={80}
        autoFocus={isFixed}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setOwnName(event.currentTarget.value)}
      />
      <Warning state={state} isFixed={isFixed} />
      {state.kind === 'refused' && state.certificate !== undefined && (
        <TrustButton refused={state.certificate} onTrusted={lookAgain} />
      )}
      <div className="details-buttons">
        <Button onClick={onBack}>{t('common.cancel')}</Button>
        <Button look="primary" submits aria-disabled={adding}>
          {adding ? t('addService.adding') : t('addService.add')}
        </Button>
      </div>
    </form>
  );
}

/** The way on where the certificate alone stands in it. */
function TrustButton({ refused, onTrusted }: TrustButtonProps): ReactNode {
  const { t } = useTranslation();
  const [isTrusting, setIsTrusting] = useState(false);
  return (
    <div>
      <Button aria-haspopup="dialog" onClick={() => setIsTrusting(true)}>
        {t('certificate.trust')}
      </Button>
      {isTrusting && (
        <TrustDialog refused={refused} onTrusted={onTrusted} onClose={() => setIsTrusting(false)} />
      )}
    </div>
  );
}

function Warning({ state, isFixed }: { readonly state: AddressState; readonly isFixed: boolean }): ReactNode {
  const { t } = useTranslation();
  if (state.kind === 'found' && state.insecure) return <Note kind="warning">{t('addService.insecure')}</Note>;
  // Where there is an address field, it says what was refused itself.
  return isFixed && state.kind === 'refused' ? (
    <Note kind="error">{t(`address.${state.reason}`)}</Note>
  ) : null;
}
