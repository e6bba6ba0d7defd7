import { type CandidacyEvent, evaluationIdOf, evaluationsOf } from '@minutier/candidacy';
import { commandContext, logged } from '@minutier/testing';

import {
  caseStudyAssessed,
  companyAssessed,
  conduct,
  corrected,
  mark,
  sealed,
} from '../../../candidacy/src/candidacy.examples.js';
import { frozen } from '../changes.examples.js';
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
  moving,
  movingIn,
  REATTRIBUTION_ID,
} from '../reattribution.examples.js';
import { standingEvaluation } from '../standing-evaluation.js';
import { moveEvaluations } from './move-evaluations.decide.js';
import { moveEvaluationsWhenReattributionDecided } from './move-evaluations-when-reattribution-decided.reactor.js';

const [FIRST, SECOND, THIRD] = FILES;
const [mine, yours] = [
  caseStudyOf(FIRST, { accommodationIds: [REATTRIBUTION_ID] }),
  caseStudyOf(SECOND, { outcome: mark('9'), facts: { subjectCode: 'EC-2019-09', subject: null } as never }),
];
const files = histories({
  [FIRST]: [enrolledIn(FIRST), mine],
  [SECOND]: [enrolledIn(SECOND), yours],
  [THIRD]: [enrolledIn(THIRD)],
});
const move = (from: string, to: string, changes: Partial<MoveGiven> = {}): MoveGiven => ({
  fromCandidacyId: from,
  fromEvaluationId: evaluationIdOf(from, mine.data),
  toCandidacyId: to,
  ...changes,
});
const swap = decided(files, [move(FIRST, SECOND), move(SECOND, FIRST)])!;
/** What one file leaves after those that it had. */
const newsOf = (after: Histories, id: string, before = files): readonly CandidacyEvent[] =>
  after
    .get(id)!
    .slice(before.get(id)!.length)
    .map(({ type, data }) => ({ type, data }) as CandidacyEvent);
const outcomesOf = (all: Histories, id: string) =>
  [...evaluationsOf(fileAt(all, id)).values()].map(({ outcome }) => outcome);

