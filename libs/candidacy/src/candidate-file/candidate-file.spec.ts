import { logged, projected } from '@minutier/testing';

import { PERSON_ID } from '../../../person/src/person.examples.js';
import {
  absence,
  CANDIDACY_ID,
  candidacy,
  caseStudyAssessed,
  conduct,
  corrected,
  enrolled,
  mark,
  rolePlayAssessed,
  sealed,
} from '../candidacy.examples.js';
import type { EnrolledCandidacy } from '../enrolled-candidacy.js';
import {
  ACCOMMODATION_ID,
  accommodationGranted,
  FEASIBILITY_ID,
  feasibilityDecided,
  OFFICE,
  readmitted,
  routeChanged,
  suspended,
  transferredOut,
  validationFileFiled,
  voided,
  withdrawn,
} from '../enrolment.examples.js';
import { candidateFile } from './candidate-file.projection.js';
import { evaluationList } from './evaluation-list.projection.js';

const stream = `candidacy-${CANDIDACY_ID}`;
const { evaluationId } = caseStudyAssessed().data;

describe('a candidate’s file', () => {
  const file = (...facts: readonly { type: string; data: object }[]) =>
    projected(
      candidateFile,
      facts.map((fact, revision) => logged(stream, fact, { revision })),
    ).get(CANDIDACY_ID)!;
  const UNTOUCHED = {
    status: 'enrolled',
    voiding: null,
    routeChanges: [],
    suspension: null,
    departure: null,
    readmission: null,
    arrivedFrom: null,
    accommodations: [],
    feasibilities: [],
    validationFiles: [],
  };
  const acts = (type: string, data: object) => ({ type, data: { document: null, authority: OFFICE, ...data } });
  const revoked = acts('WithdrawalRevoked', { reason: { code: 'recorded-in-error', text: null } });
  const resumed = acts('CandidacyResumed', { resumedOn: '2019-05-02' });
  const reported = { type: 'TransferReportedRefused', data: { toCandidacyId: 'x', refused: 'ROUTE_CLOSED' } };
  const settled = (settlement: string) => ({ type: 'TransferSettled', data: { toCandidacyId: 'x', settlement } });

  it('shows the enrolment, without the national numbers', () => {
    const { ine: _ine, cpfFile: _cpf, ...shown } = enrolled().data;
    expect(file(enrolled({ ine: sealed('1234567890A') }))).toEqual({ ...shown, ...UNTOUCHED });
  });

  it('is found by cohort and number', () => {
    const { cohortId, candidateNumber } = enrolled().data;
    expect(candidateFile.indexed(file(enrolled()))).toEqual({ cohortId, candidateNumber });
  });

  it('shows number and centre as corrected, entry and proof as proven, and still no national number', () => {
    const entryProof = { kind: 'registration-form', document: 'INSCR-1' };
    const shown = file(
      enrolled(),
      { type: 'EnrolmentCorrected', data: { candidateNumber: '2018-071', centreId: PERSON_ID, ine: sealed('1') } },
      { type: 'EntryProven', data: { enteredOn: '2018-09-17', entryProof } },
    );
    expect(shown).toMatchObject({
      candidateNumber: '2018-071',
      centreId: PERSON_ID,
      enteredOn: '2018-09-17',
      entryProof,
    });
    expect(candidateFile.indexed(shown)).toMatchObject({ candidateNumber: '2018-071' });
    expect(shown).not.toHaveProperty('ine');
  });

  it('shows the route in force and each change by its day, as decisions read them', () => {
    const student = routeChanged({ from: 'FC', to: 'FI', effectiveOn: '2019-06-01' });
    const story = [enrolled(), routeChanged(), student] as const;
    const shown = file(...story);
    const { document, reason, authority } = routeChanged().data;
    expect(shown.route).toBe('FI');
    expect(shown.routeChanges[0]).toEqual({
      from: 'CQ',
      to: 'FC',
      effectiveOn: '2019-03-15',
      document,
      reason,
      authority,
    });
    const { routeChanges } = candidacy(...story) as EnrolledCandidacy;
    expect(shown.routeChanges.map(({ from, to, effectiveOn }) => ({ from, to, effectiveOn }))).toEqual(routeChanges);
  });

  it('is in no list once the enrolment is voided, and says why', () => {
    const shown = file(enrolled(), voided());
    expect(shown).toMatchObject({ status: 'voided', voiding: voided().data, cohortId: enrolled().data.cohortId });
    expect(candidateFile.indexed(shown)).toMatchObject({ cohortId: null });
    expect(file(enrolled(), accommodationGranted(), voided(), enrolled({ route: 'FC' }))).toEqual(
      file(enrolled({ route: 'FC' })),
    );
  });

  it('says whether the candidate is on leave, has left, or is back', () => {
    expect(file(enrolled(), suspended())).toMatchObject({ status: 'suspended', suspension: suspended().data });
    expect(file(enrolled(), suspended(), resumed)).toMatchObject(UNTOUCHED);
    const gone = file(enrolled(), suspended(), withdrawn());
    const { effectiveOn: on, ...withdrawal } = withdrawn().data;
    expect(gone).toMatchObject({ status: 'withdrawn', departure: { kind: 'withdrawn', on, ...withdrawal } });
    expect(candidateFile.indexed(gone)).toMatchObject({ cohortId: enrolled().data.cohortId });
    expect(file(enrolled(), suspended(), withdrawn(), revoked)).toMatchObject({ status: 'suspended', departure: null });
    expect(file(enrolled(), suspended(), withdrawn(), readmitted({ route: 'FC', entryProof: null }))).toMatchObject({
      status: 'enrolled',
      suspension: null,
      departure: null,
      route: 'FC',
      routeChanges: [{ from: 'CQ', to: 'FC', effectiveOn: '2019-05-02', reason: null }],
      entryProof: null,
      readmission: { returnedOn: '2019-05-02', document: 'REINS-2019-003' },
    });
  });

  it('says where a candidate who was transferred goes on or comes from, and whether that was refused', () => {
    const { toCohortId } = transferredOut().data;
    const left = [enrolled(), transferredOut()];
    expect(file(...left)).toMatchObject({
      status: 'transferred',
      departure: { toCohortId, on: '2019-03-15', refused: null },
    });
    expect(file(...left, reported)).toMatchObject({ departure: { refused: 'ROUTE_CLOSED' } });
    expect(file(...left, reported, settled('tried-again'))).toMatchObject({ departure: { refused: null } });
    expect(file(...left, reported, settled('resumed-here'))).toMatchObject(UNTOUCHED);
    const arrived = { type: 'TransferredIn', data: { fromCandidacyId: CANDIDACY_ID, broughtOverCount: 0 } };
    expect(file(enrolled(), arrived)).toMatchObject({ arrivedFrom: CANDIDACY_ID, status: 'enrolled' });
  });

  it('shows accommodations by id and days, their measures sealed', () => {
    const other = accommodationGranted({ accommodationId: FEASIBILITY_ID, until: null });
    const ending = { reason: { code: 'replaced', text: null }, authority: OFFICE };
    const ended = {
      type: 'AccommodationEnded',
      data: { accommodationId: ACCOMMODATION_ID, endsOn: '2019-03-31', ...ending },
    };
    expect(file(enrolled(), accommodationGranted(), other, ended).accommodations).toEqual([
      { ...accommodationGranted().data, until: '2019-03-31', ending },
      { ...other.data, ending: null },
    ]);
  });

  it('shows what was decided on VAE requests, and the files on them', () => {
    expect(file(enrolled({ route: 'VAE' }), feasibilityDecided(), validationFileFiled())).toMatchObject({
      feasibilities: [feasibilityDecided().data],
      validationFiles: [validationFileFiled().data],
    });
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

describe('evaluations that ended, moved or came from elsewhere', () => {
  const act = {
    reason: { code: 'swapped', text: null },
    authority: { code: 'examination-office', document: 'NOTE-12' },
  };
  const rowAfter = (...facts: readonly { type: string; data: object }[]) =>
    projected(
      evaluationList,
      facts.map((fact) => logged(stream, fact)),
    ).get(evaluationId)!;
  const columnsOf = (...facts: readonly { type: string; data: object }[]) => evaluationList.indexed(rowAfter(...facts));
  const voided = {
    type: 'EvaluationVoided',
    data: { evaluationId, from: mark('14.5'), origin: null, sanctionId: null, ...act },
  };
  const moved = { reattributionId: 'r1', move: 1, evaluationId, ...act };
  const received = {
    type: 'EvaluationReceived',
    data: { ...moved, fromCandidacyId: 'c2', fromEvaluationId: 'e2', fromEventId: 'ev2' },
  };

  it('leave the list in force and stay in the candidate’s file, with what ended them', () => {
    expect(columnsOf(caseStudyAssessed())).toMatchObject({ candidacyId: CANDIDACY_ID, formerCandidacyId: null });
    expect(columnsOf(caseStudyAssessed(), voided)).toMatchObject({
      candidacyId: null,
      formerCandidacyId: CANDIDACY_ID,
    });
    expect(rowAfter(caseStudyAssessed(), voided)).toMatchObject({
      outcome: mark('14.5'),
      ended: { how: 'voided', ...act, sanctionId: null, toCandidacyId: null, actor: { role: 'registrar' } },
    });
    const given = { type: 'EvaluationGiven', data: { ...moved, outcome: mark('14.5'), toCandidacyId: 'c2' } };
    expect(rowAfter(caseStudyAssessed(), given).ended).toMatchObject({ how: 'given', toCandidacyId: 'c2', ...act });
  });

  it('say from which file they were received, once the kind’s own event has stated them', () => {
    expect(columnsOf(received)).toEqual({ candidacyId: null, formerCandidacyId: null, place: null });
    expect(columnsOf(received, caseStudyAssessed())).toMatchObject({ candidacyId: CANDIDACY_ID, place: 'F8-M1 01 01' });
    const { evaluationId: _id, ...from } = received.data;
    expect(rowAfter(received, caseStudyAssessed()).receivedFrom).toEqual(from);
    expect(rowAfter(caseStudyAssessed()).receivedFrom).toBeNull();
  });

  it('say from which file a transfer brought them, without the conduct that is read there', () => {
    const { modality, occurrence, attempt, entry, session, heldOn, rules } = caseStudyAssessed().data;
    const from = { fromCandidacyId: 'c2', fromEvaluationId: 'e2', fromEventId: 'ev2', correspondenceId: null };
    const place = { evaluationId, modality, occurrence, attempt, entry, session, centreId: null, heldOn, rules };
    const data = { ...place, ...from, kind: 'case-study', outcome: mark('12') };
    const row = rowAfter({ type: 'EvaluationBroughtOver', data });
    expect(row).toMatchObject({ ...place, kind: 'case-study', outcome: mark('12'), broughtFrom: from, ended: null });
    expect(row).toMatchObject({ conduct: null, facts: null, appreciation: null, accommodationIds: [], origin: null });
    expect(row).not.toHaveProperty('fromCandidacyId');
  });

  it('stand with their circumstances as corrected, and every correction under them', () => {
    const before = { heldOn: '2019-01-15', centreId: null, sittingId: null, accommodationIds: [] };
    const to = { heldOn: '2019-01-16', centreId: 'ce1', sittingId: 's1', accommodationIds: ['a1'] };
    const data = { evaluationId, from: before, to, ...act };
    const row = rowAfter(caseStudyAssessed(), { type: 'EvaluationCircumstancesCorrected', data });
    const { sittingId, ...stated } = to;
    expect(row).toMatchObject({ ...stated, conduct: conduct({ sittingId }), outcome: mark('14.5') });
    expect(row.circumstancesCorrections).toMatchObject([{ from: before, to, ...act, actor: { role: 'registrar' } }]);
    const absent = caseStudyAssessed({ outcome: absence() });
    expect(rowAfter(absent, { type: 'EvaluationCircumstancesCorrected', data }).conduct).toBeNull();
  });

  it('stand with the comment that took the place of another, which is not shown again', () => {
    const data = { evaluationId, appreciation: sealed('Soigné'), requestId: null, ...act };
    const row = rowAfter(caseStudyAssessed({ appreciation: sealed('Bavard') }), { type: 'AppreciationReplaced', data });
    expect(row.appreciation).toEqual(sealed('Soigné'));
    expect(row.appreciationsReplaced).toMatchObject([{ requestId: null, ...act }]);
    expect(JSON.stringify(row)).not.toContain(sealed('Bavard').ciphertext);
  });
});
