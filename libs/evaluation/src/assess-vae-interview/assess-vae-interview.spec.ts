import { candidacyStream } from '@minutier/candidacy';
import { specification } from '@minutier/testing';

import { absence, enrolled, TUTOR } from '../../../candidacy/src/candidacy.examples.js';
import { frame, nothingHeld } from '../assessment.examples.js';
import {
  frameOfVae,
  validationFileFiled,
  vaeFileAssessed,
  vaeInterview,
  vaeInterviewAssessed,
} from '../kinds.examples.js';
import { assessVaeInterview } from './assess-vae-interview.decide.js';

const { given } = specification(candidacyStream, assessVaeInterview);
const vae = enrolled({ route: 'VAE' });
type Facts = NonNullable<ReturnType<typeof vaeInterview>['facts']>;
const heard = (changes: Partial<Facts>) =>
  given(vae).when(vaeInterview({ facts: { ...vaeInterview().facts!, ...changes } }), frameOfVae());

describe('assessing the interview of a VAE candidate (A19)', () => {
  it('records who heard the candidate, when and where, and whether the accompanist was there', () => {
    given(vae).when(vaeInterview(), frameOfVae()).then(vaeInterviewAssessed());
  });

  it('names the file that was discussed, once it is assessed', () => {
    const file = vaeFileAssessed();
    const { evaluationId: fileEvaluationId } = file.data;
    const facts = { ...vaeInterviewAssessed().data.facts!, fileEvaluationId, accompanistPresent: true };
    given(vae, validationFileFiled(), file)
      .when(
        vaeInterview({ facts: { ...vaeInterview().facts!, fileEvaluationId, accompanistPresent: true } }),
        frameOfVae(),
      )
      .then(vaeInterviewAssessed({ facts: facts as never }));
    heard({ fileEvaluationId }).thenRefuses('FILE_UNKNOWN', '/facts/fileEvaluationId');
  });

  it('records an absence without panel', () => {
    given(vae)
      .when(nothingHeld(vaeInterview(), absence(true)), frameOfVae())
      .then(vaeInterviewAssessed({ outcome: absence(true) }));
  });

  it('is heard by its assessors, one of whom presides, on its day between two hours', () => {
    const [first, second] = vaeInterview().facts!.panel;
    heard({ panel: [second!, { ...first!, assessorId: TUTOR }] }).thenRefuses('PANEL_NOT_ASSESSORS', '/facts/panel');
    heard({ panel: [first!, { ...second!, role: 'member' }] }).thenRefuses('PANEL_PRESIDENT', '/facts/panel');
    heard({ endedAt: '2019-06-18T07:00:00Z' }).thenRefuses('HOURS_REVERSED', '/facts/endedAt');
    heard({ startedAt: '2019-06-17T21:59:59Z' }).thenRefuses('HOURS_ON_ANOTHER_DAY', '/facts/startedAt');
  });

  it('is refused on a line that the rules do not name, or not for the route', () => {
    given(vae).when(vaeInterview(), frame()).thenRefuses('NOT_A_SUBSTITUTE_ON_ROUTE', '/modality');
    given(enrolled()).when(vaeInterview(), frameOfVae()).thenRefuses('NOT_A_SUBSTITUTE_ON_ROUTE', '/modality');
  });

  it('is refused on a line of the fiche, and on the file’s', () => {
    for (const modality of ['F6-M3', 'VAE-DOSSIER'])
      given(vae).when(vaeInterview({ modality }), frameOfVae()).thenRefuses('KIND_MISMATCH', '/modality');
  });

  it('is refused where there was no oral, and without its facts', () => {
    const { facts: _facts, ...without } = vaeInterview();
    given(vae).when(without, frameOfVae()).thenRefuses('FACTS_MISSING', '/facts');
    given(vae)
      .when(vaeInterview({ conduct: { ...vaeInterview().conduct!, oral: false } }), frameOfVae())
      .thenRefuses('FORM_MISMATCH', '/conduct/oral');
  });
});
