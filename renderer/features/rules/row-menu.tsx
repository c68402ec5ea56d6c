import { Bell, BellOff, BellRing, Clock3, HelpCircle, ListFilter, Undo2, Unlink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleRow } from '../../../electron/core/ipc/answers';
import { MenuItem, MenuLine, MenuRadios, SubMenu } from '../../components/menu';
import { useProjection, useSend } from '../../store/use-shell';
import { useInherited } from './cell-menu';
import { toOwnLevel, withPreset } from './rule-values';
import type { RulesDialog } from './rules-dialogs';
import { usePresets } from './use-presets';
import { WhileItems } from './while-items';

interface RowMenuProps {
  readonly row: RuleRow;
  readonly onDialog: (dialog: RulesDialog) => void;
}

/** All that can be done with one row. */
export function RowMenu({ row, onDialog }: RowMenuProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const presets = usePresets();
  const inherited = useInherited()(row);
  const { scope, own } = row;
  const hasOwn = Object.keys(own).length > 0;
  return (
    <>
      <SubMenu icon={Bell} label={t('rules.bulk.preset')}>
        <MenuRadios
          label={t('preset.label')}
          value={toOwnLevel(own)}
          options={[...presets, { value: 'inherited' as const, label: inherited }]}
          onChange={(value) =>
            send('rule.set', {
              scope,
              values: withPreset(own, value === 'inherited' || value === 'custom' ? undefined : value),
            })
          }
        />
      </SubMenu>
      <SubMenu icon={Clock3} label={t('rules.while.label')}>
        <QuietItems row={row} onDialog={onDialog} />
      </SubMenu>
      <MenuItem icon={ListFilter} onSelect={() => onDialog({ kind: 'words', row })}>
        {t('rules.words.open')}
      </MenuItem>
      <MuteThereItem row={row} />
      {(scope.kind === 'service' || scope.kind === 'channel') && (
        <MenuItem icon={HelpCircle} onSelect={() => onDialog({ kind: 'why', row })}>
          {t('rules.why')}
        </MenuItem>
      )}
      {hasOwn && (
        <>
          <MenuLine />
          <MenuItem icon={Undo2} onSelect={() => send('rule.set', { scope, values: {} })}>
            {t('rules.giveBackAll')}
          </MenuItem>
        </>
      )}
      {row.isPattern && scope.kind === 'channel' && (
        <>
          {!hasOwn && <MenuLine />}
          <MenuItem
            icon={Unlink}
            look="danger"
            hint={t('rules.forgetPatternHint')}
            onSelect={() =>
              send('pattern.remove', { serviceId: scope.serviceId, channelId: scope.channelId })
            }
          >
            {t('rules.forgetPattern')}
          </MenuItem>
        </>
      )}
    </>
  );
}

/** Mutes a channel on its server, whatever the rules here say. */
function MuteThereItem({ row }: { readonly row: RuleRow }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const services = useProjection((projection) => projection.services);
  const { scope, isMutedThere } = row;
  const service = services.find(({ id }) => id === row.serviceId);
  if (scope.kind !== 'channel' || service?.canMuteThere !== true || isMutedThere === undefined) return null;
  const { serviceId, channelId } = scope;
  return (
    <MenuItem
      icon={isMutedThere ? BellRing : BellOff}
      onSelect={() => send('channel.mute', { serviceId, channelId, level: isMutedThere ? 'all' : 'none' })}
    >
      {t(isMutedThere ? 'rules.unmuteThere' : 'rules.muteThere', { service: service.name })}
    </MenuItem>
  );
}

/** For how long a row shall be quiet. */
export function QuietItems({ row, onDialog }: RowMenuProps): ReactNode {
  const send = useSend();
  const { scope, quietUntilMs } = row;
  return (
    <WhileItems
      untilMs={quietUntilMs}
      onPause={(until) => send('rule.pause', { scope, until })}
      onChoose={() => onDialog({ kind: 'until', rows: [row] })}
      onResume={quietUntilMs === undefined ? undefined : () => send('rule.resume', { scope })}
    />
  );
}
