import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BroughtAnswer, ImportOffer } from '../../../electron/core/ipc/moving-contract';
import { Button } from '../../components/button';
import { Check } from '../../components/check';
import { Note } from '../../components/note';
import { useCommand } from '../../store/use-shell';
import { appNames } from './app-names';
import { LeftReasons } from './left-reasons';
import { OfferRow } from './offer-row';

interface OfferProps {
  readonly offer: ImportOffer;
  readonly onDone: (brought: Extract<BroughtAnswer, { readonly kind: 'brought' }>) => void;
  readonly onBack: () => void;
}

/** All that would come, before it does: the person takes out what shall not, and gives addresses that are not known. */
export function Offer({ offer, onDone, onBack }: OfferProps): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const open = offer.services.filter(({ status }) => status !== 'here');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(open.filter(({ status }) => status === 'new').map(({ key }) => key)),
  );
  const [addresses, setAddresses] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<'gone' | 'other'>();
  const [badKeys, setBadKeys] = useState<readonly string[]>([]);
  const choose = (keys: readonly string[], isOn: boolean): void =>
    setChosen((before) => {
      const after = new Set(before);
      for (const key of keys) after[isOn ? 'add' : 'delete'](key);
      return after;
    });
  const isWorthwhile = chosen.size > 0 || offer.workspaces.length > 0;
  const bring = async (): Promise<void> => {
    const answer = await command('moving.bring', { keys: [...chosen], addresses });
    if (answer.kind === 'brought') onDone(answer);
    else if (answer.kind === 'bad-address') setBadKeys(answer.keys);
    else setProblem('gone');
  };
  return (
    <section>
      <h2>{t('moving.offer', { app: appNames[offer.from] })}</h2>
      <p className="moving-hint moving-path" dir="auto">
        {offer.file}
      </p>
      {open.length > 1 && (
        <div className="moving-all">
          <Check
            label={t('moving.all')}
            checked={open.every(({ key }) => chosen.has(key))}
            onChange={(isOn) =>
              choose(
                open.map(({ key }) => key),
                isOn,
              )
            }
          />
        </div>
      )}
      <ul className="settings-card moving-services">
        {offer.services.map((service) => (
          <OfferRow
            key={service.key}
            service={service}
            isChosen={chosen.has(service.key)}
            onChoose={(isOn) => choose([service.key], isOn)}
            address={addresses[service.key] ?? ''}
            isAddressBad={badKeys.includes(service.key)}
            onAddress={(address) => {
              setAddresses({ ...addresses, [service.key]: address });
              setBadKeys(badKeys.filter((key) => key !== service.key));
              choose([service.key], address.trim() !== '');
            }}
          />
        ))}
      </ul>
      {offer.workspaces.length > 0 && (
        <>
          <h3>{t('workspaces.label')}</h3>
          <ul className="moving-list">
            {offer.workspaces.map(({ name, status }) => (
              <li key={`${status} ${name}`}>
                <bdi>{name}</bdi>
                {status === 'here' && <span className="moving-quiet"> {t('moving.added')}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {offer.refused.length > 0 && (
        <>
          <h3>{t('moving.refusedTitle')}</h3>
          <ul className="moving-list">
            {toRefused(offer).map(({ key, name, what, reason }) => (
              <li key={key}>
                <bdi>{name === '' ? t(`moving.unnamed.${what}`) : name}</bdi>
                <span className="moving-quiet"> {t(`moving.refused.${reason}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <LeftReasons services={offer.services} />
      {problem !== undefined && <Note kind="error">{t(`moving.problem.${problem}`)}</Note>}
      {!isWorthwhile && open.length === 0 && <p className="moving-hint">{t('moving.none')}</p>}
      <div className="moving-buttons">
        <Button onClick={onBack}>{t('moving.back')}</Button>
        <Button
          look="primary"
          disabled={!isWorthwhile}
          onClick={() => void bring().catch(() => setProblem('other'))}
        >
          {t('moving.bringCount', { count: chosen.size })}
        </Button>
      </div>
    </section>
  );
}

/** Several may be refused for one reason and without a name. */
const toRefused = ({ refused }: ImportOffer) =>
  refused.map(({ name, what, reason }, at) => ({ key: `${at}`, name, what, reason }));
