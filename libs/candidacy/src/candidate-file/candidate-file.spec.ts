import { logged, projected } from '@minutier/testing';

import {
  absence,
  CANDIDACY_ID,
  caseStudyAssessed,
  conduct,
  corrected,
  enrolled,
  mark,
  rolePlayAssessed,
  sealed,
} from '../candidacy.examples.js';
import { candidateFile } from './candidate-file.projection.js';
import { evaluationList } from './evaluation-list.projection.js';

const stream = `candidacy-${CANDIDACY_ID}`;
const { evaluationId } = caseStudyAssessed().data;

describe('a candidate’s file', () => {
  const file = (...facts: readonly { type: string; data: object }[]) =>
    projected(
      candidateFile,
      facts.map((fact, revision) => logged(stream, fact, { revision })),
    ).get(CANDIDACY_ID);

  it('shows the enrolment, without the national numbers', () => {
    const { ine: _ine, cpfFile: _cpf, ...shown } = enrolled().data;
    expect(file(enrolled({ ine: sealed('1234567890A') }))).toEqual(shown);
  });

  it('stays as enrolled, whatever is assessed later', () => {
    expect(candidateFile.reads).toEqual(['Enrolled']);
  });

  it('is found by cohort and number', () => {
    const { cohortId, candidateNumber } = enrolled().data;
    expect(candidateFile.indexed(file(enrolled())!)).toEqual({ cohortId, candidateNumber });
  });
});

describe('the list of evaluations', () => {
  const list = (...facts: readonly { type: string; data: object }[]) =>
    projected(
      evaluationList,
      facts.map((fact) => logged(stream, fact)),
    );

  it('has a row for each, with its kind and who recorded it', () => {
    const rows = list(caseStudyAssessed(), rolePlayAssessed());
    expect([...rows.values()].map(({ kind, modality }) => `${kind} ${modality}`)).toEqual([
      'case-study F8-M1',
      'role-play F5-M2',
    ]);
    expect(rows.get(evaluationId)).toMatchObject({
      candidacyId: CANDIDACY_ID,
      outcome: mark('14.5'),
      recordedBy: { role: 'registrar' },
      corrections: [],
    });
  });

  it('shows the mark that stands, and under it every mark of before with its reason', () => {
    const again = corrected({ from: mark('15'), to: mark('16') });
    const row = list(caseStudyAssessed(), corrected(), again).get(evaluationId)!;
    expect(row.outcome).toEqual(mark('16'));
    expect(row.corrections).toMatchObject([
      { from: mark('14.5'), to: mark('15'), reason: { code: 'keying-error' }, actor: { role: 'registrar' } },
      { from: mark('15'), to: mark('16'), authority: { code: 'examination-office', document: 'NOTE-12' } },
    ]);
  });

  it('keeps how it was held, unless the correction says otherwise', () => {
    const held = conduct({ language: 'en' });
    expect(list(caseStudyAssessed(), corrected()).get(evaluationId)!.conduct).toEqual(conduct());
    expect(list(caseStudyAssessed(), corrected({ conduct: held })).get(evaluationId)!.conduct).toEqual(held);
    expect(list(caseStudyAssessed(), corrected({ to: absence() })).get(evaluationId)!.conduct).toBeNull();
  });

  it('is in the order of the fiche’s lines, then occurrence, then attempt', () => {
    const rows = list(
      caseStudyAssessed({ attempt: 10 }),
      caseStudyAssessed({ attempt: 2 }),
      caseStudyAssessed({ modality: 'F4-M1', occurrence: 2 }),
    );
    const places = [...rows.values()].map((row) => String(evaluationList.indexed(row)['place'])).sort();
    expect(places).toEqual(['F4-M1 02 01', 'F8-M1 01 02', 'F8-M1 01 10']);
  });
});
