import { domainModule } from '@minutier/intake';
import { auditTrail } from './audit-trail.projection.js';
import { listAuditEventsSlice } from './audit-trail/audit-trail.query.js';
import { candidacyMentions } from './audit-trail/candidacy-mentions.projection.js';
import { personCandidacies } from './audit-trail/person-candidacies.projection.js';
import { exportPersonSlice } from './audit-trail/person-export.query.js';
import { mentions } from './mentions.projection.js';
import { StoryController } from './story/story.controller.js';
import { TellStoryHandler } from './story/story.query.js';
import { taskList } from './task-list/task-list.projection.js';
import { listTasksSlice } from './task-list/task-list.query.js';

/** What this library brings: the trail of every event. */
export const auditModule = domainModule({
  name: 'audit',
  streams: [],
  projections: [auditTrail, personCandidacies, candidacyMentions, mentions, taskList],
  reactions: [],
  slices: [listAuditEventsSlice, exportPersonSlice, [StoryController, TellStoryHandler], listTasksSlice],
});
