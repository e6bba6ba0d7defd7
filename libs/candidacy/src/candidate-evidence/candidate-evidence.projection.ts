import type { Authority, Reason } from '@minutier/framework';
import { defineProjection, type LoggedEvent, splitStreamName } from '@minutier/ledger';

import type { EvidenceAttached, EvidencePurged, EvidenceReplaced, EvidenceWithdrawn } from '../discipline.events.js';
import type { Enrolled } from '../enrolment.events.js';

/** Why something was done to a piece, and on whose authority. */
interface Because {
  readonly reason: Reason;
  readonly authority: Authority;
}

/** A piece of a candidate's file, and what became of it. */
export type EvidencePiece = EvidenceAttached['data'] & {
  readonly standing: 'attached' | 'replaced' | 'withdrawn';
  /** The piece whose place it took, and why; null where it was attached first. */
  readonly replaces: (Because & { readonly evidenceId: string }) | null;
  readonly replacedBy: string | null;
  readonly withdrawn: Because | null;
  readonly purged: Omit<EvidencePurged['data'], 'evidenceId'> | null;
  readonly eventId: string;
  readonly recordedBy: LoggedEvent['meta']['actor'];
  readonly recordedAt: string;
};

/** The pieces of a candidacy, in the order of their attaching. */
export interface CandidateEvidenceRow {
  readonly candidacyId: string;
  readonly pieces: readonly EvidencePiece[];
}

type Read = Enrolled | EvidenceAttached | EvidenceReplaced | EvidenceWithdrawn | EvidencePurged;

/** One row per candidacy: a replacement says what it replaces, and takes from it what it supports. */
export const candidateEvidence = defineProjection<CandidateEvidenceRow>({
  name: 'candidate_evidence',
  version: 1,
  reads: ['Enrolled', 'EvidenceAttached', 'EvidenceReplaced', 'EvidenceWithdrawn', 'EvidencePurged'],
  columns: {},
  indexed: () => ({}),
  keysOf: ({ stream }) => [splitStreamName(stream).id],
  partitionOf: ({ stream }) => splitStreamName(stream).id,
  project(row, event) {
    const { id: candidacyId } = splitStreamName(event.stream);
    return { candidacyId, pieces: changed(row?.pieces ?? [], event) };
  },
});

function changed(pieces: readonly EvidencePiece[], event: LoggedEvent): readonly EvidencePiece[] {
  const { type, data } = event as unknown as Read;
  switch (type) {
    case 'Enrolled':
      return pieces;
    case 'EvidenceAttached':
      return [...pieces, { ...data, ...newcomer(event), replaces: null }];
    case 'EvidenceReplaced': {
      const { replaces, reason, authority, ...file } = data;
      const before = pieces.find(({ evidenceId }) => evidenceId === replaces)!;
      const after = { ...before, ...file, ...newcomer(event), replaces: { evidenceId: replaces, reason, authority } };
      return [...withPiece(pieces, replaces, { standing: 'replaced', replacedBy: data.evidenceId }), after];
    }
    case 'EvidenceWithdrawn': {
      const { evidenceId, ...withdrawn } = data;
      return withPiece(pieces, evidenceId, { standing: 'withdrawn', withdrawn });
    }
    case 'EvidencePurged': {
      const { evidenceId, ...purged } = data;
      return withPiece(pieces, evidenceId, { purged });
    }
  }
}

function newcomer({ id: eventId, meta: { actor: recordedBy, recordedAt } }: LoggedEvent) {
  const nothingSince = { replacedBy: null, withdrawn: null, purged: null } as const;
  return { standing: 'attached', ...nothingSince, eventId, recordedBy, recordedAt } as const;
}

function withPiece(
  pieces: readonly EvidencePiece[],
  evidenceId: string,
  change: Partial<EvidencePiece>,
): readonly EvidencePiece[] {
  return pieces.map((piece) => (piece.evidenceId === evidenceId ? { ...piece, ...change } : piece));
}
