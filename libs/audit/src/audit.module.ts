import { domainModule } from '@minutier/intake';

import { auditTrail } from './audit-trail/audit-trail.projection.js';
import { listAuditEventsSlice } from './audit-trail/audit-trail.query.js';

/** What this library brings: the trail of every event. */
export const auditModule = domainModule({
  name: 'audit',
  streams: [],
  projections: [auditTrail],
  reactions: [],
  slices: [listAuditEventsSlice],
});
