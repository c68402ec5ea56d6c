import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LINK_PATTERN_MAX, parseLinkPattern, toPatternText } from '../../../electron/core/model/link-pattern';
import type { LinkRule } from '../../../electron/core/model/link-rule';
import { Button } from '../../components/button';
import { Select } from '../../components/select';
import { TextField } from '../../components/text-field';
import { useProjection, useSend } from '../../store/use-shell';
import { toChoice, useLinkChoices } from './use-link-choices';
import './link-rules.css';

/** Where links go: what was learnt or set, each to be changed and taken back, and one more to be added. */
export function LinkRules(): ReactNode {
  const { t } = useTranslation();
  const rules = useProjection((projection) => projection.linkRules);
  const list = useRef<HTMLDivElement>(null);
  return (
    <div className="setting-list link-rules" ref={list}>
      <h3>{t('settings.links.rules')}</h3>
      <p>{t(rules.length === 0 ? 'settings.links.rulesNone' : 'settings.links.rulesHint')}</p>
      <ul>
        {rules.map((rule) => (
          <RuleRow
            key={`${rule.serviceId} ${rule.pattern}`}
            rule={rule}
            onRemoved={() => list.current?.querySelector<HTMLElement>('.field input')?.focus()}
          />
        ))}
      </ul>
      <AddRule />
    </div>
  );
}

interface RuleRowProps {
  readonly rule: LinkRule;
  /** The keyboard must not be lost with the row. */
  readonly onRemoved: () => void;
}

function RuleRow({ rule: { serviceId, pattern, answer }, onRemoved }: RuleRowProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const { options, answerOf } = useLinkChoices(answer);
  const name = useProjection(({ services }) => services.find(({ id }) => id === serviceId)?.name);
  return (
    <li>
      <div>
        <span dir="ltr">{pattern}</span>
        <p>{name === undefined ? t('settings.links.everywhere') : t('settings.links.inService', { name })}</p>
      </div>
      <Select
        label={t('settings.links.wayOf', { where: pattern })}
        value={toChoice(answer)}
        options={options}
        onChange={(choice) => send('link-rule.set', { serviceId, pattern, answer: answerOf(choice) })}
      />
      <Button
        aria-label={t('settings.links.removeLabel', { where: pattern })}
        onClick={() => {
          send('link-rule.remove', { serviceId, pattern });
          onRemoved();
        }}
      >
        {t('settings.links.remove')}
      </Button>
    </li>
  );
}

function AddRule(): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const services = useProjection((projection) => projection.services);
  const [typed, setTyped] = useState('');
  const [isTold, setTold] = useState(false);
  const [serviceId, setServiceId] = useState('all');
  const [choice, setChoice] = useState('here');
  const { options, answerOf } = useLinkChoices(undefined);
  const pattern = parseLinkPattern(typed);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (pattern === undefined) return setTold(true);
    const isOne = services.some(({ id }) => id === serviceId);
    send('link-rule.set', {
      serviceId: isOne ? serviceId : null,
      pattern: toPatternText(pattern),
      answer: answerOf(choice),
    });
    setTyped('');
    setTold(false);
  };
  return (
    <form className="link-rule-form" onSubmit={add}>
      <TextField
        label={t('settings.links.place')}
        hint={t('settings.links.placeHint')}
        error={isTold && pattern === undefined ? t('settings.links.placeWrong') : undefined}
        dir="ltr"
        maxLength={LINK_PATTERN_MAX}
        value={typed}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
      />
      <div className="setting-buttons">
        <Select
          label={t('settings.links.from')}
          value={serviceId}
          options={[
            { value: 'all', label: t('settings.links.everywhere') },
            ...services.map(({ id, name }) => ({
              value: id,
              label: t('settings.links.inService', { name }),
            })),
          ]}
          onChange={setServiceId}
        />
        <Select label={t('settings.links.way')} value={choice} options={options} onChange={setChoice} />
        <Button submits>{t('settings.links.add')}</Button>
      </div>
    </form>
  );
}
