import type { FuzzTarget } from './target';
import { adapterTargets } from './targets/adapters';
import { addressTargets } from './targets/addresses';
import { backupTargets } from './targets/backups';
import { discoveryTargets } from './targets/discovery';
import { importTargets } from './targets/imports';
import { keptTargets } from './targets/kept';
import { listenerTargets } from './targets/listeners';
import { machineTargets } from './targets/machines';
import { mergingTargets } from './targets/merging';
import { messageTargets } from './targets/messages';
import { outsideTargets } from './targets/outside';
import { pictureTargets } from './targets/pictures';
import { shellTargets } from './targets/shell';
import { systemTargets } from './targets/system';

/** Every parser that is tried: a new one is a line in one of these lists. */
export const fuzzTargets: readonly FuzzTarget[] = [
  ...messageTargets,
  ...shellTargets,
  ...keptTargets,
  ...importTargets,
  ...backupTargets,
  ...addressTargets,
  ...discoveryTargets,
  ...adapterTargets,
  ...listenerTargets,
  ...machineTargets,
  ...mergingTargets,
  ...outsideTargets,
  ...pictureTargets,
  ...systemTargets,
];
