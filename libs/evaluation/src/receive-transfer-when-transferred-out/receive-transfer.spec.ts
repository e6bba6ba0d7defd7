import {
  type CandidacyEvent,
  candidacyStream,
  type EvaluationBroughtOver,
  evaluationIdOf,
  type TransferredOut,
} from '@minutier/candidacy';
import { commandContext, commandWith, logged, specification } from '@minutier/testing';

import {
  absence,
  CANDIDACY_ID,
  candidacy,
  caseStudyAssessed,
  corrected,
  enrolled,
  mark,
  rolePlayAssessed,
  sealed,
} from '../../../candidacy/src/candidacy.examples.js';
import {
  NEXT_CANDIDACY_ID,
  NEXT_COHORT_ID,
  transferredIn,
  transferredOut,
  transferSettled,
} from '../../../candidacy/src/transfer.examples.js';
import { cohort } from '../../../cohort/src/cohort.examples.js';
import { framework } from '../../../framework/src/framework.examples.js';
import { ruled, rules } from '../../../framework/src/rules.examples.js';
import { frame, frameOfLevels } from '../assessment.examples.js';
import type { Frame } from '../frame.js';
import type { ReceiveTransfer } from './receive-transfer.command.js';
import { type Departure, receiveTransfer } from './receive-transfer.decide.js';
import { receiveTransferWhenTransferredOut } from './receive-transfer-when-transferred-out.reactor.js';

const { given } = specification(candidacyStream, receiveTransfer);
const EVENT_ID = 'e0000000-0000-5000-8000-0000000000f8';
const receiving = commandWith<ReceiveTransfer>({
  context: commandContext(),
  candidacyId: NEXT_CANDIDACY_ID,
  fromCandidacyId: CANDIDACY_ID,
});
const nextCohort = cohort({ cohortId: NEXT_COHORT_ID, code: '360-2019-2020', endsOn: '2020-09-30' });
const over = (changes: Partial<Frame> = {}) => frame({ cohort: nextCohort, ...changes });

/** The candidacy of departure: enrolled, with its case study, gone with `changes`; then these facts. */
function departure(changes: Partial<TransferredOut['data']> = {}, ...later: readonly CandidacyEvent[]): Departure {
  const transfer = transferredOut(changes);
  const story = [enrolled(), caseStudyAssessed(), rolePlayAssessed(), transfer, ...later];
  const statedBy = new Map(
    [caseStudyAssessed(), rolePlayAssessed()].map(({ data }) => [data.evaluationId, EVENT_ID] as const),
  );
  return { transfer: transfer.data, candidacy: candidacy(...story), statedBy };
}

const arrived = (changes: Parameters<typeof enrolled>[0] = {}) =>
  enrolled({
    candidacyId: NEXT_CANDIDACY_ID,
    cohortId: NEXT_COHORT_ID,
    route: 'FC',
    candidateNumber: `C-${NEXT_CANDIDACY_ID.slice(0, 8).toUpperCase()}`,
    ...changes,
  });

/** The case study as it counts over there. */
function broughtOver(changes: Partial<EvaluationBroughtOver['data']> = {}): EvaluationBroughtOver {
  const place = { modality: 'F8-M1', occurrence: 1, attempt: 1, entry: 1, ...changes };
  const { evaluationId: fromEvaluationId, heldOn } = caseStudyAssessed().data;
  return {
    type: 'EvaluationBroughtOver',
    data: {
      ...place,
      ...{ evaluationId: evaluationIdOf(NEXT_CANDIDACY_ID, place), fromCandidacyId: CANDIDACY_ID, fromEvaluationId },
      ...{ fromEventId: EVENT_ID, kind: 'case-study', session: 1, centreId: null, heldOn, outcome: mark('14.5') },
      ...{ correspondenceId: null, rules: { id: 'reglement-28684', version: 1 } },
      ...changes,
    },
  };
}

const refused = (code: string): CandidacyEvent => ({
  type: 'TransferInRefused',
  data: { fromCandidacyId: CANDIDACY_ID, refused: code },
});
const authority = { code: 'examination-office', document: 'NOTE-12' } as const;
const withdrawn: CandidacyEvent = {
  type: 'Withdrawn',
  data: { effectiveOn: '2019-02-28', document: null, reason: { code: 'no-news', text: null }, authority },
};
const voided: CandidacyEvent = {
  type: 'EvaluationVoided',
  data: {
    ...{ evaluationId: caseStudyAssessed().data.evaluationId, from: mark('14.5'), origin: null, sanctionId: null },
    ...{ reason: { code: 'irregular', text: null }, authority },
  },
};
const wasThere: readonly CandidacyEvent[] = [arrived({ route: 'FI', enteredOn: '2018-11-05' }), withdrawn];

