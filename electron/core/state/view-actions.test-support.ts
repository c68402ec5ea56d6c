import * as fc from 'fast-check';
import { unreadSources } from '../model/unread';

const serviceId = fc.constantFrom('s1', 's2', 's3', 's4');
const text = fc.string({ maxLength: 12 });
const flag = fc.boolean();
const timeMs = fc.nat(1_000_000);
const unread = fc.record({ direct: fc.oneof(fc.constant('unknown' as const), fc.double()), indirect: flag });
const failure = fc.record({ kind: fc.constant('refused' as const), code: text, host: text });

/** What happens to pages of services, for properties of the state. */
export const viewActions = {
  'view-load-started': fc.record({ serviceId }),
  'view-document-replaced': fc.record({ serviceId }),
  'view-loaded': fc.record({ serviceId }),
  'view-stayed-up': fc.record({ serviceId }),
  'view-title-settled': fc.record({ serviceId }),
  'view-load-failed': fc.record({ serviceId, failure, nowMs: timeMs, jitter: fc.double() }),
  'view-crashed': fc.record({ serviceId, reason: text, nowMs: timeMs, jitter: fc.double() }),
  'view-hung': fc.record({ serviceId }),
  'view-hung-too-long': fc.record({ serviceId }),
  'view-responsive': fc.record({ serviceId }),
  'view-closed': fc.record({ serviceId }),
  'view-navigated': fc.record({ serviceId, canGoBack: flag }),
  'capture-changed': fc.record({ serviceId, capturing: flag }),
  'title-changed': fc.record({ serviceId, title: fc.oneof(text, fc.constantFrom('(3) x', '(•) x', '[2]')) }),
  'site-icon-changed': fc.record({ serviceId }),
  'unread-reported': fc.record({ serviceId, source: fc.constantFrom(...unreadSources), unread }),
  'page-message-refused': fc.record({ serviceId, reason: text, count: fc.nat(5) }),
  'reload-requested': fc.record({ serviceId, fromStartPage: flag }),
  'page-address-requested': fc.record({ serviceId, url: text }),
  'data-clearing-requested': fc.record({ serviceId, what: fc.constantFrom('cookies', 'everything') }),
  'cache-clearing-requested': fc.record({ serviceId }),
} as const;
