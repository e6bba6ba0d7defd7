import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import type { FrameworkPublished } from '../framework.events.js';
import { prolonged, published } from '../framework.examples.js';
import { frameworkStream } from '../framework.state.js';
import type { ChangeRegistration } from './change-registration.command.js';
import { changeRegistration } from './change-registration.decide.js';

const { given } = specification(frameworkStream, changeRegistration);
const { journalOfficielDate, ...order } = prolonged().data;
const changing = (changes: Partial<SealedCommand<ChangeRegistration>> = {}) => {
  const { fromDeliverableUntil: _none, ...said } = order;
  return commandWith<SealedCommand<ChangeRegistration>>({
    context: commandContext(),
    number: 'RNCP28684',
    ...said,
    deliverableUntil: '2024-07-19',
    journalOfficielDate: journalOfficielDate!,
    authority: { code: 'regulator', document: 'JO-2020-07-18' },
    ...changes,
  });
};

describe('changing the registration of a framework', () => {
  it('records the order, and holds for every version', () => {
    given(...published())
      .when(changing())
      .then(prolonged());
    const [header] = published() as [FrameworkPublished];
    const again = { ...header, data: { ...header.data, version: 2 } };
    const state = [...published(), prolonged(), again].reduce(frameworkStream.evolve, frameworkStream.initial);
    expect(state.registrationNow).toEqual({ validUntil: '2022-07-19', deliverableUntil: '2024-07-19' });
    expect(state.versions[0]!.registration.validUntil).toBe('2020-07-19');
  });

  it('leaves the last reading of the fiche to say how long the title lives where no order has changed it', () => {
    const [header] = published() as [FrameworkPublished];
    const registration = { ...header.data.registration, validUntil: '2020-07-18' };
    const misread = { ...header, data: { ...header.data, registration } };
    const state = [misread, ...published()].reduce(frameworkStream.evolve, frameworkStream.initial);
    expect(state.registrationNow).toEqual({ validUntil: '2020-07-19', deliverableUntil: null });
  });

  it('is refused for a number of which nothing is published', () => {
    given().when(changing()).thenRefuses('FRAMEWORK_NOT_PUBLISHED');
  });

  it('is refused where another order came between', () => {
    given(...published(), prolonged())
      .when(changing({ validUntil: '2021-07-19' }))
      .thenRefuses('REGISTRATION_CHANGED_MEANWHILE', '/fromValidUntil');
    given(...published(), prolonged({ validUntil: '2020-07-19' }))
      .when(changing())
      .thenRefuses('REGISTRATION_CHANGED_MEANWHILE', '/fromDeliverableUntil');
  });

  it('is refused where it says the same', () => {
    const { deliverableUntil: _none, ...same } = changing({ validUntil: '2020-07-19' });
    given(...published())
      .when(same)
      .thenRefuses('REGISTRATION_UNCHANGED', '/validUntil');
  });

  it('is refused with an end before the effect, or a delivery that ends before the validity', () => {
    given(...published())
      .when(changing({ validUntil: '2011-05-31' }))
      .thenRefuses('REGISTRATION_DATES_REVERSED', '/validUntil');
    given(...published())
      .when(changing({ deliverableUntil: '2022-07-18' }))
      .thenRefuses('REGISTRATION_DATES_REVERSED', '/deliverableUntil');
  });
});
