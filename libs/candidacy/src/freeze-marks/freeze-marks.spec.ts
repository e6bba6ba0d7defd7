import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { cohort } from '../../../cohort/src/cohort.examples.js';
import {
  ASSESSOR,
  CANDIDACY_ID,
  caseStudyAssessed,
  companyAssessed,
  enrolled,
  rolePlayAssessed,
  sealed,
} from '../candidacy.examples.js';
import { evaluationIdOf } from '../candidacy-ids.js';
import { candidacyStream } from '../candidacy.state.js';
import { evaluationVoided, marksFrozen } from '../discipline.examples.js';
import type { BlindMarkSubmitted, SheetLineRefused } from '../marks.events.js';
import type { FreezeMarks } from './freeze-marks.command.js';
import { freezeMarks } from './freeze-marks.decide.js';

type Command = SealedCommand<FreezeMarks>;

const { given } = specification(candidacyStream, freezeMarks);
const freezing = (changes: Partial<Command> = {}): Command =>
  commandWith<Command>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    session: 1,
    reason: 'before-jury',
    explanation: null,
    authority: { code: 'examination-office', document: 'NOTE-12' },
    ...changes,
  });
const blindMark = (session: number): BlindMarkSubmitted => {
  const place = { modality: 'F8-M2', occurrence: 1, attempt: 1, entry: 1 };
  return {
    type: 'BlindMarkSubmitted',
    data: {
      ...place,
      evaluationId: evaluationIdOf(CANDIDACY_ID, place),
      session,
      heldOn: '2019-01-15',
      assessorId: ASSESSOR,
      mark: sealed('14'),
      appreciation: null,
      marksExpected: 2,
      rules: { id: 'reglement-28684', version: 1 },
    },
  };
};
const refusedLine: SheetLineRefused = {
  type: 'SheetLineRefused',
  data: {
    markSheetId: 'b2b2b2b2-0000-4000-8000-000000000001',
    line: 3,
    modality: 'F8-M1',
    occurrence: 1,
    attempt: 1,
    refused: 'EVALUATION_ALREADY_RECORDED',
  },
};

describe('freezing the marks of a session', () => {
  it('counts the evaluations of that session that are in force', () => {
    given(enrolled(), caseStudyAssessed(), rolePlayAssessed(), companyAssessed({ session: 2 }))
      .when(freezing(), cohort())
      .then(marksFrozen({ evaluationsInForce: 2 }));
    given(enrolled(), caseStudyAssessed(), rolePlayAssessed(), evaluationVoided(rolePlayAssessed().data.evaluationId))
      .when(freezing(), cohort())
      .then(marksFrozen({ evaluationsInForce: 1 }));
  });

  it('may find nothing: a candidate who never came is decided on all the same', () => {
    given(enrolled())
      .when(freezing(), cohort())
      .then(marksFrozen({ evaluationsInForce: 0 }));
  });

  it('leaves other sessions open', () => {
    given(enrolled(), marksFrozen({ session: 1 }))
      .when(freezing({ session: 2 }), cohort())
      .then(marksFrozen({ session: 2, evaluationsInForce: 0 }));
  });

  it('is refused of a session that the cohort has not', () => {
    given(enrolled())
      .when(freezing({ session: 3 }), cohort())
      .thenRefuses('SESSION_UNKNOWN', '/session');
  });

  it('is refused twice', () => {
    given(enrolled(), marksFrozen()).when(freezing(), cohort()).thenRefuses('ALREADY_FROZEN', '/session');
  });

  it('is refused while a second mark of that session is awaited, and not of another one', () => {
    given(enrolled(), blindMark(1)).when(freezing(), cohort()).thenRefuses('BLIND_MARKS_INCOMPLETE', '/session');
    given(enrolled(), blindMark(2))
      .when(freezing(), cohort())
      .then(marksFrozen({ evaluationsInForce: 0 }));
  });

  it('is refused while a refused line awaits settlement', () => {
    given(enrolled(), refusedLine).when(freezing(), cohort()).thenRefuses('REFUSED_LINES_OPEN', '/session');
  });

  it('is refused in a candidacy that does not exist', () => {
    given().when(freezing(), cohort()).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
