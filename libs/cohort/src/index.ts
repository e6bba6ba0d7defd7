export * from './cohort.events.js';
export { cohortModule } from './cohort.module.js';
export * from './cohort.state.js';
export { cohortList } from './cohort-list/cohort-list.projection.js';
export { OpenCohort } from './open-cohort/open-cohort.command.js';
export { OpenSession } from './open-session/open-session.command.js';
