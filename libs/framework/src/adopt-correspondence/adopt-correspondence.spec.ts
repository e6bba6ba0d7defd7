import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { correspondence, CORRESPONDENCE_ID, published, renewed } from '../framework.examples.js';
import { frameworkStream } from '../framework.state.js';
import type { AdoptCorrespondence } from './adopt-correspondence.command.js';
import { adoptCorrespondence } from './adopt-correspondence.decide.js';

const { given } = specification(frameworkStream, adoptCorrespondence);
const LINK = { olderBlocks: ['RNCP35419BC01', 'RNCP35419BC02'], newerBlocks: ['RNCP28684BC03'] };
const adopting = (changes: Partial<SealedCommand<AdoptCorrespondence>> = {}) => ({
  ...commandWith<SealedCommand<AdoptCorrespondence>>({
    context: commandContext(),
    number: 'RNCP28684',
    version: 1,
    older: { number: 'RNCP35419', version: 1 },
    adoptedOn: '2020-09-01',
    authority: { code: 'pedagogical-council', document: 'PV-CP-2020-09' },
    links: [LINK],
    ...changes,
  }),
  correspondenceId: CORRESPONDENCE_ID,
});

describe('adopting a correspondence between the blocks of two frameworks', () => {
  it('records each link: what must be held together, and what it counts for', () => {
    given(...published())
      .when(adopting(), renewed)
      .then(...correspondence());
    const state = [...published(), ...correspondence()].reduce(frameworkStream.evolve, frameworkStream.initial);
    expect([...state.correspondences]).toEqual([
      [
        CORRESPONDENCE_ID,
        {
          correspondenceId: CORRESPONDENCE_ID,
          version: 1,
          older: { number: 'RNCP35419', version: 1 },
          links: [{ link: 1, ...LINK }],
          retiredOn: null,
        },
      ],
    ]);
  });

  it('is refused for versions that are not published', () => {
    given(...published())
      .when(adopting({ version: 2 }), renewed)
      .thenRefuses('VERSION_UNKNOWN', '/version');
    given(...published())
      .when(adopting(), undefined)
      .thenRefuses('VERSION_UNKNOWN', '/older/version');
  });

  it('is refused with a block that one of the two has not', () => {
    given(...published())
      .when(adopting({ links: [LINK, { ...LINK, olderBlocks: ['RNCP28684BC01'] }] }), renewed)
      .thenRefuses('BLOCK_UNKNOWN', '/links/1/olderBlocks/0');
    given(...published())
      .when(adopting({ links: [{ ...LINK, newerBlocks: ['RNCP28684BC01', 'RNCP28684BC04'] }] }), renewed)
      .thenRefuses('BLOCK_UNKNOWN', '/links/0/newerBlocks/1');
  });

  it('is refused while one stands for the pair, and allowed once that one is retired', () => {
    const [adopted, link] = correspondence();
    given(...published(), adopted, link)
      .when(adopting(), renewed)
      .thenRefuses('CORRESPONDENCE_ALREADY_ADOPTED', '/older');
    const retired = {
      type: 'CorrespondenceRetired',
      data: {
        correspondenceId: CORRESPONDENCE_ID,
        effectiveOn: '2021-09-01',
        reason: { code: 'superseded', text: null },
        authority: { code: 'pedagogical-council', document: null },
      },
    } as const;
    const again = { ...adopting(), correspondenceId: 'c0000000-0000-5000-8000-000000000002' };
    const facts = given(...published(), adopted, link, retired)
      .when(again, renewed)
      .facts();
    expect(facts).toHaveLength(2);
  });
});
