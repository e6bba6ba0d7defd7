import {
  type Candidacy,
  type CandidacyEvent,
  type EnrolledCandidacy,
  type Evaluation,
  evaluationsOf,
  type Outcome,
} from '@minutier/candidacy';
import { coveredBy, modalitiesOf } from '@minutier/framework';
import { derivedId, isRefusal } from '@minutier/ledger';
import { commandContext, commandWith } from '@minutier/testing';
import fc from 'fast-check';

import {
  type Act,
  carryingOver,
  enrolling,
  freezing,
  recognising,
  revoking,
  unfreezing,
  voidingEnrolment,
} from '../../candidacy/src/acts.examples.js';
import { absence } from '../../candidacy/src/candidacy.examples.js';
import { OFFICE } from '../../candidacy/src/enrolment.examples.js';
import { framework } from '../../framework/src/framework.examples.js';
import { DEMONSTRATION, ruled, rules } from '../../framework/src/rules.examples.js';
import { assessCaseStudy } from './assess-case-study/assess-case-study.decide.js';
import { caseStudy, correction, frame, input, nothingHeld } from './assessment.examples.js';
import { correctEvaluation } from './correct-evaluation/correct-evaluation.decide.js';
import {
  decided,
  enrolledIn,
  fileAt,
  FILES,
  happening,
  type Histories,
  histories,
  movedIn,
} from './reattribution.examples.js';
import { voidEvaluation } from './void-evaluation/void-evaluation.decide.js';

/**
 * Goal: whatever is sent to three files, in whatever order, their marks stay within the rules, what is frozen stays, and
 * nothing counts twice. Method: random commands given to the deciders; after each, what the files say is checked against
 * the wording of the rules, not against the code that decides.
 */
const INTERVIEW = {
  line: 'ENTRETIEN-F3',
  labelExact: 'Entretien',
  kind: 'case-study',
  work: 'individual',
  replaces: { level: 'function', codes: ['F3'] },
  routes: ['CQ'],
  scale: 'twenty',
  coefficient: '1',
  missing: 'blocks',
  justifiedAbsence: 'blocks',
  unjustifiedAbsence: 'zero',
  countingAttempt: 'last',
  expectedOccurrences: 1,
} as const;
const LEVELS = ['NA', 'PA', 'A'];
const RULES = rules({
  ...DEMONSTRATION,
  scales: [
    { code: 'twenty', kind: 'numeric', min: '0', max: '20', step: '0.25' },
    { code: 'apna', kind: 'level', levels: LEVELS.map((code, at) => ({ code, label: code, value: `${at * 10}` })) },
  ] as never,
  modalityRules: ruled(['F4-M1'], { scale: 'apna' }),
  substituteLines: [INTERVIEW as never],
  attemptRules: [{ attemptsMax: 2, withoutFirstAttempt: false }],
});
const FRAME = frame({ rules: RULES });
const LINES = ['F8-M1', 'F8-M1', 'F4-M1', 'F4-M1', INTERVIEW.line, INTERVIEW.line, 'F3-M1'] as const;
const BLOCK = 'RNCP28684BC01';

/** Gives the command of that number to the files; they stay as they are where it is refused. */
type Step = (all: Histories, number: number) => Histories;

const inFile = (act: Act) =>
  fc.integer({ min: 0, max: FILES.length - 1 }).map((at): Step => (all, number) => {
    const id = FILES[at]!;
    const decision = act(fileAt(all, id), id, derivedId('command', number));
    return isRefusal(decision) ? all : happening(all, id, ...decision);
  });
const inSomeFile = (acts: fc.Arbitrary<Act>) => acts.chain(inFile);

