import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SwitcherAct, SwitcherAnswerRow } from '../../../electron/core/ipc/switcher-contract';
import { KeyCaps } from '../../components/key-caps';
import { useListener } from '../../components/use-listener';
import { useProjection, useSend } from '../../store/use-shell';
import { decideListIndex } from '../add-service/list-keys';
import { SwitcherRow } from './switcher-row';
import { useSwitcher } from './use-switcher';
import './switcher.css';

/** What can be done with the row that is chosen, and its key within the switcher. */
const ACTS: readonly {
  readonly act: SwitcherAct;
  readonly combo: string;
  readonly text: 'open' | 'openRead' | 'beside' | 'mute' | 'copyLink';
}[] = [
  { act: 'open', combo: 'Enter', text: 'open' },
  { act: 'open-read', combo: 'Mod+Enter', text: 'openRead' },
  { act: 'open-beside', combo: 'Alt+Enter', text: 'beside' },
  { act: 'mute', combo: 'Mod+D', text: 'mute' },
  { act: 'copy-link', combo: 'Mod+L', text: 'copyLink' },
];

/** How many rows are drawn at once: more than are in sight. The others follow once one goes on. */
const FIRST_ROWS = 14;

/** Goes to any channel, person, service or command: type to find, arrows to choose, Enter to go. */
export function Switcher(): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { found, type, act } = useSwitcher();
  const { query, rows } = found;
  const [chosenKey, setChosenKey] = useState<string>();
  const [isWhole, setIsWhole] = useState(false);
  const [said, setSaid] = useState('');
  const services = useProjection((projection) => projection.services);
  const platform = useProjection((projection) => projection.platform);
  const serviceById = useMemo(() => new Map(services.map((service) => [service.id, service])), [services]);
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === chosenKey),
  );
  const chosen = rows[at];
  // By their place, so that what is found next is written into the rows that are there.
  const drawn = (isWhole ? rows : rows.slice(0, FIRST_ROWS)).map((row, index) => ({
    row,
    rowId: `${id}-${index}`,
  }));
  const close = (): void => send('surface.close');

  useEffect(() => {
    const element = dialog.current;
    if (element?.open === false) element.showModal();
    return () => element?.close();
  }, []);
  const doIt = (row: SwitcherAnswerRow | undefined, what: SwitcherAct): void => {
    if (row === undefined) return;
    act(row, what);
    if (what === 'mute')
      setSaid(t(row.muted ? 'switcher.saidUnmuted' : 'switcher.saidMuted', { name: row.name }));
    if (what === 'copy-link') setSaid(t('switcher.saidCopied', { name: row.name }));
  };
  const rowAt = (target: EventTarget | null): SwitcherAnswerRow | undefined => {
    const key =
      target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined;
    return rows.find((row) => row.key === key);
  };
  useListener(list, 'mousemove', ({ target }) => {
    const row = rowAt(target);
    if (row !== undefined) setChosenKey(row.key);
  });
  useListener(list, 'scroll', () => setIsWhole(true));
  // The keyboard stays in the field.
  useListener(list, 'mousedown', (event) => event.preventDefault());
  useListener(list, 'click', ({ target }) => doIt(rowAt(target), 'open'));
  useListener(dialog, 'mousedown', ({ target }) => {
    if (target === dialog.current) close();
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    // What an input method composes is not meant for us.
    if (event.nativeEvent.isComposing) return;
    const isMod = platform === 'darwin' ? event.metaKey : event.ctrlKey;
    const key = event.key.toLowerCase();
    const index = decideListIndex(event.key, at, rows.length);
    if (event.key === 'Enter') doIt(chosen, isMod ? 'open-read' : event.altKey ? 'open-beside' : 'open');
    else if (isMod && key === 'd') doIt(chosen, 'mute');
    else if (isMod && key === 'l') doIt(chosen, 'copy-link');
    else if (index !== undefined) {
      setIsWhole(true);
      setChosenKey(rows[index]?.key);
    } else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      className="switcher"
      aria-label={t('command.switcher')}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <div className="switcher-body">
        <div className="switcher-field">
          <Search size={18} strokeWidth={1.5} aria-hidden />
          <input
            type="text"
            role="combobox"
            aria-expanded={rows.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={chosen === undefined ? undefined : `${id}-${at}`}
            aria-label={t('command.switcher')}
            aria-describedby={`${id}-keys`}
            placeholder={t('switcher.placeholder')}
            autoComplete="off"
            spellCheck={false}
            autoFocus
            maxLength={200}
            dir="auto"
            value={query}
            onChange={(event) => {
              type(event.currentTarget.value);
              setChosenKey(undefined);
              setIsWhole(false);
              setSaid('');
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={t('switcher.found')}
          className="switcher-list"
          data-query={query}
        >
          {drawn.map(({ row, rowId }, index) => (
            <SwitcherRow
              key={rowId}
              id={rowId}
              place={index + 1}
              count={rows.length}
              row={row}
              service={row.serviceId === undefined ? undefined : serviceById.get(row.serviceId)}
              isChosen={index === at}
            />
          ))}
        </div>
        {rows.length === 0 && (
          <p className="switcher-none">{t(query === '' ? 'switcher.nothing' : 'switcher.none')}</p>
        )}
        <p role="status" className="visually-hidden">
          {said || t('switcher.count', { count: rows.length })}
        </p>
        <ul id={`${id}-keys`} className="switcher-keys">
          {ACTS.filter((one) => isFor(one.act, chosen)).map(({ combo, text }) => (
            <li key={text}>
              <KeyCaps combo={combo} />
              {t(`switcher.act.${text}`)}
            </li>
          ))}
        </ul>
      </div>
    </dialog>
  );
}

/** What makes sense for a row. */
function isFor(act: SwitcherAct, row: SwitcherAnswerRow | undefined): boolean {
  if (row === undefined) return false;
  if (act === 'open') return true;
  if (act === 'open-read') return row.kind === 'channel' || row.kind === 'person';
  return row.kind === 'channel' || row.kind === 'person' || row.kind === 'service';
}
