import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleRow } from '../../../electron/core/ipc/answers';
import { useSend } from '../../store/use-shell';
import { UntilDialog } from '../focus/until-dialog';
import { WhyDialog } from './why-dialog';
import { WordsDialog } from './words-dialog';

/** What is asked or told about rows of the table. */
export type RulesDialog =
  | { readonly kind: 'words' | 'why'; readonly row: RuleRow }
  | { readonly kind: 'until'; readonly rows: readonly RuleRow[] };

interface RulesDialogsProps {
  readonly dialog: RulesDialog;
  readonly onClose: () => void;
}

/** The dialog that is open. */
export function RulesDialogs({ dialog, onClose }: RulesDialogsProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  switch (dialog.kind) {
    case 'words':
      return <WordsDialog row={dialog.row} onClose={onClose} />;
    case 'why':
      return <WhyDialog row={dialog.row} onClose={onClose} />;
    case 'until':
      return (
        <UntilDialog
          title={t('rules.while.title')}
          action={t('rules.while.set')}
          onChoose={(atMs) =>
            dialog.rows.forEach(({ scope }) => send('rule.pause', { scope, until: { kind: 'at', atMs } }))
          }
          onClose={onClose}
        />
      );
  }
}