const session = fc.constantFrom(1, 2);
const place = fc.record({
  modality: fc.constantFrom(...LINES),
  occurrence: fc.constantFrom(1, 1, 1, 2),
  attempt: fc.constantFrom(1, 1, 1, 1, 2, 3),
});
/** What is obtained, on the scale of the line more often than on the other; null: an absence. */
const outcome = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      mark: fc.constantFrom('0', '7.25', '14.50', '11', '20', '14.10', '20.25', '-1', '1e1', 'A'),
      level: fc.constantFrom(...LEVELS, ...LEVELS, 'TB', '10'),
      onOther: fc.constantFrom(false, false, false, true),
    }),
  },
  { weight: 1, arbitrary: fc.constant(null) },
);
type Obtained = { readonly mark: string; readonly level: string; readonly onOther: boolean };
const obtained = (modality: string | undefined, { mark, level, onOther }: Obtained): Outcome => {
  const isLevel = (modality === 'F4-M1') !== onOther;
  const result = isLevel ? { scale: 'apna', value: level } : { scale: 'twenty', value: mark };
  return { kind: 'result', result };
};
/** One of the evaluations in force, whichever. */
const someIn = (candidacy: Candidacy, which: number): string => {
  const ids = [...evaluationsOf(candidacy).keys()];
  return ids[which % Math.max(1, ids.length)] ?? FILES[0];
};
type Correction = Parameters<typeof correctEvaluation>[0];
const context = (commandId: string) => commandContext({ today: '2019-09-30', commandId });

const assessing = fc.tuple(place, session, outcome).map(([at, number, value]): Act => {
  const day = { session: number, heldOn: number === 1 ? '2019-01-15' : '2019-09-03' };
  return (candidacy, candidacyId, commandId) => {
    const command = caseStudy({ context: context(commandId), candidacyId, ...at, ...day });
    const given =
      value === null ? nothingHeld(command, absence()) : { ...command, outcome: input(obtained(at.modality, value)) };
    return assessCaseStudy(given, candidacy, FRAME);
  };
});
const correcting = fc.tuple(fc.nat(20), outcome).map(([which, value]): Act => (candidacy, candidacyId, commandId) => {
  const evaluationId = someIn(candidacy, which);
  const modality = evaluationsOf(candidacy).get(evaluationId)?.modality;
  const to = input<Correction['outcome']>(value === null ? absence() : obtained(modality, value));
  const fields = { context: context(commandId), candidacyId, evaluationId, outcome: to };
  return correctEvaluation(correction(fields), candidacy, FRAME);
});
const voiding = fc.nat(20).map(
  (which): Act =>
    (candidacy, candidacyId, commandId) =>
      voidEvaluation(
        commandWith<Parameters<typeof voidEvaluation>[0]>({
          context: context(commandId),
          candidacyId,
          evaluationId: someIn(candidacy, which),
          reason: 'recorded-in-error',
          explanation: null,
          authority: OFFICE,
        }),
        candidacy,
      ),
);
const moving = fc
  .tuple(fc.nat(2), fc.nat(20), fc.nat(2), place)
  .map(([from, which, to, { modality, occurrence, attempt }]): Step => (all, number) => {
    const move = { fromCandidacyId: FILES[from]!, fromEvaluationId: someIn(fileAt(all, FILES[from]!), which) };
    const there = { toModality: modality, toOccurrence: occurrence, toAttempt: attempt };
    const reattributionId = derivedId('move', number);
    const moves = [{ ...move, toCandidacyId: FILES[to]!, ...there }];
    const reattribution = decided(all, moves, { reattributionId }, FRAME);
    if (!reattribution) return all;
    const after = movedIn(all, reattribution, undefined, FRAME);
    return [...after.values()].flat().some(({ type }) => type === 'ReattributionRefused') ? all : after;
  });
const recognitions = fc.constantFrom<(readonly ['block' | 'function' | 'modality', string])[]>(
  ['block', BLOCK],
  ['function', 'F8'],
  ['modality', 'F8-M1'],
  ['function', 'F3'],
  ['modality', 'F3-M1'],
  ['modality', 'F3-M2'],
  ['function', 'F4'],
);
const step = fc.oneof(
  { weight: 40, arbitrary: inSomeFile(assessing) },
  { weight: 10, arbitrary: inSomeFile(correcting) },
  { weight: 4, arbitrary: inSomeFile(voiding) },
  { weight: 12, arbitrary: moving },
  { weight: 2, arbitrary: inSomeFile(session.map(freezing)) },
  { weight: 6, arbitrary: inSomeFile(session.map(unfreezing)) },
  { weight: 2, arbitrary: inSomeFile(recognitions.map(([level, code]) => recognising(level, code, RULES))) },
  { weight: 1, arbitrary: inFile(carryingOver(BLOCK)) },
  { weight: 5, arbitrary: inSomeFile(fc.nat(9).map(revoking)) },
  { weight: 2, arbitrary: inFile(voidingEnrolment) },
  { weight: 6, arbitrary: inFile(enrolling) },
);