describe('a reattribution', () => {
  it('reaches each of its files once, and one that refused where it is tried again', () => {
    const { name, reads, react } = moveEvaluationsWhenReattributionDecided;
    const { candidacyIds } = swap;
    const ours = `reattribution-${REATTRIBUTION_ID}`;
    const asked = react(
      logged(ours, { type: 'ReattributionDecided', data: { reattributionId: REATTRIBUTION_ID, candidacyIds } }),
    );
    expect([name, reads]).toEqual([
      'move-evaluations-when-reattribution-decided',
      ['ReattributionDecided', 'ReattributionSettled'],
    ]);
    expect(asked.map(({ stream }) => stream)).toEqual([`candidacy-${FIRST}`, `candidacy-${SECOND}`]);
    expect(asked[1]!.command(commandContext())).toEqual({ ...moving(SECOND) });
    const settled = (settlement: string) =>
      react(
        logged(ours, {
          type: 'ReattributionSettled',
          data: { reattributionId: REATTRIBUTION_ID, candidacyId: SECOND, settlement },
        }),
      );
    expect(settled('tried-again').map(({ stream }) => stream)).toEqual([`candidacy-${SECOND}`]);
    expect(settled('reversed')).toEqual([]);
  });

  it('is made by a file in one append: it gives, then receives, facts and outcome as they stood', () => {
    const { reason, authority } = swap;
    const place = { evaluationId: evaluationIdOf(FIRST, { ...mine.data, entry: 2 }), entry: 2 };
    const origin = { kind: 'reattribution', id: REATTRIBUTION_ID, line: 2 } as const;
    expect(newsOf(movedIn(files, swap, [FIRST]), FIRST)).toEqual([
      {
        type: 'EvaluationGiven',
        data: {
          reattributionId: REATTRIBUTION_ID,
          move: 1,
          evaluationId: mine.data.evaluationId,
          outcome: mark('14.5'),
          toCandidacyId: SECOND,
          reason,
          authority,
        },
      },
      {
        type: 'EvaluationReceived',
        data: {
          reattributionId: REATTRIBUTION_ID,
          move: 2,
          evaluationId: place.evaluationId,
          fromCandidacyId: SECOND,
          fromEvaluationId: yours.data.evaluationId,
          fromEventId: `${SECOND}@1`,
          reason,
          authority,
        },
      },
      { type: 'CaseStudyAssessed', data: { ...yours.data, ...place, origin } },
    ]);
  });

  it('swaps two marks', () => {
    const after = movedIn(files, swap);
    expect([FIRST, SECOND].map((id) => outcomesOf(after, id))).toEqual([[mark('9')], [mark('14.5')]]);
  });

  it('brings what was corrected as corrected, and the comment that stands', () => {
    const { evaluationId } = mine.data;
    const circumstances = { heldOn: '2019-01-16', centreId: THIRD, sittingId: SECOND, accommodationIds: [] };
    const after = happening(
      files,
      FIRST,
      corrected({ evaluationId, conduct: conduct({ language: 'en' }) }),
      { type: 'EvaluationCircumstancesCorrected', data: { evaluationId, to: circumstances } as never },
      { type: 'AppreciationReplaced', data: { evaluationId, appreciation: sealed('Soigné') } as never },
    );
    const received = newsOf(movedIn(after, decided(after, [move(FIRST, THIRD)])!), THIRD)[1]!;
    expect(received.data).toMatchObject({
      outcome: mark('15'),
      heldOn: '2019-01-16',
      centreId: THIRD,
      conduct: conduct({ language: 'en', sittingId: SECOND }),
      appreciation: sealed('Soigné'),
      facts: mine.data.facts,
    });
  });

  it('leaves accommodations with the person to whom they were granted', () => {
    const received = newsOf(movedIn(files, swap), SECOND).at(-1)!;
    expect(received).toMatchObject({ type: 'CaseStudyAssessed', data: { accommodationIds: [] } });
  });

  it('takes along what the facts name where it moves too, and names nothing of the other file else', () => {
    const company = {
      ...companyAssessed(),
      data: { ...companyAssessed().data, evaluationId: evaluationIdOf(FIRST, companyAssessed().data) },
    };
    const place = { modality: 'F6-M2', occurrence: 1, attempt: 1, entry: 1 };
    const report = {
      type: 'ProfessionalReportAssessed',
      data: {
        ...caseStudyAssessed({ heldOn: '2019-06-18' }).data,
        ...place,
        evaluationId: evaluationIdOf(FIRST, place),
        facts: { reportTitle: null, filedOn: '2019-06-03', companyEvaluationId: company.data.evaluationId },
      },
    } as const;
    const all = happening(files, FIRST, company, report);
    const moves = [report, company].map(({ data }) => move(FIRST, THIRD, { fromEvaluationId: data.evaluationId }));
    const reportOf = (given: readonly MoveGiven[]) =>
      newsOf(movedIn(all, decided(all, given)!), THIRD).find(({ type }) => type === report.type)!.data;
    const there = evaluationIdOf(THIRD, company.data);
    expect(reportOf(moves)).toMatchObject({ facts: { companyEvaluationId: there } });
    expect(reportOf(moves.slice(0, 1))).toMatchObject({ facts: { companyEvaluationId: null, filedOn: '2019-06-03' } });
  });

  it('is made once', () => {
    const after = movedIn(files, swap);
    expect(moveEvaluations(moving(FIRST), fileAt(after, FIRST), swap, movingIn(after, swap))).toEqual([]);
  });
});

