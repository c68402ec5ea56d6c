import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import type { SaveCodeAnswer } from '../../../electron/core/ipc/tweak-contract';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { useCommand, useProjection } from '../../store/use-shell';
import { CodeField } from './code-field';
import './tweaks.css';

type Fault = Extract<SaveCodeAnswer, { readonly kind: 'broken' }>;

interface CodeDialogProps {
  readonly service: ServiceProjection;
  readonly onClose: () => void;
}

/** The person's own style and script for the pages of a service. */
export function CodeDialog({ service, onClose: close }: CodeDialogProps): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const isSafeMode = useProjection((projection) => projection.isSafeMode);
  const { id: serviceId, name, tweaks } = service;
  const [code, setCode] = useState<{ readonly css: string; readonly js: string }>();
  const [fault, setFault] = useState<Fault>();
  useEffect(() => {
    command('service.code', { serviceId }).then(setCode, () => undefined);
  }, [command, serviceId]);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (code === undefined) return;
    command('service.set-code', { serviceId, ...code }).then(
      (answer) => (answer.kind === 'broken' ? setFault(answer) : close()),
      () => undefined,
    );
  };
  const isAtWork = tweaks.isCodeOn && !isSafeMode;
  return (
    <Dialog title={t('tweaks.codeTitle', { name })} size="wide" onClose={close}>
      <p className="dialog-text">{t('tweaks.codeText')}</p>
      {!isAtWork && <p className="dialog-text">{t(isSafeMode ? 'tweaks.inSafeMode' : 'tweaks.codeOff')}</p>}
      {code !== undefined && (
        <form className="code-form" onSubmit={save}>
          <CodeField
            label={t('tweaks.css')}
            hint={t('tweaks.cssHint')}
            value={code.css}
            autoFocus
            onChange={(css) => setCode({ ...code, css })}
          />
          <CodeField
            label={t('tweaks.js')}
            hint={t('tweaks.jsHint')}
            error={fault && t('tweaks.jsBroken', { line: fault.line, message: fault.message })}
            value={code.js}
            onChange={(js) => {
              setFault(undefined);
              setCode({ ...code, js });
            }}
          />
          <div className="dialog-buttons">
            <Button onClick={close}>{t('common.cancel')}</Button>
            <Button look="primary" submits>
              {t('tweaks.save')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
