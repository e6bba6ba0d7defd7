import { candidacyStream, type Conduct } from '@minutier/candidacy';
import { commandContext, specification } from '@minutier/testing';

import {
  absence,
  ASSESSOR,
  candidacy,
  caseStudyAssessed,
  conduct,
  corrected,
  enrolled,
  exemption,
  mark,
  PRESIDENT,
} from '../../candidacy/src/candidacy.examples.js';
import { DEMONSTRATION, ruled, rules } from '../../framework/src/rules.examples.js';
import { assessCaseStudy } from './assess-case-study/assess-case-study.decide.js';
import { caseStudy, frame, frameOfLevels, input, nothingHeld } from './assessment.examples.js';

const { given } = specification(candidacyStream, assessCaseStudy);
type Changes = Parameters<typeof caseStudy>[0];
const assessing = (changes: Changes, within = frame()) => given(enrolled()).when(caseStudy(changes), within);
const marked = (value: string, scale = 'twenty') => ({ kind: 'result', result: { scale, value } }) as const;

describe('the place of an evaluation', () => {
  it('is in a candidacy', () => {
    given().when(caseStudy(), frame()).thenRefuses('CANDIDACY_NOT_FOUND');
  });

  it('is on a line of the fiche', () => {
    assessing({ modality: 'F10-M1' }).thenRefuses('MODALITY_UNKNOWN', '/modality');
  });

  it('is on a line that the rules give to the candidate’s route', () => {
    given(enrolled({ route: 'VAE' }))
      .when(caseStudy(), frame())
      .thenRefuses('ROUTE_DOES_NOT_SIT', '/modality');
  });

  it('is one of the evaluations that the line counts', () => {
    assessing({ occurrence: 2 }).thenRefuses('OCCURRENCE_UNKNOWN', '/occurrence');
    assessing({ modality: 'F4-M1', occurrence: 2 }).facts();
    assessing({ modality: 'F4-M1', occurrence: 3 }).thenRefuses('OCCURRENCE_UNKNOWN', '/occurrence');
  });

  it('is taken once: a second mark is a correction', () => {
    given(enrolled(), caseStudyAssessed())
      .when(caseStudy({ outcome: marked('17') }), frame())
      .thenRefuses('EVALUATION_ALREADY_RECORDED', '/attempt');
  });

  it('stays taken after a correction', () => {
    given(enrolled(), caseStudyAssessed(), corrected())
      .when(caseStudy(), frame())
      .thenRefuses('EVALUATION_ALREADY_RECORDED', '/attempt');
  });

  it('is the next attempt', () => {
    const reSit = { attempt: 2, session: 2, heldOn: '2019-09-03' };
    const within = commandContext({ today: '2019-09-30' });
    given(enrolled(), caseStudyAssessed())
      .when(caseStudy({ ...reSit, context: within }), frame())
      .then(caseStudyAssessed(reSit));
    assessing({ attempt: 2 }).thenRefuses('ATTEMPT_OUT_OF_ORDER', '/attempt');
  });
});

describe('the day of an evaluation', () => {
  it('is in a session of the cohort', () => {
    assessing({ session: 3 }).thenRefuses('SESSION_UNKNOWN', '/session');
    assessing({}, frame({ cohort: { status: 'absent' } })).thenRefuses('SESSION_UNKNOWN', '/session');
  });

  it('is a day of that session', () => {
    assessing({ heldOn: '2018-10-01' }).facts();
    assessing({ heldOn: '2018-09-30' }).thenRefuses('HELD_OUTSIDE_SESSION', '/heldOn');
    assessing({ heldOn: '2019-07-05' }).thenRefuses('HELD_OUTSIDE_SESSION', '/heldOn');
  });

  it('has come', () => {
    const context = commandContext({ today: '2019-01-14' });
    assessing({ context, heldOn: '2019-01-14' }).facts();
    assessing({ context, heldOn: '2019-01-15' }).thenRefuses('HELD_IN_FUTURE', '/heldOn');
  });
});

