import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explanation, RuleRow } from '../../../electron/core/ipc/answers';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Note } from '../../components/note';
import { useCommand } from '../../store/use-shell';
import { WhyList } from '../why/why-list';
import { useRowName } from './use-cell-words';

interface WhyDialogProps {
  readonly row: RuleRow;
  readonly onClose: () => void;
}

/** Says what would become of a message in a conversation now, and why. */
export function WhyDialog({ row, onClose }: WhyDialogProps): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const name = useRowName()(row);
  const { scope } = row;
  const serviceId = scope.kind === 'everywhere' ? undefined : scope.serviceId;
  const channelId = scope.kind === 'channel' ? scope.channelId : null;
  const [said, setSaid] = useState<readonly Explanation[] | 'failed'>();
  useEffect(() => {
    if (serviceId === undefined) return undefined;
    const asked = { isOver: false };
    command('rules.explain', { serviceId, channelId }).then(
      (explanations) => {
        if (!asked.isOver) setSaid(explanations);
      },
      () => {
        if (!asked.isOver) setSaid('failed');
      },
    );
    return () => {
      asked.isOver = true;
    };
  }, [command, serviceId, channelId]);
  return (
    <Dialog title={t('rules.whyTitle', { name })} size="wide" onClose={onClose}>
      {said === 'failed' && <Note kind="error">{t('rules.whyFailed')}</Note>}
      {Array.isArray(said) &&
        said.map(({ mention, decision, trail }) => (
          <section key={mention} className="why-case">
            <h3>{t(mention === 'personal' ? 'rules.whyForMe' : 'rules.whyOther')}</h3>
            <WhyList decision={decision} trail={trail} />
          </section>
        ))}
      <div className="dialog-buttons">
        <Button autoFocus onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
    </Dialog>
  );
}
