import { logged, projected } from '@minutier/testing';

import { CANDIDACY_ID } from '../candidacy.examples.js';
import {
  candidateHeard,
  candidateSummoned,
  incidentReported,
  marksFrozen,
  sanctionDecided,
  sanctionLifted,
} from '../discipline.examples.js';
import {
  assessorLinkCleared,
  assessorLinkDeclared,
  attemptGranted,
  blockCarriedOver,
  equivalenceGranted,
} from '../recognition.examples.js';
import { candidacyStanding } from './standing.projection.js';

type Fact = { readonly type: string; readonly data: object };

const standing = (...facts: readonly Fact[]) =>
  projected(
    candidacyStanding,
    facts.map((fact, revision) => logged(`candidacy-${CANDIDACY_ID}`, fact, { revision, id: `e-${revision}` })),
  ).get(CANDIDACY_ID);
const authority = { code: 'director', document: 'NOTE-40' };
const ending = (type: string, key: object): Fact => ({
  type,
  data: { ...key, reason: { code: 'recorded-in-error', text: null }, authority },
});

describe('how a candidate stands', () => {
  it('shows each act with who recorded it and when', () => {
    const row = standing(equivalenceGranted(), attemptGranted(), candidateSummoned())!;
    const recorded = { recordedBy: { role: 'registrar' }, recordedAt: '2019-07-01T08:00:00.000Z' };
    expect(row).toMatchObject({
      candidacyId: CANDIDACY_ID,
      equivalences: [{ ...equivalenceGranted().data, ...recorded, eventId: 'e-0', ended: null }],
      attemptsGranted: [{ ...attemptGranted().data, ...recorded, eventId: 'e-1' }],
      summonses: [{ ...candidateSummoned().data, ...recorded, eventId: 'e-2' }],
    });
  });

  it('keeps what was revoked, and what revoked it', () => {
    const { equivalenceId } = equivalenceGranted().data;
    const { carryOverId } = blockCarriedOver().data;
    const row = standing(
      equivalenceGranted(),
      blockCarriedOver(),
      ending('EquivalenceRevoked', { equivalenceId }),
      ending('CarryOverRevoked', { carryOverId }),
    )!;
    expect(row.equivalences).toMatchObject([
      { equivalenceId, ended: { authority, eventId: 'e-2', recordedBy: { role: 'registrar' } } },
    ]);
    expect(row.carryOvers).toMatchObject([{ carryOverId, awards: [{}], ended: { authority, eventId: 'e-3' } }]);
  });

  it('tells a tie that was declared anew from the one that was cleared', () => {
    const row = standing(assessorLinkDeclared(), assessorLinkCleared(), assessorLinkDeclared({ mayAssess: true }))!;
    expect(row.assessorLinks).toMatchObject([
      { mayAssess: false, ended: { reason: { code: 'ended' } } },
      { mayAssess: true, ended: null },
    ]);
  });

  it('shows every freeze of a session, lifted or not', () => {
    const row = standing(
      marksFrozen(),
      marksFrozen({ session: 2 }),
      ending('MarksUnfrozen', { session: 1 }),
      marksFrozen({ evaluationsInForce: 3 }),
    )!;
    expect(row.freezes.map(({ session, ended }) => [session, ended?.eventId ?? null])).toEqual([
      [1, 'e-2'],
      [2, null],
      [1, null],
    ]);
  });

  it('puts hearings with their incident, and shows sanctions with their end', () => {
    const other = incidentReported({ incidentId: 'another' });
    const row = standing(incidentReported(), other, candidateHeard(), sanctionDecided(), sanctionLifted())!;
    expect(row.incidents.map(({ hearings }) => hearings.length)).toEqual([1, 0]);
    expect(row.incidents[0]!.hearings).toMatchObject([candidateHeard().data]);
    expect(row.sanctions).toMatchObject([{ ...sanctionDecided().data, ended: { liftedOn: '2019-04-01' } }]);
  });

  it('goes with a voided enrolment', () => {
    expect(standing(equivalenceGranted(), ending('EnrolmentVoided', {}))).toBeUndefined();
  });
});