const PLACED = modalitiesOf(framework());

function isOnScale({ modality, outcome: given }: Evaluation): boolean {
  if (given.kind !== 'result') return true;
  const { scale, value } = given.result;
  if (modality === 'F4-M1') return scale === 'apna' && LEVELS.includes(value);
  const quarters = Number(value) * 4;
  return scale === 'twenty' && /^[\d.]+$/.test(value) && Number.isInteger(quarters) && quarters <= 80;
}

/** Whether recognitions stand for all of what a mark stands for: it would count beside them. */
function isRecognised({ modality }: Evaluation, { equivalences }: EnrolledCandidacy): boolean {
  const substitute = RULES.substituteLines.find(({ line }) => line === modality);
  const lines = substitute ? coveredBy(substitute, framework()) : [modality];
  return lines.every((line) => {
    const { blockCode, functionCode } = PLACED.find((one) => one.modality.id === line)!;
    return [...equivalences.values()].some(({ code }) => [blockCode, functionCode, line].includes(code));
  });
}

/** What a freeze of these sessions keeps as it is: their marks, and what counts without one while any is frozen. */
function kept({ evaluations, equivalences, carryOvers }: EnrolledCandidacy, sessions: readonly number[]): unknown {
  const marks = [...evaluations.values()].filter((one) => sessions.includes(one.session));
  return sessions.length > 0 ? { marks, equivalences: [...equivalences], carryOvers: [...carryOvers] } : {};
}

function expectWithinRules(file: Candidacy): void {
  if (file.status === 'absent') return;
  const marks = [...file.evaluations.values()];
  expect(marks.filter((one) => !isOnScale(one))).toEqual([]);
  expect(marks.filter(({ attempt }) => attempt > 2)).toEqual([]);
  expect(marks.filter((one) => isRecognised(one, file))).toEqual([]);
  const places = marks.map(({ modality, occurrence, attempt }) => [modality, occurrence, attempt].join(' '));
  expect(places).toEqual([...new Set(places)]);
  const blocks = [...file.equivalences.values()].filter(({ level }) => level === 'block').map(({ code }) => code);
  const covering = [...blocks, ...[...file.carryOvers.values()].map(({ block }) => block)];
  expect(covering).toEqual([...new Set(covering)]);
}

function expectFreezeKept(before: Candidacy, after: Candidacy, facts: readonly CandidacyEvent[]): void {
  // An enrolment that was a mistake takes its freeze with it, and no mark: it is voided where none stands.
  if (before.status === 'absent' || after.status === 'absent') return;
  const lifted = facts.flatMap(({ type, data }) => (type === 'MarksUnfrozen' ? [data.session] : []));
  const frozen = [...before.frozenSessions].filter((one) => !lifted.includes(one));
  expect(kept(after, frozen)).toEqual(kept(before, frozen));
}

describe('three files, whatever is sent to them', () => {
  it('hold marks on the scales of the rules, one in a place, none changed after a freeze, none beside a recognition', () => {
    const happened = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), (steps) => {
        let all = histories(Object.fromEntries(FILES.map((id) => [id, [enrolledIn(id)]])));
        const ids = new Set<string>();
        for (const [number, give] of steps.entries()) {
          const before = all;
          all = give(before, number);
          for (const id of FILES) {
            const facts = all.get(id)!.slice(before.get(id)!.length) as unknown as readonly CandidacyEvent[];
            const file = fileAt(all, id);
            expectWithinRules(file);
            expectFreezeKept(fileAt(before, id), file, facts);
            for (const { type, data } of facts) {
              happened.set(type, (happened.get(type) ?? 0) + 1);
              if (type !== 'CaseStudyAssessed') continue;
              expect(ids).not.toContain(data.evaluationId);
              ids.add(data.evaluationId);
            }
          }
        }
      }),
      { numRuns: 250 },
    );
    const often = ['CaseStudyAssessed', 'EvaluationCorrected', 'EvaluationVoided', 'EvaluationReceived', 'MarksFrozen'];
    const acts = ['MarksUnfrozen', 'EquivalenceGranted', 'EquivalenceRevoked', 'BlockCarriedOver', 'CarryOverRevoked'];
    const expected = [...often, ...acts, 'EnrolmentVoided', 'Enrolled'];
    expect(expected.filter((type) => !happened.has(type))).toEqual([]);
  });
});
