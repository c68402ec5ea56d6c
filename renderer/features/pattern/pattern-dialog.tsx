import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatternOffer } from '../../../electron/core/ipc/answers';
import type { InboxEntry } from '../../../electron/core/model/inbox';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { TextField } from '../../components/text-field';
import { useCommand } from '../../store/use-shell';
import { PatternOffers } from './pattern-offers';
import { kinds, toPattern, toWanted, wishes, type PatternDraft } from './pattern-draft';
import './pattern.css';

interface PatternDialogProps {
  /** One of the conversation that shall be recognised. */
  readonly entry: InboxEntry;
  readonly onAdded: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks how a conversation that its service does not name shall be recognised, and what is wanted of it. */
export function PatternDialog({ entry, onAdded, onClose }: PatternDialogProps): ReactNode {
  const { t } = useTranslation();
  const offers = useOffers(entry.id);
  return (
    <Dialog title={t('pattern.title')} onClose={onClose}>
      <div className="pattern">
        <p className="dialog-text">{t('pattern.text', { name: entry.serviceName })}</p>
        {offers === undefined ? (
          <p role="status">{t('pattern.looking')}</p>
        ) : offers.length === 0 ? (
          <>
            <p role="status">{t('pattern.none')}</p>
            <div className="dialog-buttons">
              <Button autoFocus onClick={onClose}>
                {t('common.close')}
              </Button>
            </div>
          </>
        ) : (
          <PatternForm entry={entry} offers={offers} onAdded={onAdded} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}

function useOffers(id: number): readonly PatternOffer[] | undefined {
  const command = useCommand();
  const [offers, setOffers] = useState<readonly PatternOffer[]>();
  useEffect(() => {
    command('pattern.suggest', { id }).then(setOffers, () => setOffers([]));
  }, [command, id]);
  return offers;
}

interface PatternFormProps extends PatternDialogProps {
  readonly offers: readonly PatternOffer[];
}

function PatternForm({ entry, offers, onAdded, onClose }: PatternFormProps): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const [draft, setDraft] = useState<PatternDraft>(() => ({
    at: 0,
    name: undefined,
    kind: undefined,
    wish: 'nothing',
  }));
  const [told, setTold] = useState<'empty' | 'refused'>();
  const suggestion = offers[draft.at]?.suggestion;
  const name = draft.name ?? suggestion?.name ?? '';
  const kind = draft.kind ?? suggestion?.kind ?? 'unknown';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (suggestion === undefined) return;
    if (name.trim() === '') return setTold('empty');
    const pattern = toPattern(suggestion, name, kind);
    const values = toWanted(draft.wish);
    const isDone = await command('pattern.add', { serviceId: entry.serviceId, pattern, values }).then(
      () => true,
      () => false,
    );
    if (!isDone) return setTold('refused');
    onAdded(pattern.name);
    onClose();
  };
  return (
    <form className="pattern-form" onSubmit={(event) => void submit(event)} noValidate>
      <PatternOffers
        offers={offers}
        chosen={draft.at}
        onChoose={(at) => setDraft({ ...draft, at, name: undefined, kind: undefined })}
      />
      <TextField
        label={t('pattern.name')}
        value={name}
        maxLength={120}
        error={told === 'empty' && name.trim() === '' ? t('pattern.nameEmpty') : undefined}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <label className="pattern-kind">
        <span>{t('pattern.kind.label')}</span>
        <select
          value={kind}
          onChange={(event) => {
            const chosen = kinds.find(({ value }) => value === event.currentTarget.value);
            setDraft({ ...draft, kind: chosen?.value });
          }}
        >
          {kinds.map(({ value, text }) => (
            <option key={value} value={value}>
              {t(text)}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="pattern-wish">
        <legend>{t('pattern.wish.label')}</legend>
        <div className="segments">
          {wishes.map(({ value, text }) => (
            <label key={value} className="segment">
              <input
                className="visually-hidden"
                type="radio"
                name="pattern-wish"
                value={value}
                checked={value === draft.wish}
                onChange={() => setDraft({ ...draft, wish: value })}
              />
              <span>{t(text)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="pattern-refused" role="alert">
        {told === 'refused' && t('pattern.refused')}
      </p>
      <div className="dialog-buttons">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="primary" submits>
          {t('pattern.confirm')}
        </Button>
      </div>
    </form>
  );
}
