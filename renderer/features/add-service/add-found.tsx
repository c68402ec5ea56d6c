import { useState, type FormEvent, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { recipes } from '../../../electron/recipes';
import { Button } from '../../components/button';
import { Note } from '../../components/note';
import { Select } from '../../components/select';
import { TextField } from '../../components/text-field';
import { useCommand, useProjection } from '../../store/use-shell';
import type { Refusal } from './address-state';
import { toFreeName } from './names';
import type { Offer } from './offer';

interface AddFoundProps {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly offer: Offer;
  readonly onAgain: () => void;
}

/** What a server of the person's own may be. */
const kinds = recipes
  .filter(({ start }) => start.kind === 'address' || start.kind === 'either')
  .map(({ id, name }) => ({ value: id, label: name }));

/** Names what was found and adds it. */
export function AddFound({ form, offer, onAgain }: AddFoundProps): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const services = useProjection((projection) => projection.services);
  const [ownName, setOwnName] = useState<string>();
  const [recipeId, setRecipeId] = useState(offer.recipeId);
  const [state, setState] = useState<'ready' | 'adding' | { readonly refused: Refusal }>('ready');
  const suggested = toFreeName(
    offer.wantedName,
    services.map((service) => service.name),
  );
  const name = ownName ?? suggested;

  const add = async (): Promise<void> => {
    setState('adding');
    try {
      const { address, iconDataUrl } = offer;
      const answer = await command('service.add', {
        recipeId,
        address,
        name: name.trim() === '' ? suggested : name,
        ...(iconDataUrl === undefined ? {} : { iconDataUrl }),
      });
      if (answer.kind === 'refused') setState({ refused: answer.reason });
    } catch {
      setState({ refused: 'failed' });
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (state !== 'adding') void add();
  };

  return (
    <form ref={form} className="add-found" onSubmit={submit}>
      {offer.canChoose && (
        <div className="add-found-kind">
          <span aria-hidden>{t('discover.kind')}</span>
          <Select label={t('discover.kind')} value={recipeId} options={kinds} onChange={setRecipeId} />
        </div>
      )}
      <TextField
        label={t('addService.name')}
        value={name}
        maxLength={80}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setOwnName(event.currentTarget.value)}
      />
      {typeof state === 'object' && <Note kind="error">{t(`address.${state.refused}`)}</Note>}
      <div className="discovered-buttons">
        {offer.canLookAgain && <Button onClick={onAgain}>{t('discover.again')}</Button>}
        <Button look="primary" submits aria-disabled={state === 'adding'}>
          {t(
            state === 'adding'
              ? 'addService.adding'
              : offer.isFallback
                ? 'discover.asWebsite'
                : 'addService.add',
          )}
        </Button>
      </div>
    </form>
  );
}
