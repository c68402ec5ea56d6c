import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxChannelCount } from '../../../electron/core/model/inbox';
import { MenuItem, MenuLine, MenuRadios, MenuWords } from '../../components/menu';
import { useCommand, useProjection } from '../../store/use-shell';
import { toDayStartMs } from './days';
import type { FilterProps } from './filter-bar';
import { toInput, withFilter } from './filters';
import { useDesk, useFeed } from './inbox-desk';
import { findLastHereMs } from './last-here';

/** Most choices of a menu; more are found by typing. */
const CHOICES_MAX = 40;
const ANY = '';

/** Which service. */
export function ServiceMenu({ filter, onFilter }: FilterProps): ReactNode {
  const { t } = useTranslation();
  const services = useProjection((projection) => projection.services);
  return (
    <MenuRadios
      label={t('inbox.filter.service')}
      value={filter.serviceId ?? ANY}
      options={[
        { value: ANY, label: t('inbox.filter.anyService') },
        ...services.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(id) => onFilter(withFilter(filter, { serviceId: id === ANY ? undefined : id }))}
    />
  );
}

/** Which conversation, the busiest first. */
export function ChannelMenu({ filter, onFilter }: FilterProps): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const services = useProjection((projection) => projection.services);
  const [channels, setChannels] = useState<readonly InboxChannelCount[]>();
  useEffect(() => {
    const all = toInput(withFilter(filter, { channelId: undefined }));
    command('inbox.channels', { filter: all }).then(
      (answer) => setChannels(answer.kind === 'ok' ? answer.value : []),
      () => setChannels([]),
    );
  }, [command, filter]);
  const named = (channels ?? []).filter(({ channelId }) => channelId !== null).slice(0, CHOICES_MAX);
  const service = (id: string): string | undefined => services.find((one) => one.id === id)?.name;
  if (named.length === 0)
    return (
      <MenuItem disabled onSelect={() => undefined}>
        {t(channels === undefined ? 'inbox.filter.looking' : 'inbox.filter.noChannels')}
      </MenuItem>
    );
  return (
    <MenuRadios
      label={t('inbox.filter.channel')}
      value={filter.channelId === undefined ? ANY : `${filter.serviceId} ${filter.channelId}`}
      options={[
        { value: ANY, label: t('inbox.filter.anyChannel') },
        ...named.map(({ serviceId, channelId, channelName }) => ({
          value: `${serviceId} ${channelId}`,
          label: channelName ?? t('inbox.unnamed'),
          hint: service(serviceId),
        })),
      ]}
      onChange={(value) => {
        const one = named.find(({ serviceId, channelId }) => value === `${serviceId} ${channelId}`);
        onFilter(
          withFilter(
            filter,
            one === undefined
              ? { channelId: undefined }
              : { serviceId: one.serviceId, channelId: one.channelId ?? undefined },
          ),
        );
      }}
    />
  );
}

/** Who wrote, of those that are on screen. */
export function SenderMenu({ filter, onFilter }: FilterProps): ReactNode {
  const { t, i18n } = useTranslation();
  const chunks = useFeed((state) => state.chunks);
  const senders = new Set(
    chunks.flatMap(({ entries }) => (entries ?? []).flatMap(({ sender }) => sender ?? [])),
  );
  if (filter.sender !== undefined) senders.add(filter.sender);
  const sorted = [...senders].slice(0, CHOICES_MAX).toSorted(new Intl.Collator(i18n.language).compare);
  return (
    <>
      <MenuRadios
        label={t('inbox.filter.sender')}
        value={filter.sender ?? ANY}
        options={[
          { value: ANY, label: t('inbox.filter.anySender') },
          ...sorted.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(name) => onFilter(withFilter(filter, { sender: name === ANY ? undefined : name }))}
      />
      <MenuWords>{t('inbox.filter.senderHint')}</MenuWords>
    </>
  );
}

/** From when to when. */
export function WhenMenu({ filter, onFilter }: FilterProps): ReactNode {
  const { t } = useTranslation();
  const { view } = useDesk();
  const command = useCommand();
  const [lastHereMs, setLastHereMs] = useState<number>();
  useEffect(() => {
    const ask = (toMs: number | undefined) =>
      command('inbox.page', { filter: toMs === undefined ? {} : { toMs }, beforeId: null, limit: 1 });
    findLastHereMs(ask).then(setLastHereMs, () => undefined);
  }, [command]);
  const since = (fromMs: number | undefined): void =>
    onFilter(withFilter(filter, { fromMs, toMs: undefined }));
  return (
    <>
      <MenuItem onSelect={() => since(undefined)}>{t('inbox.filter.anyTime')}</MenuItem>
      <MenuItem onSelect={() => since(toDayStartMs(Date.now()))}>{t('inbox.filter.today')}</MenuItem>
      <MenuItem disabled={lastHereMs === undefined} onSelect={() => since(lastHereMs)}>
        {t('inbox.filter.lastHere')}
      </MenuItem>
      <MenuItem onSelect={() => since(toDayStartMs(Date.now(), -6))}>{t('inbox.filter.week')}</MenuItem>
      <MenuLine />
      <MenuItem onSelect={() => view.setState({ dialog: { kind: 'dates' } })}>
        {t('inbox.filter.chooseDates')}
      </MenuItem>
    </>
  );
}
