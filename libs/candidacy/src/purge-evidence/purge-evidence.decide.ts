import type { Cohort } from '@minutier/cohort';
import { authorityOf, type Rules } from '@minutier/framework';
import { type Decision, type Refusal, refuse } from '@minutier/ledger';
import { isHeld, type Person } from '@minutier/person';

import type { CandidacyEvent } from '../candidacy.events.js';
import { refusedAbsent } from '../candidacy-refusals.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import { refusedUnknown } from '../evidence-refusals.js';
import { type Retention, retentionOf } from '../retention.js';
import type { PurgeEvidence } from './purge-evidence.command.js';

export type PurgeEvidenceRefusal =
  'CANDIDACY_NOT_FOUND' | 'EVIDENCE_UNKNOWN' | 'EVIDENCE_ALREADY_PURGED' | 'RETENTION_NOT_ENDED' | 'LEGAL_HOLD_STANDS';

/** A file is destroyed once, after its period as the cohort's rules state it; an erasure does not wait for the period. */
export function purgeEvidence(
  { evidenceId, erasureId, authority, context }: PurgeEvidence,
  candidacy: Candidacy,
  frame: { readonly cohort: Cohort; readonly rules: Rules | undefined; readonly person: Person },
): Decision<CandidacyEvent, PurgeEvidenceRefusal> {
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  const piece = candidacy.evidence.get(evidenceId);
  if (!piece) return refusedUnknown();
  if (piece.purged)
    return refuse(
      'EVIDENCE_ALREADY_PURGED',
      undefined,
      'Le fichier de cette pièce est déjà détruit.',
      'The file of this piece is destroyed already.',
    );
  // Files are sealed under the appraisal key: what holds that class holds them.
  if (isHeld(frame.person, 'appraisal', context.today))
    return refuse(
      'LEGAL_HOLD_STANDS',
      undefined,
      'Un gel juridique couvre les pièces de cette personne.',
      'A legal hold covers this person’s evidence.',
    );
  if (erasureId === undefined) {
    const early = refusedEarly(retentionOf(piece, candidacy, frame), piece.retentionClass, context.today);
    if (early) return early;
  }
  return [
    {
      type: 'EvidencePurged',
      data: {
        evidenceId,
        purgedOn: context.today,
        basis: erasureId === undefined ? 'retention-ended' : 'erasure',
        erasureId: erasureId ?? null,
        authority: authorityOf(authority),
      },
    },
  ];
}

function refusedEarly(
  retention: Retention,
  retentionClass: string,
  today: string,
): Refusal<'RETENTION_NOT_ENDED'> | undefined {
  if (retention.kind === 'unruled' || (retention.kind === 'until' && today > retention.lastDay)) return undefined;
  if (retention.kind === 'not-begun')
    return refuse(
      'RETENTION_NOT_ENDED',
      undefined,
      `Le règlement fait garder la classe « ${retentionClass} », et rien ne montre que le délai a commencé.`,
      `The rules have class “${retentionClass}” kept, and nothing shows that the period has begun.`,
    );
  return refuse(
    'RETENTION_NOT_ENDED',
    undefined,
    `Le règlement fait garder la classe « ${retentionClass} » jusqu’au ${retention.lastDay}.`,
    `The rules have class “${retentionClass}” kept until ${retention.lastDay}.`,
  );
}
