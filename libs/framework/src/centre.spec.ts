import { refusedCentre } from './centre-refusals.js';
import type { CentreEvent } from './centre.events.js';
import {
  centre,
  centreRegistered,
  HABILITATION_ID,
  habilitationGranted,
  habilitationResumed,
  habilitationSuspended,
  habilitationWithdrawn,
} from './centre.examples.js';
import { type Centre, centreStream, isEntitled } from './centre.state.js';
import { isSiret } from './siret.js';

const after = (...facts: readonly CentreEvent[]): Centre =>
  [centreRegistered(), ...facts].reduce(centreStream.evolve, centreStream.initial);

/** Of these days, those on which it may evaluate the fiche. */
const among = (days: readonly string[], state: Centre): string[] =>
  days.filter((day) => isEntitled(state, { number: 'RNCP28684', scope: 'evaluate', day }));

describe('an entitlement', () => {
  it('holds from its first day to its last, both included', () => {
    const days = ['2018-08-31', '2018-09-01', '2020-07-19', '2020-07-20'];
    expect(among(days, after(habilitationGranted()))).toEqual(['2018-09-01', '2020-07-19']);
  });

  it('without a last day holds until it is withdrawn, that day not included', () => {
    const days = ['2018-08-31', '2019-08-31', '2019-09-01', '2030-01-01'];
    const unlimited = habilitationGranted({ until: null });
    expect(among(days, after(unlimited))).toEqual(['2019-08-31', '2019-09-01', '2030-01-01']);
    expect(among(days, after(unlimited, habilitationWithdrawn()))).toEqual(['2019-08-31']);
  });

  it('is for its scope and its framework, and for no other', () => {
    const prepares = centre({ scope: ['prepare'] });
    const asked = { number: 'RNCP28684', scope: 'prepare', day: '2019-01-15' } as const;
    expect(isEntitled(prepares, asked)).toBe(true);
    expect(isEntitled(prepares, { ...asked, scope: 'evaluate' })).toBe(false);
    expect(isEntitled(prepares, { ...asked, number: 'RNCP35419' })).toBe(false);
  });

  it('has no effect while it is suspended', () => {
    const days = ['2019-01-31', '2019-02-01', '2019-02-28', '2019-03-01'];
    const until = '2019-02-28';
    expect(among(days, after(habilitationGranted(), habilitationSuspended()))).toEqual(['2019-01-31']);
    expect(among(days, after(habilitationGranted(), habilitationSuspended({ until })))).toEqual([
      '2019-01-31',
      '2019-03-01',
    ]);
  });

  it('has effect again from the day on which it is resumed, suspended before or not', () => {
    const days = ['2019-01-31', '2019-02-28', '2019-03-01', '2019-04-30', '2019-05-01'];
    const again = habilitationSuspended({ from: '2019-04-01', until: '2019-04-30' });
    const state = after(habilitationGranted(), habilitationSuspended(), habilitationResumed(), again);
    expect(among(days, state)).toEqual(['2019-01-31', '2019-03-01', '2019-05-01']);
  });

  it('is not brought back by another that was granted later for other days', () => {
    const next = habilitationGranted({ habilitationId: centreRegistered().data.centreId, from: '2020-01-01' });
    const state = after(habilitationGranted({ until: '2019-08-31' }), next);
    expect(among(['2019-08-31', '2019-09-01', '2020-01-01'], state)).toEqual(['2019-08-31', '2020-01-01']);
  });

  it('changes alone where the centre has several', () => {
    const other = habilitationGranted({ habilitationId: centreRegistered().data.centreId, number: 'RNCP35419' });
    const state = after(habilitationGranted(), other, habilitationWithdrawn({ effectiveOn: '2019-01-01' }));
    expect(state).toMatchObject({
      habilitations: [
        { habilitationId: HABILITATION_ID, endedOn: '2019-01-01' },
        { number: 'RNCP35419', endedOn: null },
      ],
    });
  });
});

describe('a centre that acts', () => {
  const entitlement = { number: 'RNCP28684', scope: 'evaluate', day: '2019-01-15' } as const;

  it('is refused outside its entitlements, once it is registered', () => {
    expect(refusedCentre(centre(), entitlement)).toBeUndefined();
    expect(refusedCentre(centre({ scope: ['prepare'] }), entitlement)).toEqual({
      refused: 'CENTRE_NOT_ENTITLED',
      pointer: '/centreId',
      because: {
        fr: 'Le centre CFA-LILLE n’est pas habilité à évaluer RNCP28684 le 2019-01-15.',
        en: 'Centre CFA-LILLE is not entitled to evaluate RNCP28684 on 2019-01-15.',
      },
    });
    expect(refusedCentre(after(), entitlement)?.refused).toBe('CENTRE_NOT_ENTITLED');
  });

  it('is taken as named where nothing is known of it, and is the certifier where none is named', () => {
    expect(refusedCentre(centreStream.initial, entitlement)).toBeUndefined();
    expect(refusedCentre(undefined, entitlement)).toBeUndefined();
    expect(isEntitled(centreStream.initial, entitlement)).toBe(false);
  });
});

describe('a SIRET', () => {
  it.each(['73282932000074', '35600000000048', '35600000009075'])('%s has the right control digit', (siret) => {
    expect(isSiret(siret)).toBe(true);
  });

  it.each(['73282932000075', '37282932000074', '35600000009076'])('%s has not', (siret) => {
    expect(isSiret(siret)).toBe(false);
  });
});
