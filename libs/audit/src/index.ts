export { type AuditItem, auditTrail } from './audit-trail/audit-trail.projection.js';
export { auditModule } from './audit.module.js';
