import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { CandidacyEvent } from '../candidacy.events.js';
import { type AbsentRefusal, candidacyNotFound } from '../candidacy-refusals.js';
import type { Candidacy, EnrolledCandidacy } from '../enrolled-candidacy.js';
import type { EnrolmentFrame } from '../enrolment-frame.js';
import { refusedExpired } from '../enrolment-refusals.js';
import type { ProveEntry } from './prove-entry.command.js';

export type ProveEntryRefusal = AbsentRefusal | 'ENTERED_AFTER_EXPIRY' | 'ENTRY_AFTER_EVALUATION';

/** The day and the proof on which the life of the title is tested at delivery. */
export function proveEntry(
  command: SealedCommand<ProveEntry>,
  candidacy: Candidacy,
  frame: EnrolmentFrame | undefined,
): Decision<CandidacyEvent, ProveEntryRefusal> {
  if (candidacy.status === 'absent' || !frame) return candidacyNotFound();
  const { enteredOn, entryProof } = command;
  const refusal = refusedExpired(frame.framework, enteredOn, '/enteredOn') ?? refusedLate(enteredOn, candidacy);
  if (refusal) return refusal;
  return [
    {
      type: 'EntryProven',
      data: {
        from: candidacy.enteredOn,
        enteredOn,
        entryProof: { kind: entryProof.kind, document: entryProof.document },
        reason: reasonOf(command),
        authority: authorityOf(command.authority),
      },
    },
  ];
}

/** Nobody is assessed before entering. What was held before a readmission belongs to the start before it, and bars nothing. */
function refusedLate(
  enteredOn: string,
  { enteredOn: recorded, evaluations }: EnrolledCandidacy,
): Refusal<'ENTRY_AFTER_EVALUATION'> | undefined {
  const days = [...evaluations.values()].map(({ heldOn }) => heldOn).sort();
  const before = days.find((heldOn) => heldOn >= recorded && heldOn < enteredOn);
  if (before === undefined) return undefined;
  return refuse(
    'ENTRY_AFTER_EVALUATION',
    '/enteredOn',
    `Une évaluation a eu lieu le ${before}, avant cette entrée.`,
    `An evaluation was held on ${before}, before this entry.`,
  );
}
