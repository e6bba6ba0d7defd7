import type { LoggedEvent } from '@minutier/ledger';

import { begun, type EntitledPeriod, type Fields, type TaskKind, type TaskRow, text } from './task-rows.js';

type Change = (row: TaskRow | null, data: Fields, event: LoggedEvent, key: string) => TaskRow | null;

/** Which rows an event of a type touches, and how. */
export interface Rule {
  readonly keys: (data: Fields, event: LoggedEvent) => readonly string[];
  readonly change: Change;
}

const settled: Change = () => null;
const unless =
  (waits: boolean): Change =>
  (row) =>
    row && { ...row, waits };
const ofStream =
  (kind: TaskKind) =>
  (_data: Fields, { stream }: LoggedEvent) => [`${kind} ${stream}`];
const ofLine = ({ line }: Fields, { stream }: LoggedEvent) => [`line ${stream} ${String(line)}`];
const ofFile = ({ candidacyId }: Fields, { stream }: LoggedEvent) => [`line ${stream} ${String(candidacyId)}`];
const named = (prefix: string, field: string) => (data: Fields) => [`${prefix} ${String(data[field])}`];
const refusedLine =
  (kind: TaskKind): Change =>
  (_row, { line }, event) =>
    begun(kind, event, { line: typeof line === 'number' ? line : null });

const SUSPENSION = ofStream('suspension');
const VAE_JURY = ofStream('vae-jury');
const HABILITATION = ofStream('habilitation');
const BLIND = named('blind', 'evaluationId');

/** Blind marks begin an evaluation; whatever becomes of it closes them. */
const evaluated: Rule = {
  keys: (data) => ((data.origin as { kind?: string } | null)?.kind === 'blind-marks' ? BLIND(data) : []),
  change: settled,
};

const left: readonly Rule[] = [
  { keys: SUSPENSION, change: unless(false) },
  { keys: VAE_JURY, change: unless(false) },
];
const back: readonly Rule[] = [
  { keys: SUSPENSION, change: unless(true) },
  { keys: VAE_JURY, change: unless(true) },
];
const over: readonly Rule[] = [
  { keys: SUSPENSION, change: settled },
  { keys: VAE_JURY, change: settled },
];

/** An award that fell, whoever cites it: the citations are found by its id. */
const fallen: Rule = {
  keys: named('award', 'awardId'),
  change: (_row, { awardId }, event) => begun('fallen-award', event, { award: text(awardId), candidacyId: null }),
};

const REFUSALS: Readonly<Record<string, readonly Rule[]>> = {
  GroupWorkLineReportedRefused: [{ keys: ofLine, change: refusedLine('refused-line') }],
  GroupWorkVoidingReportedRefused: [{ keys: ofLine, change: refusedLine('refused-voiding') }],
  GroupWorkLineSettled: [{ keys: ofLine, change: settled }],
  SheetLineReportedRefused: [{ keys: ofLine, change: refusedLine('refused-line') }],
  MarkSheetVoidingReportedRefused: [{ keys: ofLine, change: refusedLine('refused-voiding') }],
  SheetLineSettled: [{ keys: ofLine, change: settled }],
  AttendanceReportedRefused: [{ keys: ofLine, change: refusedLine('refused-attendance') }],
  SittingAttendanceCorrected: [{ keys: ofLine, change: settled }],
  ReattributionReportedRefused: [{ keys: ofFile, change: refusedLine('refused-reattribution') }],
  ReattributionSettled: [{ keys: ofFile, change: settled }],
  TransferReportedRefused: [
    { keys: ofStream('refused-transfer'), change: (_row, _data, event) => begun('refused-transfer', event) },
  ],
};

const AWARDS: Readonly<Record<string, readonly Rule[]>> = {
  BlockCarriedOver: [
    {
      keys: named('carry-over', 'carryOverId'),
      change: (_row, { block }, event) => begun('carry-over', event, { waits: false, block: text(block) }),
    },
    {
      keys: ({ awards, carryOverId }) =>
        (awards as readonly { awardId: string }[]).map(({ awardId }) => `cites ${awardId} ${String(carryOverId)}`),
      change: (_row, { carryOverId, block }, event, key) => {
        const [, award = null] = key.split(' ');
        return begun('citation', event, { waits: false, award, carryOver: text(carryOverId), block: text(block) });
      },
    },
  ],
  CarryOverRevoked: [{ keys: named('carry-over', 'carryOverId'), change: settled }],
  AwardAnnulled: [fallen],
  LegacyBlockWithdrawn: [fallen],
  AwardConfirmed: [{ keys: named('award', 'awardId'), change: settled }],
};

