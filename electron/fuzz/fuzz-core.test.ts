import { describe } from 'vitest';
import { addressTargets } from './targets/addresses';
import { backupTargets } from './targets/backups';
import { importTargets } from './targets/imports';
import { keptTargets } from './targets/kept';
import { machineTargets } from './targets/machines';
import { mergingTargets } from './targets/merging';
import { messageTargets } from './targets/messages';
import { outsideTargets } from './targets/outside';
import { pictureTargets } from './targets/pictures';
import { shellTargets } from './targets/shell';
import { testTargets } from './test-targets.test-support';

describe('W200 what pages, people and files say', () =>
  testTargets([
    ...messageTargets,
    ...shellTargets,
    ...keptTargets,
    ...machineTargets,
    ...mergingTargets,
    ...importTargets,
    ...backupTargets,
    ...addressTargets,
    ...outsideTargets,
    ...pictureTargets,
  ]));