describe('the mark', () => {
  it('is on the scale that the rules give to the line', () => {
    assessing({ outcome: marked('80', 'hundred') }).thenRefuses('SCALE_MISMATCH', '/outcome/result/scale');
  });

  it.each([
    ['20.25', 'MARK_ABOVE_SCALE'],
    ['14.40', 'MARK_OFF_STEP'],
    ['14,5', 'MARK_NOT_DECIMAL'],
    ['1e1', 'MARK_NOT_DECIMAL'],
    ['+14', 'MARK_NOT_DECIMAL'],
    ['-1', 'MARK_NOT_DECIMAL'],
    ['014', 'MARK_NOT_DECIMAL'],
    ['A', 'MARK_NOT_DECIMAL'],
  ] as const)('is never %s on twenty by quarters', (value, code) => {
    assessing({ outcome: marked(value) }).thenRefuses(code, '/outcome/result/value');
  });

  it('is not below the lowest mark of its scale, and goes by steps from there', () => {
    const scales = [{ code: 'twenty', kind: 'numeric', min: '1', max: '20', step: '1' } as const];
    const fromOne = frame({ rules: rules({ scales }) });
    assessing({ outcome: marked('0.5') }, fromOne).thenRefuses('MARK_BELOW_SCALE', '/outcome/result/value');
    assessing({ outcome: marked('2') }, fromOne).facts();
  });

  it('is kept as it was written', () => {
    assessing({ outcome: marked('14.50') }).then(caseStudyAssessed({ outcome: mark('14.50') }));
    assessing({ outcome: marked('20') }).facts();
    assessing({ outcome: marked('0') }).facts();
  });

  it('is a level where the rules assess by levels', () => {
    assessing({ outcome: marked('PA', 'apna') }, frameOfLevels('F8-M1')).facts();
    const unknown = assessing({ outcome: marked('B', 'apna') }, frameOfLevels('F8-M1'));
    unknown.thenRefuses('LEVEL_UNKNOWN', '/outcome/result/value');
    assessing({ outcome: marked('14') }, frameOfLevels('F8-M1')).thenRefuses('SCALE_MISMATCH', '/outcome/result/scale');
  });
});

describe('what comes of an evaluation', () => {
  it.each([
    ['a result without its mark', { kind: 'result' }],
    ['a result that is also an absence', { ...marked('14'), justified: true }],
    ['a result with an authority', { ...marked('14'), authority: { code: 'director' } }],
    ['an absence that says neither justified nor not', { kind: 'absence' }],
    ['an absence with a mark', { kind: 'absence', justified: false, result: { scale: 'twenty', value: '0' } }],
    ['an exemption by nobody', { kind: 'exemption' }],
    [
      'an exemption with a mark',
      { kind: 'exemption', authority: { code: 'jury' }, result: { scale: 'twenty', value: '10' } },
    ],
  ] as const)('is not %s', (_what, outcome) => {
    given(enrolled())
      .when({ ...nothingHeld(caseStudy(), exemption), outcome: { ...outcome } }, frame())
      .thenRefuses('OUTCOME_INCOMPLETE', '/outcome');
  });
});

