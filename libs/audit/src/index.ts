export { type AuditItem, auditTrail } from './audit-trail.projection.js';
export { auditModule } from './audit.module.js';
export { SENTENCES, told, type ToldEvent } from './sentences.js';
export type { EventSetting, StoryFrame } from './story-frame.js';
