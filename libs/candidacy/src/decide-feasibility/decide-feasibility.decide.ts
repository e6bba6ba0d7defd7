import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { CandidacyEvent } from '../candidacy.events.js';
import { type AbsentRefusal, candidacyNotFound } from '../candidacy-refusals.js';
import type { Candidacy, EnrolledCandidacy } from '../enrolled-candidacy.js';
import type { EnrolmentFrame } from '../enrolment-frame.js';
import { refusedScope } from '../enrolment-refusals.js';
import type { DecideFeasibility } from './decide-feasibility.command.js';

export type DecideFeasibilityRefusal =
  | AbsentRefusal
  | 'ROUTE_NOT_VAE'
  | 'FEASIBILITY_ALREADY_DECIDED'
  | 'REASON_REQUIRED'
  | 'REASON_UNEXPECTED'
  | 'DATES_REVERSED'
  | 'SCOPE_MISMATCH'
  | 'BLOCK_UNKNOWN';

type Command = SealedCommand<DecideFeasibility>;

/** A request of a VAE candidate is admissible, or is not and for what reason; one stands at a time. */
export function decideFeasibility(
  command: Command & { readonly feasibilityId: string },
  candidacy: Candidacy,
  frame: EnrolmentFrame | undefined,
): Decision<CandidacyEvent, DecideFeasibilityRefusal> {
  if (candidacy.status === 'absent' || !frame) return candidacyNotFound();
  const { feasibilityId, requestedOn, decidedOn, admissible, scope, blocks = [], reason } = command;
  const refusal =
    refusedStanding(command, candidacy) ??
    refusedDates(command) ??
    refusedReason(command) ??
    refusedScope({ scope, blocks }, frame.framework);
  if (refusal) return refusal;
  return [
    {
      type: 'FeasibilityDecided',
      data: {
        feasibilityId,
        requestedOn,
        decidedOn,
        admissible,
        previousValidUntil: command.previousValidUntil ?? null,
        scope,
        blocks: [...blocks],
        validUntil: command.validUntil ?? null,
        reason: reason === undefined ? null : reasonOf({ reason, explanation: command.explanation }),
        authority: authorityOf(command.authority),
      },
    },
  ];
}

function refusedStanding(
  { decidedOn }: Command,
  { route, feasibilities }: EnrolledCandidacy,
): Refusal<'ROUTE_NOT_VAE' | 'FEASIBILITY_ALREADY_DECIDED'> | undefined {
  if (route !== 'VAE')
    return refuse(
      'ROUTE_NOT_VAE',
      undefined,
      `Le candidat est inscrit par la voie ${route}, non par la VAE.`,
      `The candidate is enrolled by route ${route}, not by VAE.`,
    );
  const standing = [...feasibilities.values()].find(
    ({ admissible, validUntil }) => admissible && (validUntil === null || decidedOn <= validUntil),
  );
  if (!standing) return undefined;
  const [fr, en] =
    standing.validUntil === null ? ['', ''] : [`, jusqu’au ${standing.validUntil}`, `, until ${standing.validUntil}`];
  return refuse(
    'FEASIBILITY_ALREADY_DECIDED',
    undefined,
    `Une demande est déjà recevable${fr}.`,
    `A request is admissible already${en}.`,
  );
}

function refusedDates({ requestedOn, decidedOn, validUntil }: Command): Refusal<'DATES_REVERSED'> | undefined {
  if (decidedOn < requestedOn)
    return refuse(
      'DATES_REVERSED',
      '/decidedOn',
      'La décision précéderait la demande.',
      'The decision would precede the request.',
    );
  if (validUntil !== undefined && validUntil < decidedOn)
    return refuse(
      'DATES_REVERSED',
      '/validUntil',
      'Le dernier jour de dépôt précéderait la décision.',
      'The last day to file would precede the decision.',
    );
  return undefined;
}

function refusedReason({
  admissible,
  reason,
  explanation,
}: Command): Refusal<'REASON_REQUIRED' | 'REASON_UNEXPECTED'> | undefined {
  if (!admissible && reason === undefined)
    return refuse(
      'REASON_REQUIRED',
      '/reason',
      'Une demande irrecevable l’est pour un motif.',
      'A request that is not admissible is so for a reason.',
    );
  if (admissible && (reason !== undefined || explanation !== null))
    return refuse(
      'REASON_UNEXPECTED',
      reason === undefined ? '/explanation' : '/reason',
      'Une demande recevable n’a pas de motif de refus.',
      'An admissible request has no reason for a refusal.',
    );
  return undefined;
}
