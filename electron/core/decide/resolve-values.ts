import { isDirectKind, type ChannelKind } from '../model/channel';
import type { RuleSource } from '../model/decision';
import { defaultValues, type FullValues, type Preset, type RuleField, type RuleValues } from '../model/rule';
import type { Rung } from './rule-book';

/** A value, and the rule it came from; `undefined` where none says anything. */
export interface Resolved<F extends RuleField> {
  readonly value: FullValues[F];
  readonly from: RuleSource | undefined;
}

const loud: RuleValues = { notify: 'all', groupMentions: 'mention', badge: 'all' };
const all: RuleValues = { notify: 'all', groupMentions: 'plain', badge: 'all' };
const mentions: RuleValues = { notify: 'mentions', groupMentions: 'plain', badge: 'mentions' };
const none: RuleValues = { notify: 'none', groupMentions: 'none', badge: 'none' };

/** Gives what a preset stands for in a kind of channel. */
export function presetValues(preset: Preset, kind: ChannelKind): RuleValues {
  switch (preset) {
    case 'everything':
      return loud;
    case 'what-matters':
      // Where nothing says what it is, nothing is kept back.
      return kind === 'public' || kind === 'bot' ? mentions : all;
    case 'only-me':
      return isDirectKind(kind) ? all : mentions;
    case 'nothing':
      return none;
  }
}

/** Gives one value for a kind of channel: from the first rule of the ladder that has it, else the default. */
export function resolveValue<F extends RuleField>(
  ladder: readonly Rung[],
  field: F,
  kind: ChannelKind,
): Resolved<F> {
  for (const { values, source } of ladder) {
    const value =
      values[field] ?? (values.preset === undefined ? undefined : presetValues(values.preset, kind)[field]);
    if (value !== undefined) return { value: value as FullValues[F], from: source };
  }
  return { value: defaultValues[field], from: undefined };
}
