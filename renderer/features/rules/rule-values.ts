import { presetValues } from '../../../electron/core/decide/resolve-values';
import type { RuleRow } from '../../../electron/core/ipc/answers';
import type { RuleSource } from '../../../electron/core/model/decision';
import {
  scopeKey,
  type FullValues,
  type Preset,
  type RuleField,
  type RuleScope,
  type RuleValues,
} from '../../../electron/core/model/rule';

/** What a scope has been given: a preset, single values, or nothing of its own. */
export type OwnLevel = Preset | 'inherited' | 'custom';

/** Gives which preset a scope's own values are; lists, sound and preview stand beside it. */
export function toOwnLevel({ preset, notify, groupMentions, badge }: RuleValues): OwnLevel {
  if (notify !== undefined || groupMentions !== undefined || badge !== undefined) return 'custom';
  return preset ?? 'inherited';
}

/** Gives a scope's own values with a preset in the place of what it stands for; `undefined` gives that back. */
export function withPreset(own: RuleValues, preset: Preset | undefined): RuleValues {
  const { preset: _preset, notify: _notify, groupMentions: _group, badge: _badge, ...beside } = own;
  return preset === undefined ? beside : { ...beside, preset };
}

/**
 * Gives a scope's own values with one changed; `undefined` gives it back. Where a preset says it, the preset gives way to
 * the other values it stands for there; a preset that means different things for different channels goes as a whole.
 */
export function withField<F extends RuleField>(
  { scope, own }: Pick<RuleRow, 'scope' | 'own'>,
  field: F,
  value: FullValues[F] | undefined,
): RuleValues {
  if (value !== undefined) return { ...own, [field]: value };
  const { [field]: _given, preset, ...others } = own;
  if (preset === undefined) return others;
  if (scope.kind === 'everywhere' || scope.kind === 'service')
    return presetValues(preset, 'unknown')[field] === undefined ? { ...others, preset } : others;
  const { [field]: said, ...stood } = presetValues(preset, scope.channelKind);
  return said === undefined ? { ...others, preset } : { ...stood, ...others };
}

/** True when a value is set by the lasting rule of this very scope. */
export const isOwn = (scope: RuleScope, from: RuleSource | undefined): boolean =>
  from !== undefined &&
  !from.isTemporary &&
  from.by === undefined &&
  scopeKey(from.scope) === scopeKey(scope);

/** Gives the scope from which one inherits; everywhere inherits from none. */
export function parentOf(scope: RuleScope): RuleScope | undefined {
  switch (scope.kind) {
    case 'everywhere':
      return undefined;
    case 'service':
      return { kind: 'everywhere' };
    case 'channel-kind':
      return { kind: 'service', serviceId: scope.serviceId };
    case 'channel':
      return { kind: 'channel-kind', serviceId: scope.serviceId, channelKind: scope.channelKind };
  }
}

/** How far a scope stands under those it inherits from. */
export const depthOf = (scope: RuleScope): number =>
  ({ everywhere: 0, service: 0, 'channel-kind': 1, channel: 2 })[scope.kind];
