import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { onPlatform } from '../../../electron/core/commands/combo';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { KeyCaps } from '../../components/key-caps';
import { SearchField } from '../../components/search-field';
import { useKeyWords } from '../../components/use-key-words';
import { useProjection, useSend } from '../../store/use-shell';
import { inboxKeys } from '../inbox/key-list';
import { isFound } from '../settings/settings-search';
import { commandGroups, toKeyLines, type KeyLine } from './key-lines';
import { useCommandName } from './use-command-name';
import './keys-sheet.css';

interface Line {
  readonly name: string;
  readonly combos: readonly string[];
  readonly to?: string | undefined;
}

/** Every key there is, called up over whatever is shown. */
export function KeysSheet(): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const nameOf = useCommandName();
  const { textOf } = useKeyWords();
  const keys = useProjection((projection) => projection.keys);
  const platform = useProjection((projection) => projection.platform);
  const system = keys.system === null ? undefined : onPlatform(keys.system, platform);
  const [query, setQuery] = useState('');
  const toLine = ({ command, combos, to }: KeyLine): Line => ({
    name: nameOf(command, to && `${command.number}–${to.number}`),
    combos,
    to: to?.combo,
  });
  const toSection = (key: string, title: string, lines: readonly Line[]) => ({
    key,
    title,
    lines: lines.filter(({ name, combos }) => isFound(query, [title, name, ...combos.map(textOf)])),
  });
  const anywhere: readonly Line[] =
    system === undefined ? [] : [{ name: t('settings.keys.system'), combos: [system] }];
  const sections = [
    ...commandGroups.map((group) =>
      toSection(group, t(`keys.group.${group}`), [
        ...toKeyLines(group, keys, platform).map(toLine),
        ...(group === 'app' ? anywhere : []),
      ]),
    ),
    toSection(
      'inbox',
      t('keys.inbox'),
      inboxKeys.map(([combos, text]) => ({ name: t(text), combos: combos.split(' ') })),
    ),
  ];
  const found = sections.filter(({ lines }) => lines.length > 0);
  return (
    <Dialog title={t('keys.title')} size="wide" onClose={() => send('surface.close')}>
      <SearchField label={t('keys.search')} value={query} onChange={setQuery} />
      <div role="status">{found.length === 0 && <p className="keys-none">{t('keys.none')}</p>}</div>
      {found.map(({ key, title, lines }) => (
        <section key={key} className="keys-group">
          <h3>{title}</h3>
          <dl>
            {lines.map(({ name, combos, to }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  {combos.length === 0 && <span className="keys-without">{t('keys.noKey')}</span>}
                  {combos.map((combo) => (
                    <KeyCaps key={combo} combo={combo} />
                  ))}
                  {to !== undefined && (
                    <>
                      <span>{t('keys.to')}</span>
                      <KeyCaps combo={to} />
                    </>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <div className="dialog-buttons">
        <Button onClick={() => send('command.run', { id: 'settings.keys' })}>{t('keys.change')}</Button>
        <Button onClick={() => send('surface.close')}>{t('common.close')}</Button>
      </div>
    </Dialog>
  );
}
