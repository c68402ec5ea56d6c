import { Bell, BellOff, Clock, Sunrise } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleValues } from '../../../electron/core/model/rule';
import { scopeKey } from '../../../electron/core/model/rule';
import { shortTime } from '../../components/formats';
import { MenuItem, MenuLine, MenuWords } from '../../components/menu';
import { useUntilText } from '../../components/until-text';
import { useCommand, useSend } from '../../store/use-shell';
import { nextMorningMs } from '../focus/mornings';
import { withPreset } from '../rules/rule-values';
import type { Place } from './inbox-view';
import { toScope } from './place-scope';

/** What holds for a conversation, as far as it matters for muting it. */
interface Held {
  readonly own: RuleValues;
  readonly quietUntilMs: number | undefined;
}

/** For how long a conversation, or a service where nothing tells its conversations apart, shall be quiet. */
export function MuteMenu({ place }: { readonly place: Place }): ReactNode {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const until = useUntilText();
  const held = useHeld(place);
  const [morningMs] = useState(() => nextMorningMs(Date.now()));
  const scope = toScope(place);
  const time = shortTime(i18n.language).format(morningMs);
  const isMuted = held?.own.preset === 'nothing' || held?.own.notify === 'none';
  const name = place.channelId === null ? place.serviceName : (place.channelName ?? place.serviceName);
  const set = (preset: 'nothing' | undefined): void =>
    send('rule.set', { scope, values: withPreset(held?.own ?? {}, preset) });
  return (
    <>
      <MenuWords>{place.channelId === null ? t('inbox.mute.whole', { name }) : name}</MenuWords>
      {held?.quietUntilMs !== undefined && (
        <MenuItem
          icon={Bell}
          hint={t('inbox.mute.until', { time: until(held.quietUntilMs) })}
          onSelect={() => send('rule.resume', { scope })}
        >
          {t('inbox.mute.end')}
        </MenuItem>
      )}
      {isMuted && (
        <MenuItem icon={Bell} onSelect={() => set(undefined)}>
          {t('inbox.mute.back')}
        </MenuItem>
      )}
      {(isMuted || held?.quietUntilMs !== undefined) && <MenuLine />}
      <MenuItem
        icon={Clock}
        onSelect={() => send('rule.pause', { scope, until: { kind: 'minutes', minutes: 60 } })}
      >
        {t('inbox.mute.hour')}
      </MenuItem>
      <MenuItem icon={Sunrise} onSelect={() => send('rule.pause', { scope, until: { kind: 'tomorrow' } })}>
        {t('inbox.mute.tomorrow', { time })}
      </MenuItem>
      <MenuItem icon={BellOff} disabled={held === undefined || isMuted} onSelect={() => set('nothing')}>
        {t('inbox.mute.always')}
      </MenuItem>
    </>
  );
}

/** Gives what the person set for a place; undefined until main has said it. */
function useHeld(place: Place): Held | undefined {
  const command = useCommand();
  const [held, setHeld] = useState<Held>();
  const { serviceId, channelName } = place;
  const key = scopeKey(toScope(place));
  useEffect(() => {
    const ask = {
      text: (channelName ?? '').slice(0, 200),
      serviceId,
      sortBy: 'name',
      isDescending: false,
      offset: 0,
      limit: 500,
    } as const;
    command('rules.table', ask).then(
      ({ rows }) =>
        setHeld(rows.find(({ scope }) => scopeKey(scope) === key) ?? { own: {}, quietUntilMs: undefined }),
      () => undefined,
    );
  }, [command, serviceId, channelName, key]);
  return held;
}
