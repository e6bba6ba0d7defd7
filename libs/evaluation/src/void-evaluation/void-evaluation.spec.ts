import { type CandidacyEvent, candidacyStream, type EvaluationVoided } from '@minutier/candidacy';
import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import {
  CANDIDACY_ID,
  caseStudyAssessed,
  corrected,
  enrolled,
  mark,
  sealed,
} from '../../../candidacy/src/candidacy.examples.js';
import { broughtOver, frozen, sanctioned } from '../changes.examples.js';
import type { VoidEvaluation } from './void-evaluation.command.js';
import { voidEvaluation } from './void-evaluation.decide.js';

const { given } = specification(candidacyStream, voidEvaluation);
const { evaluationId } = caseStudyAssessed().data;
const authority = { code: 'examination-office', document: 'NOTE-12' } as const;

const voiding = (changes: Partial<SealedCommand<VoidEvaluation>> = {}) =>
  commandWith<SealedCommand<VoidEvaluation>>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    evaluationId,
    reason: 'recorded-in-error',
    explanation: null,
    authority,
    ...changes,
  });

const voided = (changes: Partial<EvaluationVoided['data']> = {}): EvaluationVoided => ({
  type: 'EvaluationVoided',
  data: {
    evaluationId,
    from: mark('14.5'),
    origin: null,
    sanctionId: null,
    reason: { code: 'recorded-in-error', text: null },
    authority,
    ...changes,
  },
});
const file = (...after: readonly CandidacyEvent[]) => given(enrolled(), caseStudyAssessed(), ...after);

describe('voiding an evaluation', () => {
  it('names the outcome that ends, the reason and the authority', () => {
    const explanation = sealed('Saisi sur la mauvaise ligne');
    file()
      .when(voiding({ explanation }))
      .then(voided({ reason: { code: 'recorded-in-error', text: explanation } }));
  });

  it('ends the outcome that stands, not the first', () => {
    file(corrected())
      .when(voiding())
      .then(voided({ from: mark('15') }));
  });

  it('carries out a sanction that reaches the evaluation: by name, with its session, or with everything', () => {
    const reaching = [
      sanctioned({ kind: 'evaluation-void', evaluations: [evaluationId] }),
      sanctioned({ kind: 'session-void', session: 1 }),
      sanctioned({ kind: 'excluded-with-loss' }),
    ];
    for (const facts of reaching) {
      const { sanctionId } = facts[1]!.data as { sanctionId: string };
      file(...facts)
        .when(voiding({ reason: 'fraud', sanctionId }))
        .then(voided({ sanctionId, reason: { code: 'fraud', text: null } }));
    }
  });

  it('is refused for fraud without a sanction, or under one that does not reach it or was lifted', () => {
    const fraud = (sanctionId?: string) => voiding({ reason: 'fraud', ...(sanctionId ? { sanctionId } : {}) });
    file().when(fraud()).thenRefuses('SANCTION_REQUIRED', '/sanctionId');
    file().when(fraud(evaluationId)).thenRefuses('SANCTION_REQUIRED', '/sanctionId');
    const elsewhere = [
      sanctioned({ kind: 'evaluation-void', evaluations: [CANDIDACY_ID] }),
      sanctioned({ kind: 'session-void', session: 2 }),
      sanctioned({ kind: 'excluded-with-loss', session: 2 }),
      sanctioned({ kind: 'excluded' }),
      sanctioned({ kind: 'warning', evaluations: [evaluationId] }),
      sanctioned({ kind: 'evaluation-void', evaluations: [evaluationId] }, '2019-05-02'),
    ];
    for (const facts of elsewhere) {
      const { sanctionId } = facts[1]!.data as { sanctionId: string };
      file(...facts)
        .when(fraud(sanctionId))
        .thenRefuses('SANCTION_REQUIRED', '/sanctionId');
    }
  });

  it('names no sanction that does not reach the evaluation, whatever the reason', () => {
    const facts = sanctioned({ kind: 'warning' });
    const { sanctionId } = facts[1]!.data as { sanctionId: string };
    file(...facts)
      .when(voiding({ reason: 'irregular', sanctionId }))
      .thenRefuses('SANCTION_REQUIRED', '/sanctionId');
  });

  it('is refused once the marks of the session are frozen, and only of that session', () => {
    file(frozen(1)).when(voiding()).thenRefuses('MARKS_FROZEN');
    file(frozen(2)).when(voiding()).then(voided());
  });

  it('is refused of what is not in force here: never recorded, voided already, or held elsewhere', () => {
    given().when(voiding()).thenRefuses('CANDIDACY_NOT_FOUND');
    given(enrolled()).when(voiding()).thenRefuses('EVALUATION_NOT_FOUND');
    file(voided()).when(voiding()).thenRefuses('EVALUATION_NOT_FOUND');
    given(enrolled(), broughtOver()).when(voiding()).thenRefuses('CANDIDACY_TRANSFERRED');
  });
});
