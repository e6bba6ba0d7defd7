import { auditModule } from '@minutier/audit';
import { candidacyModule } from '@minutier/candidacy';
import { cohortModule } from '@minutier/cohort';
import { evaluationModule } from '@minutier/evaluation';
import { frameworkModule } from '@minutier/framework';
import type { DomainModule } from '@minutier/intake';
import { personModule } from '@minutier/person';
import { transcriptModule } from '@minutier/transcript';

/** The domain's libraries, upstream first. */
export const DOMAIN: readonly DomainModule[] = [
  frameworkModule,
  cohortModule,
  personModule,
  candidacyModule,
  evaluationModule,
  transcriptModule,
  auditModule,
];