const PROCEEDINGS: Readonly<Record<string, readonly Rule[]>> = {
  IncidentReported: [
    { keys: named('incident', 'incidentId'), change: (_row, _data, event) => begun('incident', event) },
  ],
  CandidateHeard: [{ keys: named('incident', 'incidentId'), change: (row) => row && { ...row, heard: true } }],
  SanctionDecided: [{ keys: named('incident', 'incidentId'), change: settled }],
  BlindMarkSubmitted: [
    {
      keys: BLIND,
      change: (row, { assessorId, marksExpected }, event) => {
        const before = row ?? begun('blind-marks', event);
        const assessors = [...before.assessors, String(assessorId)];
        return { ...before, assessors, expected: Number(marksExpected) };
      },
    },
  ],
  BlindMarkWithdrawn: [
    {
      keys: BLIND,
      change: (row, { assessorId }) => {
        const assessors = row?.assessors.filter((one) => one !== assessorId) ?? [];
        return row && assessors.length > 0 ? { ...row, assessors } : null;
      },
    },
  ],
};

const DEADLINES: Readonly<Record<string, readonly Rule[]>> = {
  DataRequestReceived: [
    {
      keys: named('data-request', 'requestId'),
      change: (_row, { dueBy }, event) => begun('data-request', event, { due: text(dueBy) }),
    },
  ],
  DataRequestExtended: [
    { keys: named('data-request', 'requestId'), change: (row, { dueBy }) => row && { ...row, due: text(dueBy) } },
  ],
  DataRequestAnswered: [{ keys: named('data-request', 'requestId'), change: settled }],
  CandidacySuspended: [
    {
      keys: SUSPENSION,
      change: (_row, { expectedUntil }, event) =>
        text(expectedUntil) === null ? null : begun('suspension', event, { due: text(expectedUntil) }),
    },
  ],
  CandidacyResumed: [{ keys: SUSPENSION, change: settled }],
  ValidationFileFiled: [
    {
      keys: VAE_JURY,
      // Of several files the first to be due is the one that waits.
      change: (row, { juryDueBy }, event) => {
        const due = text(juryDueBy);
        if (due === null || (row?.due && row.due <= due)) return row;
        return row ? { ...row, due } : begun('vae-jury', event, { due });
      },
    },
  ],
  JuryDecided: [{ keys: VAE_JURY, change: settled }],
  Withdrawn: left,
  TransferredOut: left,
  WithdrawalRevoked: back,
  TransferSettled: [
    { keys: ofStream('refused-transfer'), change: settled },
    ...back.map(({ keys, change }) => ({
      keys,
      change: ((row, data, event, key) =>
        data.settlement === 'resumed-here' ? change(row, data, event, key) : row) satisfies Change,
    })),
  ],
  Readmitted: over,
  EnrolmentVoided: over,
  CentreRegistered: [
    {
      keys: HABILITATION,
      change: (_row, { code }, event) => begun('habilitation', event, { waits: false, code: text(code) }),
    },
  ],
  HabilitationGranted: [
    {
      keys: HABILITATION,
      change: (row, data, event) => {
        const { habilitationId, number, scope, from, until } = data as unknown as EntitledPeriod;
        const before = row ?? begun('habilitation', event);
        const periods = [...before.periods, { habilitationId, number, scope, from, until }];
        return { ...before, periods, waits: hasEnd(periods) };
      },
    },
  ],
  HabilitationWithdrawn: [
    {
      keys: HABILITATION,
      change: (row, { habilitationId }) => {
        const periods = row?.periods.filter((one) => one.habilitationId !== habilitationId) ?? [];
        return row && { ...row, periods, waits: hasEnd(periods) };
      },
    },
  ],
};

function hasEnd(periods: readonly EntitledPeriod[]): boolean {
  return periods.some(({ until }) => until !== null);
}

const KINDS = [
  'CaseStudyAssessed',
  'RolePlayAssessed',
  'TutoredProjectAssessed',
  'CompanyAssessed',
  'ProfessionalReportAssessed',
  'OralDefenceAssessed',
  'ExercisesAssessed',
  'VaeFileAssessed',
  'VaeInterviewAssessed',
];

/** By type of event, so that what is built later is followed without a change here. */
export const TASK_RULES: Readonly<Record<string, readonly Rule[]>> = {
  ...REFUSALS,
  ...AWARDS,
  ...PROCEEDINGS,
  ...DEADLINES,
  ...Object.fromEntries(KINDS.map((type) => [type, [evaluated]])),
};
