import { type Decision, parisDay, type Refusal, refuse, type SealedCommand, utcInstant } from '@minutier/ledger';

import { actIdOf } from '../candidacy-ids.js';
import { type AbsentRefusal, refusedAbsent } from '../candidacy-refusals.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import type { Candidacy, EnrolledCandidacy } from '../enrolled-candidacy.js';
import type { SummonCandidate } from './summon-candidate.command.js';

export type SummonCandidateRefusal = AbsentRefusal | 'DATES_REVERSED' | 'SUMMONS_INCOMPLETE' | 'INCIDENT_UNKNOWN';

type Given = SealedCommand<SummonCandidate>;

/** A summons says to what, and is sent before its hour: it makes an absence opposable. */
export function summonCandidate(
  command: Given,
  candidacy: Candidacy,
): Decision<CandidacyEvent, SummonCandidateRefusal> {
  const { context, purpose, modality, occurrence, attempt, juryId, incidentId, sentOn, channel, proof } = command;
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  const refusal = refusedFields(command) ?? refusedIncident(command, candidacy);
  if (refusal) return refusal;
  const dueAt = utcInstant(command.dueAt);
  if (sentOn > parisDay(dueAt))
    return refuse(
      'DATES_REVERSED',
      '/sentOn',
      'La convocation aurait été envoyée après son heure.',
      'The summons would have been sent after its hour.',
    );
  return [
    {
      type: 'CandidateSummoned',
      data: {
        summonsId: actIdOf('summons', context),
        purpose,
        modality: modality ?? null,
        occurrence: occurrence ?? null,
        attempt: attempt ?? null,
        juryId: juryId ?? null,
        incidentId: incidentId ?? null,
        dueAt,
        sentOn,
        channel,
        proof: proof ?? null,
      },
    },
  ];
}

const LINE = ['modality', 'occurrence', 'attempt'] as const;
/** What a summons to each says beside the hour. */
const FIELDS_OF = { sitting: LINE, oral: LINE, hearing: ['incidentId'], jury: ['juryId'] } as const;
const NEEDED_BY = { sitting: 'modality', oral: 'modality', hearing: 'incidentId', jury: null } as const;

function refusedFields(command: Given): Refusal<'SUMMONS_INCOMPLETE'> | undefined {
  const { purpose } = command;
  const own: readonly string[] = FIELDS_OF[purpose];
  const needed = NEEDED_BY[purpose];
  const foreign = ([...LINE, 'incidentId', 'juryId'] as const).find(
    (field) => command[field] !== undefined && !own.includes(field),
  );
  if (foreign !== undefined)
    return refuse(
      'SUMMONS_INCOMPLETE',
      `/${foreign}`,
      'Une convocation de ce genre ne dit pas cela.',
      'A summons of this kind does not say this.',
    );
  if (needed === null || command[needed] !== undefined) return undefined;
  return refuse(
    'SUMMONS_INCOMPLETE',
    `/${needed}`,
    'La convocation doit dire à quelle épreuve, ou pour quel incident.',
    'The summons must say to which evaluation, or about which incident.',
  );
}

function refusedIncident(
  { incidentId }: Given,
  { incidents }: EnrolledCandidacy,
): Refusal<'INCIDENT_UNKNOWN'> | undefined {
  if (incidentId === undefined || incidents.has(incidentId)) return undefined;
  return refuse(
    'INCIDENT_UNKNOWN',
    '/incidentId',
    'Cet incident n’est pas signalé dans ce dossier.',
    'This incident is not reported in this file.',
  );
}
