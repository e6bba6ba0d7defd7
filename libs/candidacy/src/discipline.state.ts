import { parisDay } from '@minutier/ledger';

import type { CandidateSummoned, DisciplineEvent } from './discipline.events.js';
import type { Discipline, EnrolledCandidacy, Evidence, Evolvers } from './enrolled-candidacy.js';

export const NO_DISCIPLINE: Discipline = {
  evidence: new Map(),
  summonses: new Map(),
  incidents: new Map(),
  sanctions: new Map(),
};

export const disciplineEvolvers: Evolvers<DisciplineEvent> = {
  EvidenceAttached: (candidacy, { evidenceId, ...piece }) => ({
    ...candidacy,
    evidence: new Map(candidacy.evidence).set(evidenceId, { ...piece, standing: 'attached', purged: false }),
  }),
  EvidenceReplaced: (candidacy, { evidenceId, replaces, digest, mediaType, sizeBytes, place }) => {
    const before = candidacy.evidence.get(replaces)!;
    const after: Evidence = { ...before, digest, mediaType, sizeBytes, place, standing: 'attached', purged: false };
    const evidence = new Map(candidacy.evidence).set(replaces, { ...before, standing: 'replaced' });
    return { ...candidacy, evidence: evidence.set(evidenceId, after) };
  },
  EvidenceWithdrawn: (candidacy, { evidenceId }) => piece(candidacy, evidenceId, { standing: 'withdrawn' }),
  EvidencePurged: (candidacy, { evidenceId }) => piece(candidacy, evidenceId, { purged: true }),
  CandidateSummoned: (candidacy, summons) => ({
    ...candidacy,
    summonses: new Map(candidacy.summonses).set(summons.summonsId, summons),
  }),
  IncidentReported: (candidacy, { facts: _facts, ...incident }) => ({
    ...candidacy,
    incidents: new Map(candidacy.incidents).set(incident.incidentId, { ...incident, hearing: null, sanctionId: null }),
  }),
  CandidateHeard: (candidacy, { statement: _statement, ...hearing }) =>
    incident(candidacy, hearing.incidentId, { hearing }),
  SanctionDecided: (candidacy, sanction) => ({
    ...incident(candidacy, sanction.incidentId, { sanctionId: sanction.sanctionId }),
    sanctions: new Map(candidacy.sanctions).set(sanction.sanctionId, { ...sanction, liftedOn: null }),
  }),
  SanctionLifted: (candidacy, { sanctionId, liftedOn }) => ({
    ...candidacy,
    sanctions: new Map(candidacy.sanctions).set(sanctionId, { ...candidacy.sanctions.get(sanctionId)!, liftedOn }),
  }),
};

/** Whether an exclusion runs on a day. */
export function isExcludedOn({ sanctions }: Pick<Discipline, 'sanctions'>, day: string): boolean {
  return [...sanctions.values()].some(
    ({ kind, decidedOn, until, liftedOn }) =>
      (kind === 'excluded' || kind === 'excluded-with-loss') &&
      day >= decidedOn &&
      (until === null || day <= until) &&
      (liftedOn === null || day < liftedOn),
  );
}

/** The last summons to the hearing of an incident that was due by a day. */
export function hearingSummonsBy(
  { summonses }: Pick<Discipline, 'summonses'>,
  incident: string,
  day: string,
): CandidateSummoned['data'] | undefined {
  return [...summonses.values()].findLast(
    ({ purpose, incidentId, dueAt }) => purpose === 'hearing' && incidentId === incident && parisDay(dueAt) <= day,
  );
}

function piece(candidacy: EnrolledCandidacy, evidenceId: string, change: Partial<Evidence>): EnrolledCandidacy {
  const standing = candidacy.evidence.get(evidenceId)!;
  return { ...candidacy, evidence: new Map(candidacy.evidence).set(evidenceId, { ...standing, ...change }) };
}

function incident(
  candidacy: EnrolledCandidacy,
  incidentId: string,
  change: Partial<Discipline['incidents'] extends ReadonlyMap<string, infer One> ? One : never>,
): EnrolledCandidacy {
  const standing = candidacy.incidents.get(incidentId)!;
  return { ...candidacy, incidents: new Map(candidacy.incidents).set(incidentId, { ...standing, ...change }) };
}
