import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { CandidacyEvent } from '../candidacy.events.js';
import { type AbsentRefusal, candidacyNotFound } from '../candidacy-refusals.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { VoidEnrolment } from './void-enrolment.command.js';

export type VoidEnrolmentRefusal = AbsentRefusal | 'EVALUATIONS_STAND';

/** An enrolment is voided while no mark stands on it: marks are given to the right file, or voided, first. */
export function voidEnrolment(
  command: SealedCommand<VoidEnrolment>,
  candidacy: Candidacy,
): Decision<CandidacyEvent, VoidEnrolmentRefusal> {
  if (candidacy.status === 'absent') return candidacyNotFound();
  const standing = candidacy.evaluations.size;
  if (standing > 0)
    return refuse(
      'EVALUATIONS_STAND',
      undefined,
      `Des évaluations sont en vigueur (${standing}) : réattribuez-les ou annulez-les d’abord.`,
      `Evaluations are in force (${standing}): reattribute or void them first.`,
    );
  return [{ type: 'EnrolmentVoided', data: { reason: reasonOf(command), authority: authorityOf(command.authority) } }];
}
