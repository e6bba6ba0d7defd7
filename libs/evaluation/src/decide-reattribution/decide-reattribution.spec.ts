import { evaluationIdOf } from '@minutier/candidacy';
import { specification } from '@minutier/testing';

import { corrected, mark } from '../../../candidacy/src/candidacy.examples.js';
import { broughtOver, frozen } from '../changes.examples.js';
import {
  caseStudyOf,
  concerned,
  deciding,
  enrolledIn,
  FILES,
  happening,
  histories,
  type MoveGiven,
  REATTRIBUTION_ID,
} from '../reattribution.examples.js';
import { reattributionStream } from '../reattribution.state.js';
import { decideReattribution } from './decide-reattribution.decide.js';

const { given } = specification(reattributionStream, decideReattribution);
const [FIRST, SECOND, THIRD] = FILES;
const [mine, yours] = [caseStudyOf(FIRST), caseStudyOf(SECOND, { outcome: mark('9') })];
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
const SWAP = [move(FIRST, SECOND), move(SECOND, FIRST)];
const on = (moves: readonly MoveGiven[], all = files) => given().when(deciding(moves), concerned(all));

describe('deciding a reattribution', () => {
  it('names every file once, and every move with the event and the outcome that it moves', () => {
    const authority = { code: 'examination-office', document: 'NOTE-2019-12' } as const;
    const reason = { code: 'swapped', text: null } as const;
    const place = { toModality: 'F8-M1', toOccurrence: 1, toAttempt: 1, toSession: 1 };
    on(SWAP).then(
      {
        type: 'ReattributionDecided',
        data: {
          reattributionId: REATTRIBUTION_ID,
          decidedOn: '2019-03-12',
          reason,
          authority,
          candidacyIds: [FIRST, SECOND],
          moveCount: 2,
        },
      },
      {
        type: 'ReattributionMoveDecided',
        data: {
          reattributionId: REATTRIBUTION_ID,
          move: 1,
          fromCandidacyId: FIRST,
          fromEvaluationId: mine.data.evaluationId,
          fromEventId: `${FIRST}@1`,
          outcome: mark('14.5'),
          toCandidacyId: SECOND,
          ...place,
        },
      },
      {
        type: 'ReattributionMoveDecided',
        data: {
          reattributionId: REATTRIBUTION_ID,
          move: 2,
          fromCandidacyId: SECOND,
          fromEvaluationId: yours.data.evaluationId,
          fromEventId: `${SECOND}@1`,
          outcome: mark('9'),
          toCandidacyId: FIRST,
          ...place,
        },
      },
    );
  });

  it('moves the outcome as corrected, by the event that stated it', () => {
    const after = happening(files, FIRST, corrected({ evaluationId: mine.data.evaluationId }));
    const [, decided] = on([move(FIRST, THIRD)], after).facts();
    expect(decided!.data).toMatchObject({ fromEventId: `${FIRST}@1`, outcome: mark('15') });
  });

  it('takes a place of another name, in the same file too', () => {
    on([move(FIRST, FIRST, { toModality: 'F4-M1', toOccurrence: 2 })]).facts();
    on([move(FIRST, THIRD, { toModality: 'F4-M1' })]).facts();
  });

  it('is refused in the future, and where an evaluation moves twice or stays', () => {
    given()
      .when(deciding(SWAP, { decidedOn: '2019-07-02' }), concerned(files))
      .thenRefuses('DATE_IN_FUTURE', '/decidedOn');
    on([move(FIRST, THIRD), move(FIRST, THIRD, { toModality: 'F4-M1' })]).thenRefuses(
      'MOVE_REPEATED',
      '/moves/1/fromEvaluationId',
    );
    on([move(FIRST, FIRST)]).thenRefuses('MOVE_TO_ITSELF', '/moves/0/toCandidacyId');
  });

  it('is refused where the place is filled and no move frees it, or is filled twice', () => {
    on([move(FIRST, SECOND)]).thenRefuses('PLACE_TAKEN', '/moves/0/toCandidacyId');
    on([move(FIRST, THIRD), move(SECOND, THIRD)]).thenRefuses('PLACE_TAKEN', '/moves/1/toCandidacyId');
  });

  it('is refused where the place is none of the fiche, or of another kind', () => {
    on([move(FIRST, THIRD, { toModality: 'F8-M9' })]).thenRefuses('MODALITY_UNKNOWN', '/moves/0/toModality');
    on([move(FIRST, THIRD, { toModality: 'F5-M2' })]).thenRefuses('KIND_MISMATCH', '/moves/0/toModality');
  });

  it('is refused where one of the files may not change now', () => {
    on([move(FIRST, THIRD)], happening(files, FIRST, frozen(1))).thenRefuses(
      'MARKS_FROZEN',
      '/moves/0/fromEvaluationId',
    );
    on([move(FIRST, THIRD)], happening(files, THIRD, frozen(1))).thenRefuses('MARKS_FROZEN', '/moves/0/toSession');
    on([move(FIRST, THIRD, { toSession: 2 })], happening(files, THIRD, frozen(1))).facts();
  });

  it('is refused of a file or an evaluation that is not there, or was held elsewhere', () => {
    on([move(THIRD, FIRST)]).thenRefuses('EVALUATION_NOT_FOUND', '/moves/0/fromEvaluationId');
    const nobody = new Map([...files].filter(([id]) => id !== THIRD));
    on([move(FIRST, THIRD)], nobody).thenRefuses('CANDIDACY_NOT_FOUND', '/moves/0/toCandidacyId');
    const elsewhere = histories({ [FIRST]: [enrolledIn(FIRST), broughtOver()], [THIRD]: [enrolledIn(THIRD)] });
    on([move(FIRST, THIRD)], elsewhere).thenRefuses('CANDIDACY_TRANSFERRED', '/moves/0/fromEvaluationId');
  });
});
