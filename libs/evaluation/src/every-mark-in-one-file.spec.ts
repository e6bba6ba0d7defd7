import { type CandidacyEvent, type CaseStudyAssessed, evaluationIdOf, evaluationsOf } from '@minutier/candidacy';
import fc from 'fast-check';

import { corrected, mark } from '../../candidacy/src/candidacy.examples.js';
import { frozen } from './changes.examples.js';
import {
  caseStudyOf,
  decided,
  enrolledIn,
  FILES,
  fileAt,
  happening,
  type Histories,
  histories,
  movedIn,
  type MoveGiven,
} from './reattribution.examples.js';
import type { DecidedReattribution } from './reattribution.state.js';
import { standingEvaluation } from './standing-evaluation.js';

/**
 * Goal: whatever is moved, and whatever happens between the decision and its reactions, no mark stands in two files or
 * in none; and the contrary decision leaves every file as it was. Method: random files, each mark known by its subject;
 * random moves; random freezes, corrections and voidings in between; then the deciders alone, as the reactions run them.
 */
const PLACES = [
  { modality: 'F8-M1', occurrence: 1, attempt: 1 },
  { modality: 'F8-M1', occurrence: 1, attempt: 2 },
  { modality: 'F4-M1', occurrence: 1, attempt: 1 },
  { modality: 'F4-M1', occurrence: 2, attempt: 1 },
] as const;
/** Every place of every file: file and place. */
const SLOTS = FILES.flatMap((_, at) => PLACES.map((_place, index) => [at, index] as const));
type Slot = (typeof SLOTS)[number];
type Move = readonly [Slot, Slot];

const filled = fc.array(fc.boolean(), { minLength: SLOTS.length, maxLength: SLOTS.length });
/** Some places, exchanged among one another: what stands in each goes to the one that has its turn. */
const exchanges = fc.shuffledSubarray(SLOTS, { minLength: 2 }).map((turned): Move[] => {
  const inOrder = SLOTS.filter((slot) => turned.includes(slot));
  return inOrder.map((slot, index): Move => [slot, turned[index]!]).filter(([from, to]) => from !== to);
});
const interventions = fc.array(
  fc.tuple(fc.constantFrom('freeze' as const, 'correct' as const, 'void' as const), fc.constantFrom(...SLOTS)),
  { maxLength: 2 },
);

const subjectOf = (at: number, index: number) => `S-${at}-${index}`;
const idAt = (at: number, index: number) => evaluationIdOf(FILES[at]!, { ...PLACES[index]!, entry: 1 });

/** A second attempt stands only where a first does. */
function filesOf(isFilled: readonly boolean[]): Histories {
  const isThere = (at: number, index: number): boolean =>
    isFilled[at * PLACES.length + index]! && (index !== 1 || isThere(at, 0));
  const given = FILES.map((id, at): [string, readonly CandidacyEvent[]] => {
    const marks = PLACES.flatMap((one, index) =>
      isThere(at, index)
        ? [caseStudyOf(id, { ...one, facts: { subjectCode: subjectOf(at, index), subject: null } as never })]
        : [],
    );
    return [id, [enrolledIn(id), ...marks]];
  });
  return histories(Object.fromEntries(given));
}

function movesOf(all: Histories, given: readonly Move[]): MoveGiven[] {
  const standsAt = ([at, index]: Slot) => evaluationsOf(fileAt(all, FILES[at]!)).has(idAt(at, index));
  return given
    .filter(([from]) => standsAt(from))
    .map(([[from, index], [to, there]]) => ({
      fromCandidacyId: FILES[from]!,
      fromEvaluationId: idAt(from, index),
      toCandidacyId: FILES[to]!,
      toModality: PLACES[there]!.modality,
      toOccurrence: PLACES[there]!.occurrence,
      toAttempt: PLACES[there]!.attempt,
    }));
}

/** What stands where: by file and place, the subject by which a mark is known, and its outcome. */
function standing(all: Histories): [string, string, unknown][] {
  return FILES.flatMap((id) =>
    [...evaluationsOf(fileAt(all, id)).values()].map((one): [string, string, unknown] => {
      const { facts } = standingEvaluation(all.get(id)!, one.evaluationId)!.data as CaseStudyAssessed['data'];
      return [`${id} ${one.modality} ${one.occurrence} ${one.attempt}`, facts!.subjectCode, one.outcome];
    }),
  ).sort(([one], [other]) => one.localeCompare(other));
}
const subjects = (all: Histories) =>
  standing(all)
    .map(([, subject]) => subject)
    .sort();

