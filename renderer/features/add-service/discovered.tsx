import { useState, type FormEvent, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Discovery } from '../../../electron/core/model/discovery';
import { recipeById } from '../../../electron/recipes';
import { Button } from '../../components/button';
import { TrustDialog } from '../certificates/trust-dialog';
import { AddFound } from './add-found';
import { toOffer } from './offer';
import type { Picked } from './picked';
import { Said } from './said';
import { useDiscovery } from './use-discovery';
import './discovered.css';

interface DiscoveredProps {
  /** What stands in the search field. */
  readonly text: string;
  /** Submitted by Enter in the search field: adds what was found, or looks at once. */
  readonly form: RefObject<HTMLFormElement | null>;
  /** Names what is said, for the search field. */
  readonly id: string;
  readonly onText: (text: string) => void;
  readonly onPick: (picked: Picked) => void;
}

/** What is at the address that is typed, explained, and the way on from there. */
export function Discovered({ text, form, id, onText, onPick }: DiscoveredProps): ReactNode {
  const { t } = useTranslation();
  const { state, look } = useDiscovery(text);
  const found = state.kind === 'seen' ? state.discovery : undefined;
  const offer = found === undefined ? undefined : toOffer(found);
  return (
    <div className="discovered">
      <div id={id} role="status">
        {state.kind === 'looking' && (
          <p className="discovered-looking">
            <span className="discovered-arc" aria-hidden />
            {t('discover.looking')}
          </p>
        )}
        {state.kind === 'failed' && <p>{t('address.failed')}</p>}
        {found !== undefined && <Said found={found} />}
      </div>
      {offer !== undefined ? (
        <AddFound key={text} form={form} offer={offer} onAgain={look} />
      ) : (
        <WayOn form={form} found={found} isLooking={state.kind === 'looking'} {...{ look, onText, onPick }} />
      )}
    </div>
  );
}

interface WayOnProps {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly found: Discovery | undefined;
  readonly isLooking: boolean;
  readonly look: () => void;
  readonly onText: (text: string) => void;
  readonly onPick: (picked: Picked) => void;
}

/** What can be done where nothing can be added yet. */
function WayOn({ form, found, isLooking, look, onText, onPick }: WayOnProps): ReactNode {
  const { t } = useTranslation();
  const [isTrusting, setIsTrusting] = useState(false);
  const [label, go] = wayOf();
  // What cannot be an address stays so however often it is looked at.
  const canGo = found !== undefined && (found.kind !== 'refused' || found.host !== undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isLooking) go();
  };
  return (
    <form ref={form} className="discovered-buttons" onSubmit={submit}>
      {found?.kind === 'bad-certificate' && (
        <Button aria-haspopup="dialog" onClick={() => setIsTrusting(true)}>
          {t('certificate.trust')}
        </Button>
      )}
      {canGo && (
        <Button look="primary" submits>
          {t(label)}
        </Button>
      )}
      {found?.kind === 'bad-certificate' && isTrusting && (
        <TrustDialog refused={found.refused} onTrusted={look} onClose={() => setIsTrusting(false)} />
      )}
    </form>
  );

  function wayOf() {
    const recipe = found?.kind === 'hosted' ? recipeById(found.recipeId) : undefined;
    if (recipe !== undefined) return ['discover.chooseTeam', () => onPick({ recipe, typed: '' })] as const;
    if (found?.kind === 'no-https') return ['discover.withoutHttps', () => onText(found.url)] as const;
    return ['discover.again', look] as const;
  }
}
