import { commandContext, specification } from '@minutier/testing';

import { candidacy, CANDIDACY_ID, enrolled } from '../../../candidacy/src/candidacy.examples.js';
import { COHORT_ID } from '../../../cohort/src/cohort.examples.js';
import { frame, frameOfLevels } from '../assessment.examples.js';
import { MARK_SHEET_ID, SHEET_ASSESSOR, sheetAccepted, sheetLineAccepted } from '../marksheet.examples.js';
import { markSheetStream } from '../marksheet.state.js';
import type { PreparedLine, PreparedSheet } from '../sheet-lines.js';
import { dryRun } from './dry-run.decide.js';
import { importMarkSheet } from './import-mark-sheet.decide.js';

const { given } = specification(markSheetStream, importMarkSheet);

const line = (changes: Partial<PreparedLine> = {}): PreparedLine => ({
  index: 0,
  candidate: '2018-017',
  candidacyId: CANDIDACY_ID,
  candidacy: candidacy(),
  mark: '14.5',
  assessorMarks: [],
  exercises: [],
  appreciation: null,
  ...changes,
});
const sheet = (changes: Partial<PreparedSheet> = {}): PreparedSheet =>
  ({
    context: commandContext(),
    cohortId: COHORT_ID,
    markSheetId: MARK_SHEET_ID,
    kind: 'case-study',
    modality: 'F1-M1',
    occurrence: 1,
    session: 1,
    attempt: 1,
    heldOn: '2019-01-15',
    assessorIds: [SHEET_ASSESSOR],
    written: true,
    oral: false,
    taskCode: 'EC-2019-03',
    seenNow: 'now',
    lines: [line()],
    ...changes,
  }) as PreparedSheet;
const SECOND = 'a0000000-0000-4000-8000-000000000102';

describe('importing a mark sheet', () => {
  it('accepts header and lines in one append', () => {
    given().when(sheet(), frame()).then(sheetAccepted(), sheetLineAccepted());
  });

  it('takes an absence in place of a mark', () => {
    const { mark: _mark, ...absent } = line({ absence: 'justified' });
    given()
      .when(sheet({ lines: [absent] }), frame())
      .then(
        sheetAccepted(),
        sheetLineAccepted({
          outcome: { kind: 'absence', justified: true, document: null },
          assessors: [],
          agreedBy: null,
        }),
      );
  });

  it('keeps each assessor’s own mark, and how they agreed', () => {
    const own = ['14', '15'].map((value) => ({ scale: 'twenty', value }));
    given()
      .when(
        sheet({
          assessorIds: [SHEET_ASSESSOR, SECOND],
          agreedBy: 'mean',
          lines: [line({ assessorMarks: ['14', '15'] })],
        }),
        frame(),
      )
      .then(
        sheetAccepted(),
        sheetLineAccepted({
          agreedBy: 'mean',
          assessors: [
            { assessorId: SHEET_ASSESSOR, result: own[0]! },
            { assessorId: SECOND, result: own[1]! },
          ],
        }),
      );
  });

  it('takes the levels of a line that is assessed on levels', () => {
    given()
      .when(sheet({ lines: [line({ mark: 'PA' })] }), frameOfLevels('F1-M1'))
      .then(
        sheetAccepted(),
        sheetLineAccepted({ outcome: { kind: 'result', result: { scale: 'apna', value: 'PA' } } }),
      );
  });

  it('takes exercises, whose mean the mark is', () => {
    const exercises = [
      { code: 'EX-1', mark: '12' },
      { code: 'EX-2', mark: '14' },
    ];
    const set = sheet({
      kind: 'exercises',
      modality: 'F8-M3',
      taskCode: 'TABLEAUX',
      lines: [line({ mark: '13', exercises })],
    });
    const accepted = importMarkSheet(set, markSheetStream.initial, frame());
    expect(accepted).toMatchObject([
      { data: { kind: 'exercises' } },
      { data: { exercises: [{ code: 'EX-1' }, { code: 'EX-2' }] } },
    ]);
    const wrong = { ...set, lines: [line({ mark: '15', exercises })] };
    given().when(wrong, frame()).thenRefuses('RESULT_NOT_OF_EXERCISES', '/lines/0/mark');
  });

  it.each([
    ['on a line that the fiche has not', { modality: 'F1-M9' }, 'MODALITY_UNKNOWN', '/modality'],
    ['on a line of another kind', { kind: 'role-play' }, 'KIND_MISMATCH', '/modality'],
    ['on group work', { kind: 'role-play', modality: 'F1-M2' }, 'GROUP_WORK_REQUIRED', '/modality'],
    ['without a line', { lines: [] }, 'SHEET_EMPTY', '/lines'],
    ['when a file changed since the dry run', { seen: 'before' }, 'DRY_RUN_STALE', '/seen'],
    ['on a day outside its session', { heldOn: '2019-07-05' }, 'HELD_OUTSIDE_SESSION', '/heldOn'],
    ['on an occurrence that the line does not count', { occurrence: 9 }, 'OCCURRENCE_UNKNOWN', '/occurrence'],
    [
      'for nobody of this certification',
      { lines: [line({ candidacy: { status: 'absent' } })] },
      'CANDIDACY_NOT_FOUND',
      '/lines/0/candidate',
    ],
    ['with a candidate named twice', { lines: [line(), line({ index: 1 })] }, 'LINE_REPEATED', '/lines/1/candidate'],
    ['with a mark above the scale', { lines: [line({ mark: '20.5' })] }, 'MARK_ABOVE_SCALE', '/lines/0/mark'],
    ['with a mark and an absence', { lines: [line({ absence: 'justified' })] }, 'OUTCOME_INCOMPLETE', '/lines/0/mark'],
  ] as const)('is refused %s', (_case, changes, code, pointer) => {
    given().when(sheet(changes), frame()).thenRefuses(code, pointer);
  });

  it('is refused twice, and in a cohort that does not exist', () => {
    given(sheetAccepted(), sheetLineAccepted()).when(sheet(), frame()).thenRefuses('MARK_SHEET_ALREADY_ACCEPTED');
    given()
      .when(sheet(), frame({ cohort: { status: 'absent' } }))
      .thenRefuses('COHORT_NOT_FOUND');
  });
});

describe('a dry run', () => {
  const tried = (changes: Partial<PreparedSheet> = {}) => dryRun(sheet(changes), markSheetStream.initial, frame(), 2);

  it('says of each line what the file would answer, and how many lines say nothing', () => {
    expect(tried()).toMatchObject({
      dryRun: true,
      seen: 'now',
      problems: [],
      blank: 2,
      lines: [{ line: 1, standing: null, refused: null }],
    });
    const late = line({ candidacy: candidacy(enrolled({ enteredOn: '2019-03-01' })) });
    expect(tried({ lines: [late] }).lines).toMatchObject([{ refused: 'HELD_BEFORE_ENTRY' }]);
  });

  it('says everything that keeps the sheet from being accepted, not the first thing only', () => {
    const lines = [line({ mark: '21' }), line({ index: 1, candidacyId: 'other', mark: 'x' })];
    expect(tried({ lines }).problems.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['MARK_ABOVE_SCALE', '/lines/0/mark'],
      ['MARK_NOT_DECIMAL', '/lines/1/mark'],
    ]);
  });
});
