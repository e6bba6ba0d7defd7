import { authorityOf } from '@minutier/framework';
import { type Decision, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { CandidacyEvent } from '../candidacy.events.js';
import { type AbsentRefusal, candidacyNotFound } from '../candidacy-refusals.js';
import type { Candidacy, EnrolledCandidacy } from '../enrolled-candidacy.js';
import type { EnrolmentFrame } from '../enrolment-frame.js';
import { refusedClosed, refusedExpired, refusedRoute } from '../enrolment-refusals.js';
import { entryProofOf } from '../entry-proof-input.js';
import type { ReadmitCandidate } from './readmit-candidate.command.js';

export type ReadmitCandidateRefusal =
  | AbsentRefusal
  | 'COHORT_CLOSED'
  | 'CANDIDACY_NOT_ENDED'
  | 'RETURN_BEFORE_DEPARTURE'
  | 'ACCESS_ROUTE_UNKNOWN'
  | 'ROUTE_CLOSED'
  | 'ENTERED_AFTER_EXPIRY';

/** Another start after a departure; the entry that counts is the one of before, or the return. */
export function readmitCandidate(
  command: SealedCommand<ReadmitCandidate>,
  candidacy: Candidacy,
  frame: EnrolmentFrame | undefined,
): Decision<CandidacyEvent, ReadmitCandidateRefusal> {
  if (candidacy.status === 'absent' || !frame) return candidacyNotFound();
  const { returnedOn, route, entryKept, document, authority } = command;
  const enteredOn = entryKept ? candidacy.enteredOn : returnedOn;
  const refusal =
    refusedClosed(frame.cohort) ??
    refusedReturn(returnedOn, candidacy) ??
    refusedRoute(frame.framework, route, '/route') ??
    refusedExpired(frame.framework, enteredOn, entryKept ? '/entryKept' : '/returnedOn');
  if (refusal) return refusal;
  return [
    {
      type: 'Readmitted',
      data: {
        returnedOn,
        route,
        enteredOn,
        entryProof: entryProofOf(command.entryProof) ?? (entryKept ? candidacy.entryProof : null),
        fromCandidacyId: null,
        document: document ?? null,
        authority: authorityOf(authority),
      },
    },
  ];
}

function refusedReturn(
  returnedOn: string,
  { departure }: EnrolledCandidacy,
): Refusal<'CANDIDACY_NOT_ENDED' | 'RETURN_BEFORE_DEPARTURE'> | undefined {
  if (!departure)
    return refuse(
      'CANDIDACY_NOT_ENDED',
      undefined,
      'Cette candidature n’a pas pris fin.',
      'This candidacy has not ended.',
    );
  if (returnedOn < departure.on)
    return refuse(
      'RETURN_BEFORE_DEPARTURE',
      '/returnedOn',
      `Le candidat n’est parti que le ${departure.on}.`,
      `The candidate left on ${departure.on} only.`,
    );
  return undefined;
}
