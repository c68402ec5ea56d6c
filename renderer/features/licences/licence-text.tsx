import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LicenceLine } from '../../../electron/core/ipc/about-contract';
import { ReadingBox } from '../../components/reading-box';
import { useCommand } from '../../store/use-shell';

interface LicenceTextProps {
  readonly line: LicenceLine;
}

/** The text of a licence, as its authors wrote it. */
export function LicenceText({ line }: LicenceTextProps): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const [text, setText] = useState<string | null>();
  useEffect(() => {
    command('app.licence-text', { id: line.id }).then(setText, () => setText(null));
  }, [command, line]);
  if (text === undefined) return null;
  return (
    <ReadingBox label={line.name} text={text ?? t('licences.noText', { licence: line.licence })} takesFocus />
  );
}