describe('a transfer', () => {
  it('is told to the candidacy of arrival, and once more where its refusal is settled so', () => {
    const { react, reads, name } = receiveTransferWhenTransferredOut;
    expect([name, reads]).toEqual(['receive-transfer-when-transferred-out', ['TransferredOut', 'TransferSettled']]);
    for (const cause of [transferredOut(), transferSettled()]) {
      const asked = react(logged(`candidacy-${CANDIDACY_ID}`, cause));
      expect(asked.map(({ stream }) => stream)).toEqual([`candidacy-${NEXT_CANDIDACY_ID}`]);
      expect(asked[0]!.command(commandContext())).toEqual({ ...receiving });
    }
    expect(react(logged(`candidacy-${CANDIDACY_ID}`, transferSettled('resumed-here')))).toEqual([]);
  });

  it('enrols the candidate there, entry and proof kept, with each result in its place', () => {
    given().when(receiving, departure(), over()).then(arrived(), transferredIn(), broughtOver());
  });

  it('copies the sealed numbers, which are the same person’s', () => {
    const numbers = { ine: sealed('1234567890A'), cpfFile: sealed('CPF-1') };
    const from = { ...departure(), candidacy: candidacy(enrolled(numbers), caseStudyAssessed(), transferredOut()) };
    given().when(receiving, from, over()).then(arrived(numbers), transferredIn(), broughtOver());
  });

  it('may bring nothing', () => {
    const nothing = departure({ broughtOver: [], toSession: null });
    given().when(receiving, nothing, over()).then(arrived(), transferredIn(0));
  });

  it('readmits who was there before, under the next entry of a place that was emptied', () => {
    const { enteredOn, entryProof } = enrolled().data;
    const returned = { returnedOn: '2019-03-15', route: 'FC', enteredOn, entryProof, fromCandidacyId: CANDIDACY_ID };
    given(wasThere[0]!, caseStudyAssessed(), voided, withdrawn)
      .when(receiving, departure(), over())
      .then(
        { type: 'Readmitted', data: { ...returned, document: 'DEM-2019-014', authority } },
        transferredIn(),
        broughtOver({ entry: 2 }),
      );
  });

  it('brings a mark as it was corrected meanwhile', () => {
    given()
      .when(receiving, departure({}, corrected()), over())
      .then(arrived(), transferredIn(), broughtOver({ outcome: mark('15') }));
  });

  it('brings attempts in their order, whatever the order in which they were named', () => {
    const second = caseStudyAssessed({ attempt: 2, outcome: absence() });
    const place = { toModality: 'F8-M1', toOccurrence: 1 };
    const named = [second, caseStudyAssessed()].map(({ data }) => ({
      evaluationId: data.evaluationId,
      ...place,
      toAttempt: data.attempt,
    }));
    const transfer = transferredOut({ broughtOver: named });
    const from = {
      transfer: transfer.data,
      candidacy: candidacy(enrolled(), caseStudyAssessed(), second, transfer),
      statedBy: new Map(named.map(({ evaluationId }) => [evaluationId, EVENT_ID])),
    };
    const fromEvaluationId = second.data.evaluationId;
    given()
      .when(receiving, from, over())
      .then(
        arrived(),
        transferredIn(2),
        broughtOver(),
        broughtOver({ attempt: 2, fromEvaluationId, outcome: absence() }),
      );
  });

  it('is refused by a cohort that is closed, or is not there', () => {
    given()
      .when(receiving, departure(), over({ cohort: { ...nextCohort, closedOn: '2019-03-01' } }))
      .then(refused('COHORT_CLOSED'));
    given()
      .when(receiving, departure(), over({ cohort: { status: 'absent' } }))
      .then(refused('COHORT_NOT_FOUND'));
  });

  it('is refused where the route is closed, or the entry comes after the cohort or the registration', () => {
    given()
      .when(receiving, departure({ toRoute: 'CA' }), over())
      .then(refused('ROUTE_CLOSED'));
    const ended = { ...nextCohort, endsOn: '2018-09-30' };
    given()
      .when(receiving, departure(), over({ cohort: ended }))
      .then(refused('ENTERED_AFTER_COHORT'));
    const { registration, ...rest } = framework();
    const expired = framework({ ...rest, registration: { ...registration, validUntil: '2018-09-30' } });
    given()
      .when(receiving, departure(), over({ framework: expired }))
      .then(refused('ENTERED_AFTER_EXPIRY'));
  });

  it('is refused where the candidate is under way already, left later, or is excluded', () => {
    given(arrived()).when(receiving, departure(), over()).then(refused('ALREADY_ENROLLED'));
    given(...wasThere)
      .when(receiving, departure({ effectiveOn: '2019-02-27' }), over())
      .then(refused('RETURN_BEFORE_DEPARTURE'));
    const sanction: CandidacyEvent = {
      type: 'SanctionDecided',
      data: {
        ...{ sanctionId: CANDIDACY_ID, incidentId: CANDIDACY_ID, decidedOn: '2019-02-01', kind: 'excluded' },
        ...{ evaluations: [], session: null, until: null, reason: { code: 'fraud', text: null }, authority },
      },
    };
    given(...wasThere, sanction)
      .when(receiving, departure(), over())
      .then(refused('SANCTION_BARS'));
  });

  it('is refused where the candidacy of departure is gone, or goes on', () => {
    const gone = { ...departure(), candidacy: candidacyStream.initial };
    given().when(receiving, gone, over()).then(refused('CANDIDACY_NOT_FOUND'));
    const back = { ...departure(), candidacy: candidacy(enrolled(), caseStudyAssessed()) };
    given().when(receiving, back, over()).then(refused('CANDIDACY_NOT_ENDED'));
    const elsewhere = departure({}, transferredOut({ toCandidacyId: CANDIDACY_ID }));
    given().when(receiving, elsewhere, over()).then(refused('CANDIDACY_NOT_ENDED'));
  });

  it('is refused whole where one result is no longer in force', () => {
    given().when(receiving, departure({}, voided), over()).then(refused('EVALUATION_NOT_FOUND'));
  });

  it.each([
    ['a line that the fiche there has not', { toModality: 'F9-M9' }, 'MODALITY_UNKNOWN'],
    ['a line of another kind', { toModality: 'F5-M2' }, 'KIND_MISMATCH'],
    ['more occurrences than the rules count', { toOccurrence: 9 }, 'OCCURRENCE_UNKNOWN'],
    ['an attempt before the first', { toAttempt: 2 }, 'ATTEMPT_OUT_OF_ORDER'],
  ])('is refused for %s', (_title, change, code) => {
    const [one] = transferredOut().data.broughtOver;
    given()
      .when(receiving, departure({ broughtOver: [{ ...one!, ...change }] }), over())
      .then(refused(code));
  });

  it('is refused in a session that is not there, is closed, or whose marks are frozen', () => {
    given()
      .when(receiving, departure({ toSession: 7 }), over())
      .then(refused('SESSION_UNKNOWN'));
    const sessions = nextCohort.sessions.map((one) => ({ ...one, closedOn: '2019-07-05' }));
    given()
      .when(receiving, departure(), over({ cohort: { ...nextCohort, sessions } }))
      .then(refused('SESSION_CLOSED'));
    const frozen = { type: 'MarksFrozen', data: { session: 1 } } as never;
    given(...wasThere, frozen)
      .when(receiving, departure(), over())
      .then(refused('MARKS_FROZEN'));
  });

  it('is refused in a place that is filled, or covered', () => {
    given(wasThere[0]!, caseStudyAssessed(), withdrawn)
      .when(receiving, departure(), over())
      .then(refused('EVALUATION_ALREADY_RECORDED'));
    const equivalence = { equivalenceId: CANDIDACY_ID, level: 'modality', code: 'F8-M1', decidedOn: '2019-01-01' };
    const granted = { type: 'EquivalenceGranted', data: equivalence } as never;
    given(wasThere[0]!, granted, withdrawn).when(receiving, departure(), over()).then(refused('PLACE_COVERED'));
  });

  it('is refused by rules that do not have that route sit the line, or that mark it on another scale', () => {
    const unsat = rules({ modalityRules: ruled(['F8-M1'], { routes: ['FI'] }) });
    given()
      .when(receiving, departure(), over({ rules: unsat }))
      .then(refused('ROUTE_DOES_NOT_SIT'));
    given()
      .when(receiving, departure(), over({ rules: frameOfLevels('F8-M1').rules }))
      .then(refused('SCALE_MISMATCH'));
  });

  it('asks no blind marks of what was marked elsewhere, but leaves alone a place where they were begun', () => {
    const blind = [{ modality: 'F8-M1', assessorsMin: 2, blind: true, gapMax: null }];
    const marked = over({ rules: { ...rules(), markingRules: blind } });
    given().when(receiving, departure(), marked).then(arrived(), transferredIn(), broughtOver());
    const place = { modality: 'F8-M1', occurrence: 1, attempt: 1, entry: 1 };
    const begun: CandidacyEvent = {
      type: 'BlindMarkSubmitted',
      data: {
        ...{ evaluationId: evaluationIdOf(NEXT_CANDIDACY_ID, place), ...place, session: 1, heldOn: '2019-01-15' },
        ...{ assessorId: CANDIDACY_ID, mark: sealed('12'), appreciation: null, marksExpected: 2 },
        rules: { id: 'reglement-28684', version: 1 },
      },
    };
    given(wasThere[0]!, begun, withdrawn).when(receiving, departure(), marked).then(refused('BLIND_MARKS_INCOMPLETE'));
  });
});
