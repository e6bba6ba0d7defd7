import { candidacyStream } from '@minutier/candidacy';
import { specification } from '@minutier/testing';

import {
  absence,
  ASSESSOR,
  CANDIDACY_ID,
  candidacy,
  conduct,
  enrolled,
  oralDefenceAssessed,
  PRESIDENT,
  TUTOR,
} from '../../../candidacy/src/candidacy.examples.js';
import { frame, input, nothingHeld, oralDefence } from '../assessment.examples.js';
import { assessOralDefence } from './assess-oral-defence.decide.js';

const { given } = specification(candidacyStream, assessOralDefence);
type Facts = NonNullable<ReturnType<typeof oralDefence>['facts']>;

const defending = (changes: Partial<Facts>) =>
  given(enrolled()).when(oralDefence({ facts: { ...oralDefence().facts!, ...changes } }), frame());

describe('assessing « 1 soutenance orale (du projet professionnel) »', () => {
  it('records the panel, the hours, the place and what was defended', () => {
    given(enrolled()).when(oralDefence(), frame()).then(oralDefenceAssessed());
  });

  it('writes the hours in universal time, wherever they are given', () => {
    const { facts } = oralDefenceAssessed().data;
    const inParis = { startedAt: '2019-06-18T09:00:00+02:00', endedAt: '2019-06-18T09:45:00+02:00' };
    expect(defending(inParis).facts()[0]!.data).toMatchObject({ facts });
  });

  it('is dated by the civil day in Paris', () => {
    const midnight = { startedAt: '2019-06-17T22:00:00Z', endedAt: '2019-06-17T22:45:00Z' };
    expect(defending(midnight).facts()).toHaveLength(1);
    defending({ startedAt: '2019-06-17T21:59:59Z' }).thenRefuses('HOURS_ON_ANOTHER_DAY', '/facts/startedAt');
  });

  it('records an absence without panel', () => {
    given(enrolled())
      .when(nothingHeld(oralDefence(), absence(true)), frame())
      .then(oralDefenceAssessed({ outcome: absence(true) }));
  });

  it('is refused before a panel that is not made of the assessors', () => {
    const [first, second] = oralDefence().facts!.panel;
    defending({ panel: [second!] }).thenRefuses('PANEL_NOT_ASSESSORS', '/facts/panel');
    defending({ panel: [second!, { ...first!, assessorId: TUTOR }] }).thenRefuses(
      'PANEL_NOT_ASSESSORS',
      '/facts/panel',
    );
  });

  it.each([
    ['no one', ['member', 'member']],
    ['two', ['president', 'president']],
  ] as const)('is refused when %s presides', (_who, roles) => {
    const panel = [ASSESSOR, PRESIDENT].map((assessorId, index) => ({ assessorId, role: roles[index]! }));
    defending({ panel }).thenRefuses('PANEL_PRESIDENT', '/facts/panel');
  });

  it('is refused when it would end before it starts', () => {
    defending({ endedAt: '2019-06-18T07:00:00Z' }).thenRefuses('HOURS_REVERSED', '/facts/endedAt');
  });

  it('is refused over a report that is not in the candidate’s file', () => {
    defending({ reportId: CANDIDACY_ID }).thenRefuses('REPORT_UNKNOWN', '/facts/reportId');
  });

  it('names the report that was defended, once it is in the file', () => {
    const known = candidacy();
    if (known.status !== 'enrolled') throw new Error('the example is enrolled');
    const { facts: _facts, appreciation: _appreciation, ...standing } = oralDefenceAssessed().data;
    const report = { ...standing, modality: 'F6-M2', kind: 'professional-report' as const, broughtFrom: null };
    const withReport = { ...known, evaluations: new Map([[report.evaluationId, report]]) };
    const facts = { ...oralDefence().facts!, reportId: report.evaluationId };
    expect(assessOralDefence(oralDefence({ facts }), withReport, frame())).toMatchObject([
      { data: { facts: { reportId: report.evaluationId } } },
    ]);
  });

  it('is refused where there was no oral', () => {
    const silent = conduct({ ...oralDefenceAssessed().data.conduct, oral: false });
    given(enrolled())
      .when(oralDefence({ conduct: input(silent) }), frame())
      .thenRefuses('FORM_MISMATCH', '/conduct/oral');
  });

  it('is refused without its facts', () => {
    const { facts: _facts, ...without } = oralDefence();
    given(enrolled()).when(without, frame()).thenRefuses('FACTS_MISSING', '/facts');
  });
});
