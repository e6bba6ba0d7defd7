import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { ASSESSOR, CANDIDACY_ID, caseStudyAssessed, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { evaluationVoided, incidentReported } from '../discipline.examples.js';
import type { ReportIncident } from './report-incident.command.js';
import { reportIncident } from './report-incident.decide.js';

type Command = SealedCommand<ReportIncident> & { readonly reportedBy: string };

const { given } = specification(candidacyStream, reportIncident);
const nobody: ReadonlySet<string> = new Set();
const { evaluationId } = caseStudyAssessed().data;
const reporting = (changes: Partial<Command> = {}): Command =>
  commandWith<Command>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    kind: 'plagiarism-suspected',
    occurredOn: '2019-01-15',
    evaluationId,
    reportedBy: ASSESSOR,
    facts: incidentReported().data.facts,
    ...changes,
  });

describe('reporting an incident', () => {
  it('names the evaluation, the facts sealed', () => {
    given(enrolled(), caseStudyAssessed()).when(reporting(), nobody).then(incidentReported());
  });

  it('may be of an evaluation that was voided since', () => {
    given(enrolled(), caseStudyAssessed(), evaluationVoided()).when(reporting(), nobody).then(incidentReported());
  });

  it('names the line where the evaluation is not recorded yet', () => {
    const place = { modality: 'F8-M1', occurrence: 1, attempt: 1 };
    const { evaluationId: _none, ...unrecorded } = reporting(place);
    given(enrolled())
      .when(unrecorded, nobody)
      .then(incidentReported({ evaluationId: null, ...place }));
  });

  it('is refused of an evaluation that is not in the file', () => {
    given(enrolled()).when(reporting(), nobody).thenRefuses('EVALUATION_NOT_FOUND', '/evaluationId');
  });

  it('is refused where the vault does not know who reports', () => {
    given(enrolled(), caseStudyAssessed())
      .when(reporting(), new Set([ASSESSOR]))
      .thenRefuses('PERSON_UNKNOWN', '/reportedBy');
  });

  it('is refused in a candidacy that does not exist', () => {
    given().when(reporting(), nobody).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