describe('a reattribution that a file refuses', () => {
  const refusal = (all: Histories, reattribution = swap, of: string = FIRST) =>
    newsOf(movedIn(all, reattribution), of, all);
  const refused = (code: string, moves = [1, 2]) => [
    { type: 'ReattributionRefused', data: { reattributionId: REATTRIBUTION_ID, moves, refused: code } },
  ];

  it('is made by none of them, each saying why', () => {
    const after = happening(files, SECOND, frozen(1));
    expect(refusal(after)).toEqual(refused('MARKS_FROZEN'));
    expect(refusal(after, swap, SECOND)).toEqual(refused('MARKS_FROZEN'));
    expect([FIRST, SECOND].map((id) => outcomesOf(movedIn(after, swap), id))).toEqual([[mark('14.5')], [mark('9')]]);
  });

  it('says that the outcome has changed, or that the evaluation is gone', () => {
    const { evaluationId } = yours.data;
    const changed = corrected({ evaluationId, from: mark('9'), to: mark('10') });
    expect(refusal(happening(files, SECOND, changed))).toEqual(refused('OUTCOME_CHANGED_MEANWHILE'));
    const voided = { type: 'EvaluationVoided', data: { evaluationId, origin: null } } as never;
    expect(refusal(happening(files, SECOND, voided))).toEqual(refused('EVALUATION_NOT_FOUND'));
  });

  it('holds what moves to what holds of every evaluation, and a file that is not enrolled takes nothing', () => {
    const toThird = decided(files, [move(FIRST, THIRD)])!;
    const vae = new Map(files).set(THIRD, histories({ [THIRD]: [enrolledIn(THIRD, { route: 'VAE' })] }).get(THIRD)!);
    expect(refusal(vae, toThird, THIRD)).toEqual(refused('ROUTE_DOES_NOT_SIT', [1]));
    const nobody = new Map(files).set(THIRD, []);
    expect(refusal(nobody, toThird, THIRD)).toEqual(refused('CANDIDACY_NOT_FOUND', [1]));
    const filled = happening(files, THIRD, caseStudyOf(THIRD));
    expect(refusal(filled, toThird, THIRD)).toEqual(refused('EVALUATION_ALREADY_RECORDED', [1]));
  });

  it('cannot bring a text that nobody can read any more', () => {
    const { files: both, evaluations } = movingIn(files, swap);
    const unreadable = new Map(evaluations).set(2, 'erased' as const);
    expect(
      moveEvaluations(moving(FIRST), fileAt(files, FIRST), swap, { files: both, evaluations: unreadable }),
    ).toEqual(refused('KEYS_DESTROYED'));
  });

  it('is made by a file that is tried again, unless a person has said that the other never will', () => {
    // The second file is frozen after the first has made its moves: the one case in which a mark stands twice.
    const half = movedIn(happening(movedIn(files, swap, [FIRST]), SECOND, frozen(1)), swap, [SECOND]);
    expect(newsOf(half, SECOND).at(-1)!.type).toBe('ReattributionRefused');
    const lifted = happening(half, SECOND, { type: 'MarksUnfrozen', data: { session: 1 } as never });
    const after = movedIn(lifted, swap, [SECOND]);
    expect([FIRST, SECOND].map((id) => outcomesOf(after, id))).toEqual([[mark('9')], [mark('14.5')]]);
    expect(fileAt(after, SECOND)).toMatchObject({ refusals: new Map() });

    const both = movedIn(happening(files, SECOND, frozen(1)), swap);
    const unfrozen = happening(both, SECOND, { type: 'MarksUnfrozen', data: { session: 1 } as never });
    const otherwise = {
      candidacyId: SECOND,
      moves: [1, 2],
      refused: 'MARKS_FROZEN',
      settlement: 'recorded-otherwise',
    } as const;
    const settled = movedIn(unfrozen, { ...swap, refusals: [otherwise] }, [FIRST]);
    expect(newsOf(settled, FIRST, unfrozen)).toEqual(refused('MARKS_FROZEN'));
  });
});

describe('an evaluation with its corrections', () => {
  it('has neither conduct nor facts once it is an absence', () => {
    const absent = { kind: 'absence', justified: false, document: null } as const;
    const after = happening(files, FIRST, corrected({ evaluationId: mine.data.evaluationId, to: absent }));
    const standing = standingEvaluation(after.get(FIRST)!, mine.data.evaluationId)!;
    expect(standing.data).toMatchObject({ outcome: absent, conduct: null, facts: null });
    expect(outcomesOf(movedIn(after, decided(after, [move(FIRST, THIRD)])!), THIRD)).toEqual([absent]);
  });

  it('is none where it never stood', () => {
    expect(standingEvaluation(files.get(THIRD)!, mine.data.evaluationId)).toBeUndefined();
  });
});
