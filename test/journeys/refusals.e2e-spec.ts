import { onEachStore } from '@minutier/testing';

import { eventually } from './eventually.js';
import { refusedEnrolments } from './refusals/refused-enrolments.js';
import { refusedFacts, refusedKinds } from './refusals/refused-kinds.js';
import { refusedGroups } from './refusals/refused-groups.js';
import { refusedInstitution } from './refusals/refused-institution.js';
import { refusedChanges, refusedPlaces } from './refusals/refused-marks.js';
import { refusedStanding } from './refusals/refused-standing.js';
import { played, type Refused, type Scene } from './refusals/refusal.js';

const TABLES: Readonly<Record<string, readonly Refused[]>> = {
  'facts of another kind': refusedKinds,
  'facts of a kind': refusedFacts,
  'a place or a day': refusedPlaces,
  'a change of marks': refusedChanges,
  'groups and moves': refusedGroups,
  'an enrolment': refusedEnrolments,
  'what stands beside marks': refusedStanding,
  'the institution': refusedInstitution,
};

/** What the domain says no to, each with the code and at the field that say why; nothing of it reaches the ledger. */
onEachStore('Refusals', (ledger) => {
  let scene: Scene;
  let head: number;
  const registrar = () => ledger.as('registrar');

  beforeAll(async () => {
    scene = await played(ledger);
    await eventually(async () => {
      const { projections } = (await registrar().get('/health/ready')).body;
      expect(projections).toMatchObject({ lagEvents: 0, quarantined: [] });
      head = projections.ordinal;
    });
  });

  describe.each(Object.entries(TABLES))('of %s', (_part, refusals) => {
    it.each(refusals)('%s', async (_name, status, code, pointer, command) => {
      const [path, body] = command(scene);
      const answer = await registrar().post(path, body);
      const { pointer: at = null, detail, type } = answer.body;
      expect([answer.status, answer.body.code, at]).toEqual([status, code, pointer]);
      expect(type).toBe(`urn:minutier:problem:${code.toLowerCase().replaceAll('_', '-')}`);
      expect(detail).toMatch(/[.)]$/);
      expect((await registrar().read('audit/events?limit=1')).asOf.ordinal).toBe(head);
    });
  });

  it('are each told from all others by code and field', () => {
    const said = Object.values(TABLES)
      .flat()
      .map(([, , code, pointer]) => `${code} ${pointer}`);
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([]);
  });

  it('leave nothing behind, in no stream and in no view', async () => {
    const { projections } = (await registrar().get('/health/ready')).body;
    expect(projections).toMatchObject({ ordinal: head, lagEvents: 0, quarantined: [] });
  });
});
