import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type Sealed, type SealedCommand } from '@minutier/ledger';

import type { CandidacyEvent } from '../candidacy.events.js';
import { type AbsentRefusal, candidacyNotFound } from '../candidacy-refusals.js';
import type { Candidacy, EnrolledCandidacy } from '../enrolled-candidacy.js';
import type { CorrectEnrolment } from './correct-enrolment.command.js';

export type CorrectEnrolmentRefusal = AbsentRefusal | 'ENROLMENT_CHANGED_MEANWHILE' | 'ENROLMENT_UNCHANGED';

/**
 * Numbers and centre as they should be, over those that the caller saw. `repeated` are the seals that say what the
 * command says again: such a seal is copied, since nothing in it changes.
 */
export function correctEnrolment(
  command: SealedCommand<CorrectEnrolment>,
  candidacy: Candidacy,
  repeated: ReadonlySet<string>,
): Decision<CandidacyEvent, CorrectEnrolmentRefusal> {
  if (candidacy.status === 'absent') return candidacyNotFound();
  const { from, candidateNumber } = command;
  const centreId = command.centreId ?? null;
  const standing = { centreId: candidacy.centreId, candidateNumber: candidacy.candidateNumber };
  const changedMeanwhile =
    from.candidateNumber !== standing.candidateNumber
      ? '/from/candidateNumber'
      : (from.centreId ?? null) !== standing.centreId
        ? '/from/centreId'
        : undefined;
  if (changedMeanwhile !== undefined)
    return refuse(
      'ENROLMENT_CHANGED_MEANWHILE',
      changedMeanwhile,
      'L’inscription ne dit pas, ou plus, ce que la rectification croit corriger : relisez le dossier.',
      'The enrolment does not say, or no longer says, what this would correct: read the file again.',
    );
  const ine = corrected('ine', command, candidacy, repeated);
  const cpfFile = corrected('cpfFile', command, candidacy, repeated);
  const isSame =
    centreId === standing.centreId &&
    candidateNumber === standing.candidateNumber &&
    ine?.sealId === candidacy.ine?.sealId &&
    cpfFile?.sealId === candidacy.cpfFile?.sealId;
  if (isSame)
    return refuse('ENROLMENT_UNCHANGED', undefined, 'L’inscription dit déjà cela.', 'The enrolment says this already.');
  return [
    {
      type: 'EnrolmentCorrected',
      data: {
        from: standing,
        centreId,
        candidateNumber,
        ine,
        cpfFile,
        reason: reasonOf(command),
        authority: authorityOf(command.authority),
      },
    },
  ];
}

function corrected(
  number: 'ine' | 'cpfFile',
  command: SealedCommand<CorrectEnrolment>,
  candidacy: EnrolledCandidacy,
  repeated: ReadonlySet<string>,
): Sealed | null {
  const [given, standing] = [command[number], candidacy[number]];
  if (given === null) return command.removed?.includes(number) ? null : standing;
  return standing && repeated.has(standing.sealId) ? standing : given;
}