const isRefused = (all: Histories) => [...all.values()].flat().some(({ type }) => type === 'ReattributionRefused');

function intervene(all: Histories, [what, [at, index]]: readonly ['freeze' | 'correct' | 'void', Slot]): Histories {
  const [id, evaluationId] = [FILES[at]!, idAt(at, index)];
  if (what === 'freeze') return happening(all, id, frozen(1));
  if (!evaluationsOf(fileAt(all, id)).has(evaluationId)) return all;
  return what === 'correct'
    ? happening(all, id, corrected({ evaluationId }))
    : happening(all, id, { type: 'EvaluationVoided', data: { evaluationId, origin: null } as never });
}

/** The moves that undo a reattribution, on the evaluations as they stand now. */
function contrary({ moves: made }: DecidedReattribution, before: Histories, after: Histories): MoveGiven[] {
  return made.map((move) => {
    const there = [...evaluationsOf(fileAt(after, move.toCandidacyId)).values()].find(
      (one) => one.origin?.kind === 'reattribution' && one.origin.line === move.move,
    )!;
    const { modality, occurrence, attempt } = evaluationsOf(fileAt(before, move.fromCandidacyId)).get(
      move.fromEvaluationId,
    )!;
    return {
      fromCandidacyId: move.toCandidacyId,
      fromEvaluationId: there.evaluationId,
      toCandidacyId: move.fromCandidacyId,
      toModality: modality,
      toOccurrence: occurrence,
      toAttempt: attempt,
    };
  });
}

describe('a mark', () => {
  it('stands in one file once the reactions have run, whatever happened before they did', () => {
    const outcomes = { moved: 0, refused: 0 };
    fc.assert(
      fc.property(filled, exchanges, interventions, (isFilled, given, between) => {
        const before = filesOf(isFilled);
        const reattribution = decided(before, movesOf(before, given));
        if (!reattribution) return;
        const meanwhile = between.reduce(intervene, before);
        const after = movedIn(meanwhile, reattribution);
        expect(subjects(after)).toEqual(subjects(meanwhile));
        outcomes[isRefused(after) ? 'refused' : 'moved'] += 1;
        if (isRefused(after)) expect(standing(after)).toEqual(standing(meanwhile));
      }),
      { numRuns: 300 },
    );
    expect(Math.min(outcomes.moved, outcomes.refused)).toBeGreaterThan(20);
  });

  it('goes where the decision says, all others staying where they are', () => {
    const whole = filesOf(SLOTS.map(() => true));
    const before = happening(whole, FILES[0], corrected({ evaluationId: idAt(0, 0) }));
    const [first, second] = [SLOTS[0]!, SLOTS[PLACES.length]!];
    const swap = movesOf(before, [
      [first, second],
      [second, first],
    ]);
    const after = movedIn(before, decided(before, swap)!);
    const moved = new Map(standing(after).map(([at, subject, outcome]) => [at, [subject, outcome]]));
    expect(moved.get(`${FILES[0]} F8-M1 1 1`)).toEqual([subjectOf(1, 0), mark('14.5')]);
    expect(moved.get(`${FILES[1]} F8-M1 1 1`)).toEqual([subjectOf(0, 0), mark('15')]);
    expect(subjects(after)).toEqual(subjects(before));
    const others = (all: Histories) =>
      standing(all).filter(([at]) => !/F8-M1 1 1$/.test(at) || at.startsWith(FILES[2]));
    expect(others(after)).toEqual(others(before));
  });

  it('is back where it was once the contrary decision has been made', () => {
    let undone = 0;
    fc.assert(
      fc.property(filled, exchanges, (isFilled, given) => {
        const before = filesOf(isFilled);
        const reattribution = decided(before, movesOf(before, given));
        if (!reattribution) return;
        const after = movedIn(before, reattribution);
        if (isRefused(after)) return;
        const reattributionId = '5f0f3c1e-0000-5000-8000-0000000000e2';
        const back = decided(after, contrary(reattribution, before, after), { reattributionId })!;
        expect(standing(movedIn(after, back))).toEqual(standing(before));
        undone += 1;
      }),
      { numRuns: 200 },
    );
    expect(undone).toBeGreaterThan(20);
  });
});
