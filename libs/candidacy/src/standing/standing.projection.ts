import { defineProjection, type LoggedEvent, splitStreamName } from '@minutier/ledger';

import type {
  CandidateHeard,
  CandidateSummoned,
  IncidentReported,
  SanctionDecided,
  SanctionLifted,
} from '../discipline.events.js';
import type { EnrolmentVoided } from '../enrolment.events.js';
import type { MarksFrozen, MarksUnfrozen } from '../marks.events.js';
import type {
  AssessorLinkCleared,
  AssessorLinkDeclared,
  AttemptGranted,
  BlockCarriedOver,
  CarryOverRevoked,
  EquivalenceGranted,
  EquivalenceRevoked,
} from '../recognition.events.js';

/** An act as it was recorded: what it says, who recorded it, and when. */
export type RecordedAct<Act extends { data: object }> = Act['data'] & {
  readonly eventId: string;
  readonly recordedBy: LoggedEvent['meta']['actor'];
  readonly recordedAt: string;
};

/** An act, and the later one that ended it; null while it stands. */
type Lasting<Act extends { data: object }, End extends { data: object }> = RecordedAct<Act> & {
  readonly ended: RecordedAct<End> | null;
};

/** What was decided about a candidate beside his marks, the first first, whatever ended it since included. */
export interface StandingRow {
  readonly candidacyId: string;
  readonly equivalences: readonly Lasting<EquivalenceGranted, EquivalenceRevoked>[];
  readonly carryOvers: readonly Lasting<BlockCarriedOver, CarryOverRevoked>[];
  readonly attemptsGranted: readonly RecordedAct<AttemptGranted>[];
  readonly assessorLinks: readonly Lasting<AssessorLinkDeclared, AssessorLinkCleared>[];
  readonly summonses: readonly RecordedAct<CandidateSummoned>[];
  readonly incidents: readonly (RecordedAct<IncidentReported> & {
    readonly hearings: readonly RecordedAct<CandidateHeard>[];
  })[];
  readonly sanctions: readonly Lasting<SanctionDecided, SanctionLifted>[];
  readonly freezes: readonly Lasting<MarksFrozen, MarksUnfrozen>[];
}

type Shown =
  | EquivalenceGranted
  | EquivalenceRevoked
  | BlockCarriedOver
  | CarryOverRevoked
  | AttemptGranted
  | AssessorLinkDeclared
  | AssessorLinkCleared
  | CandidateSummoned
  | IncidentReported
  | CandidateHeard
  | SanctionDecided
  | SanctionLifted
  | MarksFrozen
  | MarksUnfrozen;

const changes: {
  readonly [Type in Shown['type']]: (
    row: StandingRow,
    act: RecordedAct<Extract<Shown, { type: Type }>>,
  ) => Partial<StandingRow>;
} = {
  EquivalenceGranted: ({ equivalences }, act) => ({ equivalences: [...equivalences, { ...act, ended: null }] }),
  EquivalenceRevoked: ({ equivalences }, act) => ({ equivalences: ending(equivalences, 'equivalenceId', act) }),
  BlockCarriedOver: ({ carryOvers }, act) => ({ carryOvers: [...carryOvers, { ...act, ended: null }] }),
  CarryOverRevoked: ({ carryOvers }, act) => ({ carryOvers: ending(carryOvers, 'carryOverId', act) }),
  AttemptGranted: ({ attemptsGranted }, act) => ({ attemptsGranted: [...attemptsGranted, act] }),
  AssessorLinkDeclared: ({ assessorLinks }, act) => ({ assessorLinks: [...assessorLinks, { ...act, ended: null }] }),
  AssessorLinkCleared: ({ assessorLinks }, act) => ({ assessorLinks: ending(assessorLinks, 'linkId', act) }),
  CandidateSummoned: ({ summonses }, act) => ({ summonses: [...summonses, act] }),
  IncidentReported: ({ incidents }, act) => ({ incidents: [...incidents, { ...act, hearings: [] }] }),
  CandidateHeard: ({ incidents }, act) => ({
    incidents: incidents.map((one) =>
      one.incidentId === act.incidentId ? { ...one, hearings: [...one.hearings, act] } : one,
    ),
  }),
  SanctionDecided: ({ sanctions }, act) => ({ sanctions: [...sanctions, { ...act, ended: null }] }),
  SanctionLifted: ({ sanctions }, act) => ({ sanctions: ending(sanctions, 'sanctionId', act) }),
  MarksFrozen: ({ freezes }, act) => ({ freezes: [...freezes, { ...act, ended: null }] }),
  MarksUnfrozen: ({ freezes }, act) => ({ freezes: ending(freezes, 'session', act) }),
};

/** The list with the act that stands under that key ended. */
function ending<
  Key extends string,
  End extends Readonly<Record<Key, string | number>>,
  Act extends Readonly<Record<Key, string | number>> & { readonly ended: End | null },
>(acts: readonly Act[], key: Key, end: End): readonly Act[] {
  const of: string | number = end[key];
  const index = acts.findLastIndex((one) => one[key] === of && one.ended === null);
  return acts.map((one, place) => (place === index ? { ...one, ended: end } : one));
}

/** The standing of somebody about whom nothing was decided. */
export const nothingOf = (candidacyId: string): StandingRow => ({
  candidacyId,
  equivalences: [],
  carryOvers: [],
  attemptsGranted: [],
  assessorLinks: [],
  summonses: [],
  incidents: [],
  sanctions: [],
  freezes: [],
});

/** One row per candidacy of which something was decided beside its marks; it goes with a voided enrolment. */
export const candidacyStanding = defineProjection<StandingRow>({
  name: 'candidacy_standing',
  version: 1,
  reads: [...Object.keys(changes), 'EnrolmentVoided'],
  columns: {},
  indexed: () => ({}),
  keysOf: ({ stream }) => [splitStreamName(stream).id],
  partitionOf: ({ stream }) => splitStreamName(stream).id,
  project(row, event, candidacyId) {
    const { type, data } = event as unknown as Shown | EnrolmentVoided;
    if (type === 'EnrolmentVoided') return null;
    const { actor: recordedBy, recordedAt } = event.meta;
    const act = { ...data, eventId: event.id, recordedBy, recordedAt };
    const before = row ?? nothingOf(candidacyId);
    return { ...before, ...changes[type](before, act as never) };
  },
});
