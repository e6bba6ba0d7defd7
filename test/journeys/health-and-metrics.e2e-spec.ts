import { onEachStore } from '@minutier/testing';

import { openClassroom } from './classroom.js';
import { eventually } from './eventually.js';

onEachStore('Watching over the process', (ledger) => {
  beforeAll(async () => {
    await openClassroom(ledger, ['MARTIN']);
  });

  const get = (path: string) => ledger.as('registrar').get(path);

  it('says that it lives, and that it is ready with nothing left to read', async () => {
    const live = await get('/health/live');
    expect([live.status, live.body]).toEqual([200, { status: 'up' }]);

    const { asOf } = await ledger.as('registrar').read('cohorts');
    await eventually(async () => {
      const { status, body } = await get('/health/ready');
      expect(status).toBe(200);
      expect(body).toMatchObject({
        status: 'up',
        ledger: { demonstration: false, epoch: 1, reached: true },
        projections: { caughtUp: true, lagEvents: 0, lagSeconds: 0, stalled: null, quarantined: [] },
        reactions: { stalled: null },
      });
      expect([body.projections.ordinal, body.reactions.ordinal]).toEqual([asOf.ordinal, asOf.ordinal]);
    });
  });

  it('asks nobody who he is', async () => {
    for (const path of ['/health/live', '/health/ready', '/metrics']) {
      const { status } = await fetch(`${ledger.url}${path}`);
      expect([path, status]).toEqual([path, 200]);
    }
  });

  it('measures lag, by projection and by reaction, in Prometheus’ form', async () => {
    const { headers, text } = await get('/metrics');
    const { asOf } = await ledger.as('registrar').read('cohorts');
    const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const sample = (name: string) => samples.find((line) => line.startsWith(`${name} `))?.split(' ')[1];

    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(samples.filter((line) => !/^[a-z_][a-z0-9_]*(\{[^}]*\})? (-?[\d.e+-]+|nan|\+inf)$/i.test(line))).toEqual([]);
    expect(sample('minutier_projection_lag_events')).toBe('0');
    expect(sample('minutier_projection_lag_seconds')).toBe('0');
    expect(sample('minutier_stalled')).toBe('0');
    expect(sample('minutier_quarantined_partitions')).toBe('0');
    expect(sample('minutier_reaction_ordinal')).toBe(String(asOf.ordinal));
    const projections = samples.filter((line) => line.startsWith('minutier_projection_ordinal{'));
    expect(projections.length).toBeGreaterThanOrEqual(8);
    expect(projections.filter((line) => !line.endsWith(` ${asOf.ordinal}`))).toEqual([]);
  });

  it('rebuilds a view on demand, and answers the same', async () => {
    const registrar = ledger.as('registrar');
    const before = await registrar.read('cohorts');
    const { status, body } = await registrar.post('projections/cohort_list/rebuild', '{}');
    expect(Math.floor(status / 100)).toBe(2);
    expect(body).toMatchObject({ projection: 'cohort_list' });
    expect(await registrar.read('cohorts')).toEqual(before);
    expect((await registrar.post('projections/no_such_view/rebuild', '{}')).status).toBe(404);
  });
});
