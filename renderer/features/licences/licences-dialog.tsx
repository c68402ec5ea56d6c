import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LicenceLine } from '../../../electron/core/ipc/about-contract';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { SearchField } from '../../components/search-field';
import { useCommand } from '../../store/use-shell';
import { isFound } from '../settings/settings-search';
import { LicenceText } from './licence-text';
import './licences-dialog.css';

const groups = ['foyer', 'chromium'] as const;

interface LicencesDialogProps {
  readonly onClose: () => void;
}

/** All that is shipped, by name, and the text of its licence. */
export function LicencesDialog({ onClose }: LicencesDialogProps): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const [lines, setLines] = useState<readonly LicenceLine[]>();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<LicenceLine>();
  /** Whose text was read last: the keyboard goes back to its line. */
  const [lastId, setLastId] = useState<string>();
  const back = (): void => {
    setLastId(open?.id);
    setOpen(undefined);
  };
  useEffect(() => {
    command('app.licences').then(setLines, () => setLines([]));
  }, [command]);
  const titles = { foyer: t('licences.of.foyer'), chromium: t('licences.of.chromium') };
  const found = (lines ?? []).filter(({ name, licence }) => isFound(query, [name, licence]));
  if (open !== undefined)
    return (
      <Dialog title={open.name} size="wide" onClose={back}>
        <LicenceText line={open} />
        <div className="dialog-buttons">
          <Button onClick={back}>{t('licences.back')}</Button>
          <Button onClick={onClose}>{t('common.close')}</Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={t('licences.title')} size="wide" onClose={onClose}>
      <SearchField label={t('licences.search')} value={query} onChange={setQuery} />
      <div role="status">
        {lines !== undefined && found.length === 0 && <p className="licences-none">{t('licences.none')}</p>}
      </div>
      <div className="licences-list">
        {groups.map((group) => (
          <LicenceGroup
            key={group}
            title={titles[group]}
            lines={found.filter((line) => line.of === group)}
            lastId={lastId}
            onOpen={setOpen}
          />
        ))}
      </div>
      <div className="dialog-buttons">
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </Dialog>
  );
}

interface LicenceGroupProps {
  readonly title: string;
  readonly lines: readonly LicenceLine[];
  readonly lastId: string | undefined;
  readonly onOpen: (line: LicenceLine) => void;
}

function LicenceGroup({ title, lines, lastId, onOpen }: LicenceGroupProps): ReactNode {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <button type="button" autoFocus={line.id === lastId} onClick={() => onOpen(line)}>
              <span dir="ltr">{`${line.name} ${line.version}`.trim()}</span>
              <span className="licences-kind" dir="ltr">
                {line.licence}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
