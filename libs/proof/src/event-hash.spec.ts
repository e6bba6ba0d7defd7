import { eventHash, sha256Hex } from './event-hash.js';

const event = {
  id: '9b0f3c1e-28a0-5360-8c5e-5f0f3c1e2868',
  stream: 'candidacy-5f0f3c1e',
  revision: 3,
  type: 'CaseStudyAssessed',
  version: 1,
  meta: {
    actor: { id: 'a0000000-0000-4000-8000-000000000001', role: 'registrar', authentication: 'none' },
    recordedAt: '2019-07-03T08:12:04.123Z',
  },
  data: {
    title: 'Chargé(e) de communication 360°',
    modality: 'F8-M1',
    occurrence: 1,
    outcome: { kind: 'result', result: { value: '14.50', scale: 'twenty' } },
  },
};

describe('the hash of an event', () => {
  it('digests UTF-8', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex('é')).toBe(sha256Hex(String.fromCodePoint(0xe9)));
  });

  it('is the one that another program calculates from the canonical bytes', () => {
    expect(eventHash(event)).toBe('6fe845087d708fffddab01e7d0d9564ac2f52ed9adf256920df85153a898482d');
  });

  it('does not depend on its place in a store, nor on anything beside the envelope', () => {
    expect(eventHash({ ...event, position: '42', ordinal: 7 } as typeof event)).toBe(eventHash(event));
  });

  it('changes with every part of the event', () => {
    const changes = [
      { id: '9b0f3c1e-28a0-5360-8c5e-5f0f3c1e2869' },
      { stream: 'candidacy-5f0f3c1f' },
      { revision: 4 },
      { type: 'RolePlayAssessed' },
      { version: 2 },
      { meta: { ...event.meta, occurredAt: '2019-01-15' } },
      { data: { ...event.data, occurrence: 2 } },
    ];
    const hashes = changes.map((change) => eventHash({ ...event, ...change }));
    expect(new Set([eventHash(event), ...hashes]).size).toBe(changes.length + 1);
  });
});
