import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '../../../electron/core/model/sync';
import { Button } from '../../components/button';
import { yearTime } from '../../components/formats';
import { Note } from '../../components/note';
import { useSend } from '../../store/use-shell';
import { LeaveSync } from './leave-sync';
import './sync.css';

type On = Extract<SyncStatus, { readonly kind: 'on' }>;

/** How it stands with several machines, and what can be done about it. */
export function SyncOn({ sync }: { readonly sync: On }): ReactNode {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const [isLeaving, setLeaving] = useState(false);
  const { place, isPaused, problem, wroteAtMs, readAtMs, machines, aside, isKeyOpen } = sync;
  const time = (atMs: number | null): string =>
    atMs === null ? t('sync.notYet') : yearTime(i18n.language).format(atMs);
  return (
    <div className="setting-list sync-on">
      <div className="sync-place">
        <p className="setting-name">{t(`sync.at.${place.kind}`)}</p>
        <p className="selectable sync-path" dir="ltr">
          {place.kind === 'folder' ? place.folder : place.url}
        </p>
      </div>
      {isPaused && (
        <p className="sync-paused" role="status">
          {t('sync.isPaused')}
        </p>
      )}
      {problem !== null && !isPaused && <Note kind="error">{t(`sync.problem.${problem}`)}</Note>}
      <dl className="sync-times">
        <dt>{t('sync.wrote')}</dt>
        <dd>{time(wroteAtMs)}</dd>
        <dt>{t('sync.read')}</dt>
        <dd>{time(readAtMs)}</dd>
      </dl>
      <h3 id="sync-machines">{t('sync.machines')}</h3>
      <ul aria-labelledby="sync-machines">
        {machines.map(({ id, name, isThis, heardAtMs }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            <span>{isThis ? t('sync.thisMachine') : t('sync.heard', { time: time(heardAtMs) })}</span>
          </li>
        ))}
      </ul>
      {aside.length > 0 && (
        <>
          <h3 id="sync-aside">{t('sync.asideTitle')}</h3>
          <ul aria-labelledby="sync-aside">
            {aside.map(({ name, why }) => (
              <li key={name}>
                <bdi className="selectable sync-path">{name}</bdi>
                <span>{t(`sync.aside.${why}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {isKeyOpen && <p>{t('sync.keyOpen')}</p>}
      <div className="setting-buttons sync-buttons">
        {!isPaused && <Button onClick={() => send('sync.now')}>{t('sync.now')}</Button>}
        <Button onClick={() => send('sync.pause', { isPaused: !isPaused })}>
          {t(isPaused ? 'sync.goOn' : 'sync.pause')}
        </Button>
        <Button onClick={() => setLeaving(true)}>{t('sync.leave')}</Button>
      </div>
      {isLeaving && (
        <LeaveSync
          canRemove={problem !== 'no-key' || place.kind === 'folder'}
          onClose={() => setLeaving(false)}
        />
      )}
    </div>
  );
}
