import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { framework } from '../../../framework/src/framework.examples.js';
import { rules } from '../../../framework/src/rules.examples.js';
import { CANDIDACY_ID, caseStudyAssessed, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { evaluationVoided, incidentReported, sanctionDecided, sanctionLifted } from '../discipline.examples.js';
import { attemptGranted } from '../recognition.examples.js';
import type { GrantAttempt } from './grant-attempt.command.js';
import { grantAttempt } from './grant-attempt.decide.js';

type Command = SealedCommand<GrantAttempt>;

const { given } = specification(candidacyStream, grantAttempt);
const pins = { framework: framework(), rules: rules() };
const granting = (changes: Partial<Command> = {}): Command =>
  commandWith<Command>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    modality: 'F8-M1',
    occurrence: 1,
    attempt: 2,
    until: '2019-09-20',
    reason: 'technical-failure',
    explanation: null,
    authority: { code: 'director', document: 'NOTE-31' },
    ...changes,
  });
const { until: _until, ...withoutEnd } = granting();
const sat = (...attempts: readonly number[]) => attempts.map((attempt) => caseStudyAssessed({ attempt }));

describe('granting an attempt', () => {
  it('lets the next one be sat, until a day', () => {
    given(enrolled(), ...sat(1))
      .when(granting(), pins)
      .then(attemptGranted());
  });

  it('may have no last day, and cite the appeal', () => {
    const appealId = 'b0b0b0b0-0000-4000-8000-000000000001';
    given(enrolled(), ...sat(1))
      .when(commandWith<Command>({ ...withoutEnd, appealId, reason: 'appeal-upheld' }), pins)
      .then(attemptGranted({ until: null, appealId, reason: { code: 'appeal-upheld', text: null } }));
  });

  it('lets the same one be sat again once it is voided', () => {
    given(enrolled(), ...sat(1), evaluationVoided())
      .when(granting({ attempt: 1 }), pins)
      .then(attemptGranted({ attempt: 1 }));
    given(enrolled(), ...sat(1, 2), evaluationVoided())
      .when(granting({ attempt: 1 }), pins)
      .then(attemptGranted({ attempt: 1 }));
  });

  it('is refused in a candidacy that does not exist', () => {
    given().when(granting(), pins).thenRefuses('CANDIDACY_NOT_FOUND');
  });

  it('is refused on a line that is not there', () => {
    given(enrolled())
      .when(granting({ modality: 'F99-M1' }), pins)
      .thenRefuses('MODALITY_UNKNOWN', '/modality');
  });

  it('is refused of an attempt that is not the next, or is in force', () => {
    given(enrolled(), ...sat(1))
      .when(granting({ attempt: 3 }), pins)
      .thenRefuses('ATTEMPT_OUT_OF_ORDER', '/attempt');
    given(enrolled(), ...sat(1))
      .when(granting({ attempt: 1 }), pins)
      .thenRefuses('ATTEMPT_OUT_OF_ORDER', '/attempt');
  });

  it('is refused a second time, but for a later last day', () => {
    given(enrolled(), ...sat(1), attemptGranted())
      .when(granting(), pins)
      .thenRefuses('ATTEMPT_ALREADY_GRANTED', '/attempt');
    given(enrolled(), ...sat(1), attemptGranted({ until: null }))
      .when(granting(), pins)
      .thenRefuses('ATTEMPT_ALREADY_GRANTED', '/attempt');
    given(enrolled(), ...sat(1), attemptGranted())
      .when(granting({ until: '2019-12-20' }), pins)
      .then(attemptGranted({ until: '2019-12-20' }));
    given(enrolled(), ...sat(1), attemptGranted())
      .when(withoutEnd, pins)
      .then(attemptGranted({ until: null }));
  });

  it.each<[string, Parameters<typeof sanctionDecided>[0], string]>([
    ['an exclusion without end', { kind: 'excluded' }, 'bars'],
    ['an exclusion that ends today', { kind: 'excluded-with-loss', until: '2019-07-01' }, 'bars'],
    ['an exclusion that ended yesterday', { kind: 'excluded', until: '2019-06-30' }, 'does not bar'],
    ['a warning', { kind: 'warning' }, 'does not bar'],
  ])('%s %s it', (_what, sanction, effect) => {
    const outcome = given(enrolled(), ...sat(1), incidentReported(), sanctionDecided(sanction)).when(granting(), pins);
    if (effect === 'bars') outcome.thenRefuses('SANCTION_BARS');
    else outcome.then(attemptGranted());
  });

  it('is not barred by an exclusion that was lifted', () => {
    given(enrolled(), ...sat(1), incidentReported(), sanctionDecided({ kind: 'excluded' }), sanctionLifted())
      .when(granting(), pins)
      .then(attemptGranted());
  });
});
