import type {
  CentreRegistered,
  HabilitationGranted,
  HabilitationResumed,
  HabilitationSuspended,
  HabilitationWithdrawn,
} from './centre.events.js';
import { centreStream, type RegisteredCentre } from './centre.state.js';

export const CENTRE_ID = '5f0f3c1e-2018-5000-8000-0000000000c0';
export const HABILITATION_ID = '5f0f3c1e-2018-5000-8000-0000000000c1';
const authority = { code: 'director', document: 'DEC-2018-04' } as const;

/** A centre of Lille. */
export function centreRegistered(changes: Partial<CentreRegistered['data']> = {}): CentreRegistered {
  return {
    type: 'CentreRegistered',
    data: { centreId: CENTRE_ID, siret: '73282932000074', code: 'CFA-LILLE', ...changes },
  };
}

/** Its agreement: to prepare for the fiche and to evaluate it, from September 2018 to the end of the registration. */
export function habilitationGranted(changes: Partial<HabilitationGranted['data']> = {}): HabilitationGranted {
  return {
    type: 'HabilitationGranted',
    data: {
      habilitationId: HABILITATION_ID,
      scope: ['prepare', 'evaluate'],
      number: 'RNCP28684',
      from: '2018-09-01',
      until: '2020-07-19',
      document: 'CONV-2018-07',
      authority,
      ...changes,
    },
  };
}

/** Suspended in February 2019, without end unless `changes` say one. */
export function habilitationSuspended(changes: Partial<HabilitationSuspended['data']> = {}): HabilitationSuspended {
  return {
    type: 'HabilitationSuspended',
    data: {
      habilitationId: HABILITATION_ID,
      from: '2019-02-01',
      until: null,
      reason: { code: 'control-failed', text: null },
      authority,
      ...changes,
    },
  };
}

/** In effect again from March. */
export function habilitationResumed(changes: Partial<HabilitationResumed['data']> = {}): HabilitationResumed {
  return {
    type: 'HabilitationResumed',
    data: { habilitationId: HABILITATION_ID, from: '2019-03-01', authority, ...changes },
  };
}

/** Withdrawn in September 2019. */
export function habilitationWithdrawn(changes: Partial<HabilitationWithdrawn['data']> = {}): HabilitationWithdrawn {
  return {
    type: 'HabilitationWithdrawn',
    data: {
      habilitationId: HABILITATION_ID,
      effectiveOn: '2019-09-01',
      reason: { code: 'end-of-agreement', text: null },
      authority,
      ...changes,
    },
  };
}

/** The centre with its agreement, which `changes` may narrow. */
export function centre(changes: Partial<HabilitationGranted['data']> = {}): RegisteredCentre {
  const facts = [centreRegistered(), habilitationGranted(changes)];
  return facts.reduce(centreStream.evolve, centreStream.initial) as RegisteredCentre;
}
