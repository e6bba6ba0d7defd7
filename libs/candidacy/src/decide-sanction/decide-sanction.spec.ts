import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import type { CandidacyEvent } from '../candidacy.events.js';
import { CANDIDACY_ID, caseStudyAssessed, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import {
  candidateHeard,
  candidateSummoned,
  incidentReported,
  sanctionDecided,
  sanctionLifted,
} from '../discipline.examples.js';
import type { DecideSanction } from './decide-sanction.command.js';
import { decideSanction } from './decide-sanction.decide.js';

type Command = SealedCommand<DecideSanction>;

const { given } = specification(candidacyStream, decideSanction);
const { evaluationId } = caseStudyAssessed().data;
const reported = [enrolled(), caseStudyAssessed(), incidentReported()];
const heard = (...later: readonly CandidacyEvent[]) =>
  given(...reported, candidateSummoned(), candidateHeard(), ...later);
const deciding = (changes: Partial<Command> = {}): Command =>
  commandWith<Command>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    incidentId: incidentReported().data.incidentId,
    decidedOn: '2019-02-11',
    kind: 'evaluation-void',
    evaluations: [evaluationId],
    reason: 'plagiarism',
    explanation: null,
    authority: { code: 'disciplinary-board', document: 'PV-CD-2019-02' },
    ...changes,
  });
const excluding = (changes: Partial<Command> = {}) => deciding({ kind: 'excluded', evaluations: [], ...changes });

describe('deciding a sanction', () => {
  it('follows a hearing, and says what it reaches', () => {
    heard().when(deciding()).then(sanctionDecided());
  });

  it('follows a summons to which the candidate did not come, recorded as a hearing or not', () => {
    given(...reported, candidateSummoned())
      .when(deciding())
      .then(sanctionDecided());
    given(...reported, candidateSummoned(), candidateHeard({ came: false }))
      .when(deciding())
      .then(sanctionDecided());
  });

  it('may exclude, until a day or without end, or void a session', () => {
    heard()
      .when(excluding({ until: '2019-12-31' }))
      .then(sanctionDecided({ kind: 'excluded', evaluations: [], until: '2019-12-31' }));
    heard()
      .when(excluding({ kind: 'excluded-with-loss' }))
      .then(sanctionDecided({ kind: 'excluded-with-loss', evaluations: [] }));
    heard()
      .when(deciding({ kind: 'session-void', evaluations: [], session: 1 }))
      .then(sanctionDecided({ kind: 'session-void', evaluations: [], session: 1 }));
  });

  it('may say without a hearing that nothing follows', () => {
    given(...reported)
      .when(deciding({ kind: 'none', evaluations: [], reason: 'not-established' }))
      .then(sanctionDecided({ kind: 'none', evaluations: [], reason: { code: 'not-established', text: null } }));
  });

  it.each<[string, readonly CandidacyEvent[]]>([
    ['who was neither heard nor summoned', []],
    ['who was heard after that day', [candidateHeard({ heardOn: '2019-02-12', summonsId: null })]],
    ['who was summoned to a later day', [candidateSummoned({ dueAt: '2019-02-12T08:00:00.000Z' })]],
    ['who was summoned to an oral', [candidateSummoned({ purpose: 'oral', modality: 'F6-M3', incidentId: null })]],
  ])('is refused against a candidate %s', (_who, procedure) => {
    given(...reported, ...procedure)
      .when(deciding())
      .thenRefuses('HEARING_REQUIRED', '/decidedOn');
  });

  it('is refused while one stands, and not once it is lifted', () => {
    heard(sanctionDecided()).when(deciding()).thenRefuses('SANCTION_ALREADY_DECIDED');
    heard(sanctionDecided(), sanctionLifted()).when(deciding()).then(sanctionDecided());
  });

  it('is refused of an evaluation that is not in the file', () => {
    heard()
      .when(deciding({ evaluations: [evaluationId, incidentReported().data.incidentId] }))
      .thenRefuses('EVALUATION_NOT_FOUND', '/evaluations/1');
  });

  it.each<[string, Command, string]>([
    ['a void evaluation that is not named', deciding({ evaluations: [] }), '/evaluations'],
    ['a void session that is not named', deciding({ kind: 'session-void' }), '/session'],
    ['a warning with an end', deciding({ kind: 'warning', until: '2019-12-31' }), '/until'],
    ['an exclusion that ends before it begins', excluding({ until: '2019-02-10' }), '/until'],
    ['a measure for what is not established', deciding({ reason: 'not-established' }), '/reason'],
  ])('is refused as %s', (_what, command, pointer) => {
    heard().when(command).thenRefuses('SANCTION_INCONSISTENT', pointer);
  });

  it('is refused about an incident that nobody reported', () => {
    given(enrolled()).when(deciding()).thenRefuses('INCIDENT_UNKNOWN');
  });

  it('is refused in a candidacy that does not exist', () => {
    given().when(deciding()).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
