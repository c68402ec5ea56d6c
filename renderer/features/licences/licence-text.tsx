import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LicenceLine } from '../../../electron/core/ipc/about-contract';
import { useCommand } from '../../store/use-shell';

interface LicenceTextProps {
  readonly line: LicenceLine;
}

/** The text of a licence, as its authors wrote it. It takes the focus, so that the arrow keys move through it. */
export function LicenceText({ line }: LicenceTextProps): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const [text, setText] = useState<string | null>();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    command('app.licence-text', { id: line.id }).then(setText, () => setText(null));
  }, [command, line]);
  useEffect(() => {
    if (text !== undefined) box.current?.focus();
  }, [text]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by key
    <div ref={box} className="licence-text selectable" role="region" aria-label={line.name} tabIndex={0}>
      {text !== undefined && <pre dir="ltr">{text ?? t('licences.noText', { licence: line.licence })}</pre>}
    </div>
  );
}
