import { Check } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecipeStart } from '../../../electron/core/model/address';
import { TextField } from '../../components/text-field';
import type { AddressState } from './address-state';

interface StartFieldProps {
  readonly start: RecipeStart;
  readonly address: string;
  readonly state: AddressState;
  readonly onAddress: (address: string) => void;
  readonly onLeave: () => void;
}

/** Asks where the service is: an address, a team, or one of the well-known places. */
export function StartField({ start, address, state, onAddress, onLeave }: StartFieldProps): ReactNode {
  const { t } = useTranslation();
  const [isOwn, setIsOwn] = useState(start.kind !== 'either');
  const note = <FoundNote state={state} />;
  const field = {
    value: address,
    error: state.kind === 'refused' ? t(`address.${state.reason}`) : undefined,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onAddress(event.currentTarget.value),
    onBlur: onLeave,
  };
  switch (start.kind) {
    case 'fixed':
      return null;
    case 'team': {
      const [before = '', after = ''] = start.template.split('{team}');
      const hint = state.kind === 'untold' ? t('addService.teamHint') : note;
      return (
        <TextField
          label={t('addService.team')}
          before={before.replace('https://', '')}
          after={after}
          placeholder={start.placeholder}
          hint={hint}
          autoFocus
          {...field}
        />
      );
    }
    case 'address':
      return (
        <TextField
          label={t('addService.address')}
          placeholder={start.placeholder}
          hint={state.kind === 'untold' ? start.hint : note}
          inputMode="url"
          autoFocus
          {...field}
        />
      );
    case 'either': {
      const choices = start.choices ?? [{ label: new URL(start.url).host, url: start.url }];
      const choose = (url: string | undefined): void => {
        setIsOwn(url === undefined);
        onAddress(url ?? '');
      };
      return (
        <>
          <Choices
            choices={choices}
            value={isOwn ? undefined : address === '' ? start.url : address}
            onChange={choose}
          />
          {isOwn && (
            <TextField
              label={t('addService.address')}
              placeholder={start.placeholder}
              hint={note}
              inputMode="url"
              autoFocus
              {...field}
            />
          )}
        </>
      );
    }
  }
}

interface ChoicesProps {
  readonly choices: readonly { readonly label: string; readonly url: string }[];
  /** The chosen place; `undefined` for one of the person's own. */
  readonly value: string | undefined;
  readonly onChange: (url: string | undefined) => void;
}

function Choices({ choices, value, onChange }: ChoicesProps): ReactNode {
  const { t } = useTranslation();
  const name = useId();
  const all = [...choices, { label: t('addService.choiceOwn'), url: undefined }];
  return (
    <fieldset className="details-choices">
      <legend>{t('addService.startAt')}</legend>
      {all.map(({ label, url }) => (
        <label key={label} className="details-choice">
          <input
            className="visually-hidden"
            type="radio"
            name={name}
            checked={value === url}
            autoFocus={value === url && url !== undefined}
            onChange={() => onChange(url)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What the check found, or nothing. */
function FoundNote({ state }: { readonly state: AddressState }): ReactNode {
  const { t } = useTranslation();
  if (state.kind === 'checking') return t('addService.checking');
  if (state.kind !== 'found') return null;
  const title = state.title ?? '';
  return (
    <span className="details-found">
      <Check size={16} strokeWidth={1.5} aria-hidden />
      {title === '' ? t('addService.foundUntitled') : t('addService.foundTitle', { title })}
    </span>
  );
}
