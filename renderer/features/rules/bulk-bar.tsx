import { ChevronDown, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleRow } from '../../../electron/core/ipc/answers';
import type { ForAWhile } from '../../../electron/core/model/focus';
import type * as rule from '../../../electron/core/model/rule';
import type { Level, RuleValues } from '../../../electron/core/model/rule';
import { anchorOf } from '../../components/anchor-of';
import { Button, IconButton } from '../../components/button';
import { Menu, MenuRadios } from '../../components/menu';
import type { Anchor } from '../../store/shell-store';
import { useCommand, useSend } from '../../store/use-shell';
import { withField, withPreset } from './rule-values';
import type { RulesDialog } from './rules-dialogs';
import { usePresets } from './use-presets';
import { useValueWords } from './use-cell-words';
import { WhileItems } from './while-items';

/** Most rules main takes at once. */
const RULES_AT_ONCE: typeof rule.RULES_MAX = 20_000;

interface BulkBarProps {
  readonly count: number;
  /** Gives the chosen rows as they are now. */
  readonly fetchRows: () => Promise<readonly RuleRow[]>;
  readonly onDialog: (dialog: RulesDialog) => void;
  readonly onClear: () => void;
}

type BulkMenu = 'preset' | 'notify' | 'quiet';

/** What can be done with all chosen rows at once. */
export function BulkBar({ count, fetchRows, onDialog, onClear }: BulkBarProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const command = useCommand();
  const presets = usePresets();
  const say = useValueWords();
  const [open, setOpen] = useState<{ readonly menu: BulkMenu; readonly anchor: Anchor }>();
  const change = async (to: (row: RuleRow) => RuleValues): Promise<void> => {
    const rules = (await fetchRows()).map((row) => ({ scope: row.scope, values: to(row) }));
    for (let from = 0; from < rules.length; from += RULES_AT_ONCE)
      await command('rules.set', { rules: rules.slice(from, from + RULES_AT_ONCE) });
  };
  const pause = async (until: ForAWhile): Promise<void> => {
    for (const { scope } of await fetchRows()) await command('rule.pause', { scope, until });
  };
  const resume = async (): Promise<void> => {
    for (const { scope } of await fetchRows()) send('rule.resume', { scope });
  };
  const run = (work: Promise<void>): void => void work.catch(() => undefined);
  const trigger = (menu: BulkMenu, label: string): ReactNode => (
    <Button
      aria-haspopup="menu"
      aria-expanded={open?.menu === menu}
      onClick={(event) => setOpen({ menu, anchor: anchorOf(event.currentTarget) })}
    >
      {label}
      <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
    </Button>
  );
  const levels = (['all', 'mentions', 'none'] as const satisfies readonly Level[]).map((value) => ({
    value,
    label: say('notify', value),
  }));
  return (
    <div className="rules-bulk" role="toolbar" aria-label={t('rules.bulk.label')}>
      <p role="status">{t('rules.bulk.count', { count })}</p>
      {trigger('preset', t('rules.bulk.preset'))}
      {trigger('notify', t('rules.bulk.notify'))}
      {trigger('quiet', t('rules.bulk.quiet'))}
      <Button title={t('rules.bulk.giveBackHint')} onClick={() => run(change(() => ({})))}>
        {t('rules.bulk.giveBack')}
      </Button>
      <IconButton icon={X} label={t('rules.bulk.clear')} onClick={onClear} />
      {open !== undefined && (
        <Menu label={t(`rules.bulk.${open.menu}`)} anchor={open.anchor} onClose={() => setOpen(undefined)}>
          {open.menu === 'preset' && (
            <MenuRadios
              label={t('preset.label')}
              value={undefined}
              options={presets}
              onChange={(preset) => run(change(({ own }) => withPreset(own, preset)))}
            />
          )}
          {open.menu === 'notify' && (
            <MenuRadios
              label={t('rules.column.notify')}
              value={undefined}
              options={levels}
              onChange={(level) => run(change((row) => withField(row, 'notify', level)))}
            />
          )}
          {open.menu === 'quiet' && (
            <WhileItems
              untilMs={undefined}
              onPause={(until) => run(pause(until))}
              onChoose={() => run(fetchRows().then((rows) => onDialog({ kind: 'until', rows })))}
              onResume={() => run(resume())}
            />
          )}
        </Menu>
      )}
    </div>
  );
}
