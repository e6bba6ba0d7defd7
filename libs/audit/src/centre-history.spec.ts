import { centreHistory, entitlementOf } from './centre-history.js';

const granted = (changes: object = {}) => ({
  type: 'HabilitationGranted',
  data: {
    habilitationId: 'one',
    scope: ['evaluate'],
    number: 'RNCP28684',
    from: '2018-09-01',
    until: '2019-08-31',
    document: 'HAB-1',
    ...changes,
  },
});
const registered = { type: 'CentreRegistered', data: { centreId: 'c', siret: '12345678900012', code: 'LYON-2' } };
const suspended = (until: string | null) => ({
  type: 'HabilitationSuspended',
  data: { habilitationId: 'one', from: '2019-01-01', until },
});
const resumed = { type: 'HabilitationResumed', data: { habilitationId: 'one', from: '2019-02-01' } };
const withdrawn = { type: 'HabilitationWithdrawn', data: { habilitationId: 'one', effectiveOn: '2019-05-01' } };

function standing(
  day: string,
  events: readonly { type: string; data: object }[],
  scope: 'prepare' | 'evaluate' = 'evaluate',
) {
  return entitlementOf(centreHistory(events), { scope, number: 'RNCP28684', day }).standing;
}

describe('a centre was entitled on a day', () => {
  it('from the first to the last day of what was granted, for that scope and certification', () => {
    const events = [registered, granted()];
    const days = ['2018-08-31', '2018-09-01', '2019-08-31', '2019-09-01'].map((day) => standing(day, events));
    expect(days).toEqual(['not-entitled', 'entitled', 'entitled', 'not-entitled']);
    expect(standing('2019-01-15', events, 'prepare')).toBe('not-entitled');
    expect(standing('2019-01-15', [registered, granted({ number: 'RNCP35419' })])).toBe('not-entitled');
    expect(standing('2030-01-01', [registered, granted({ until: null })])).toBe('entitled');
  });

  it('but for the time of a suspension, with or without an end', () => {
    expect(standing('2019-01-15', [registered, granted(), suspended('2019-01-31')])).toBe('suspended');
    expect(standing('2019-02-01', [registered, granted(), suspended('2019-01-31')])).toBe('entitled');
    expect(standing('2019-03-01', [registered, granted(), suspended(null)])).toBe('suspended');
    const over = [registered, granted(), suspended(null), resumed];
    expect(['2019-01-31', '2019-02-01'].map((day) => standing(day, over))).toEqual(['suspended', 'entitled']);
  });

  it('until it was withdrawn', () => {
    const events = [registered, granted(), withdrawn];
    expect(['2019-04-30', '2019-05-01'].map((day) => standing(day, events))).toEqual(['entitled', 'not-entitled']);
  });

  it('or the ledger knows nothing of it', () => {
    expect(standing('2019-01-15', [])).toBe('unknown');
    expect(standing('2019-01-15', [{ type: 'CentreRenamed', data: {} }])).toBe('unknown');
  });
});