describe('how an evaluation was held', () => {
  const held = (changes: Partial<Conduct>, within = frame(), outcome = marked('14.5')) =>
    assessing({ conduct: input(conduct(changes)), outcome }, within);
  const by = (...values: (string | null)[]): Conduct['assessors'] =>
    values.map((value, index) => ({
      assessorId: [ASSESSOR, PRESIDENT][index]!,
      result: value === null ? null : { scale: 'twenty', value },
      grid: null,
    }));

  it('is said exactly when there is a result', () => {
    const { conduct: _conduct, ...without } = caseStudy();
    given(enrolled()).when(without, frame()).thenRefuses('CONDUCT_MISSING', '/conduct');
    given(enrolled())
      .when({ ...nothingHeld(caseStudy(), absence()), conduct: input(conduct()) }, frame())
      .thenRefuses('CONDUCT_UNEXPECTED', '/conduct');
  });

  it('names assessors whom the vault knows, each once', () => {
    held({}, frame({ unknown: new Set([ASSESSOR]) })).thenRefuses(
      'ASSESSOR_UNKNOWN',
      '/conduct/assessors/0/assessorId',
    );
    const twice = [...by(null), ...by(null)];
    held({ assessors: twice, agreedBy: 'agreement' }).thenRefuses(
      'ASSESSOR_REPEATED',
      '/conduct/assessors/1/assessorId',
    );
  });

  it('is single with one assessor, and an agreement or a mean with several', () => {
    held({ assessors: by(null, null), agreedBy: 'single' }).thenRefuses('AGREEMENT_MISMATCH', '/conduct/agreedBy');
    held({ assessors: by(null), agreedBy: 'agreement' }).thenRefuses('AGREEMENT_MISMATCH', '/conduct/agreedBy');
    held({ assessors: by('14', null), agreedBy: 'agreement' }).facts();
  });

  it('gives the mark of the one assessor', () => {
    held({ assessors: by('14.50') }).facts();
    held({ assessors: by('15') }).thenRefuses('AGREED_MARK_WRONG', '/outcome/result/value');
  });

  it('gives the mean of the assessors’ marks, to the nearest step, halves up', () => {
    held({ assessors: by('14', '15'), agreedBy: 'mean' }).facts();
    held({ assessors: by('14', '14.75'), agreedBy: 'mean' }, frame(), marked('14.5')).facts();
    held({ assessors: by('14', '15.5'), agreedBy: 'mean' }).thenRefuses('AGREED_MARK_WRONG', '/outcome/result/value');
  });

  it('takes the mean among the marks of the scale, where this does not begin at 0', () => {
    const scales = [{ code: 'twenty', kind: 'numeric', min: '1', max: '19', step: '2' } as const];
    const odd = frame({ rules: rules({ scales }) });
    held({ assessors: by('13', '15'), agreedBy: 'mean' }, odd, marked('15')).facts();
  });

  it('gives no mean without each assessor’s mark, nor of levels', () => {
    held({ assessors: by('14', null), agreedBy: 'mean' }).thenRefuses('AGREEMENT_MISMATCH', '/conduct/agreedBy');
    const levels = by(null, null).map((part) => ({ ...part, result: { scale: 'apna', value: 'A' } }));
    const onLevels = held({ assessors: levels, agreedBy: 'mean' }, frameOfLevels('F8-M1'), marked('A', 'apna'));
    onLevels.thenRefuses('AGREEMENT_MISMATCH', '/conduct/agreedBy');
  });

  it('holds each assessor’s mark to the scale', () => {
    held({ assessors: by('14.4') }).thenRefuses('MARK_OFF_STEP', '/conduct/assessors/0/result/value');
  });

  it('keeps each assessor’s grid, criterion by criterion', () => {
    const criteria = [{ code: 'C1', result: { scale: 'twenty', value: '13' } }];
    const assessors = [{ assessorId: ASSESSOR, result: null, grid: { id: 'GRILLE-EC', version: 1, criteria } }];
    held({ assessors }).then(caseStudyAssessed({ conduct: conduct({ assessors }) }));
  });
});

describe('a candidacy', () => {
  it('knows an evaluation as corrected, without its facts and texts', () => {
    const known = candidacy(enrolled(), caseStudyAssessed(), corrected());
    expect(known.status === 'enrolled' && [...known.evaluations.values()]).toMatchObject([
      { kind: 'case-study', outcome: mark('15'), conduct: conduct() },
    ]);
    expect(JSON.stringify(known)).not.toContain('subjectCode');
  });

  it('is judged by the rules that its cohort is pinned to', () => {
    const harder = frame({
      rules: { ...rules({ ...DEMONSTRATION, modalityRules: ruled(['F8-M1'], { routes: ['FI'] }) }), version: 2 },
    });
    assessing({}, harder).thenRefuses('ROUTE_DOES_NOT_SIT', '/modality');
  });
});
