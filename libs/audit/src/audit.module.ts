import { domainModule } from '@minutier/intake';

import { auditTrail } from './audit-trail/audit-trail.projection.js';
import { listAuditEventsSlice } from './audit-trail/audit-trail.query.js';
import { candidacyMentions } from './audit-trail/candidacy-mentions.projection.js';
import { personCandidacies } from './audit-trail/person-candidacies.projection.js';
import { exportPersonSlice } from './audit-trail/person-export.query.js';

/** What this library brings: the trail of every event. */
export const auditModule = domainModule({
  name: 'audit',
  streams: [],
  projections: [auditTrail, personCandidacies, candidacyMentions],
  reactions: [],
  slices: [listAuditEventsSlice, exportPersonSlice],
});
