import { describe } from 'vitest';
import { adapterTargets } from './targets/adapters';
import { discoveryTargets } from './targets/discovery';
import { listenerTargets } from './targets/listeners';
import { systemTargets } from './targets/system';
import { testTargets } from './test-targets.test-support';

describe('W200 what services, servers and the desktop say', () =>
  testTargets([...adapterTargets, ...listenerTargets, ...systemTargets, ...discoveryTargets]));
