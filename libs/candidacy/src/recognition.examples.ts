import { framework } from '../../framework/src/framework.examples.js';
import { PERSON_ID, person } from '../../person/src/person.examples.js';
import type { Authority, Correspondence } from '@minutier/framework';
import { commandContext } from '@minutier/testing';
import type { Award, Person } from '@minutier/person';

import { ASSESSOR, CANDIDACY_ID } from './candidacy.examples.js';
import { actIdOf, assessorLinkIdOf } from './candidacy-ids.js';
import type {
  AssessorLinkCleared,
  AssessorLinkDeclared,
  AttemptGranted,
  BlockCarriedOver,
  EquivalenceGranted,
} from './recognition.events.js';

export const [BC01, BC02] = framework().blocks.map(({ code }) => code) as [string, string];
/** A fiche that the story's replaced. */
export const OLDER = { number: 'RNCP17163', version: 1 };
export const BOARD: Authority = { code: 'equivalence-board', document: 'PV-EQ-2018-04' };

export function equivalenceGranted(changes: Partial<EquivalenceGranted['data']> = {}): EquivalenceGranted {
  return {
    type: 'EquivalenceGranted',
    data: {
      equivalenceId: actIdOf('equivalence', commandContext()),
      level: 'block',
      code: BC01,
      source: { number: 'RNCP35608', block: null, title: null, obtainedOn: '2016-07-05' },
      documentSeen: 'DIPLOME-2016-118',
      decidedOn: '2018-11-12',
      authority: BOARD,
      ...changes,
    },
  };
}

/** A block that the candidate holds, of the story's own fiche unless `changes` say otherwise. */
export function award(changes: Partial<Award> = {}): Award {
  return {
    awardId: 'a3a3a3a3-0000-4000-8000-000000000001',
    framework: { number: 'RNCP28684', version: 1 },
    block: BC01,
    obtainedOn: '2017-07-04',
    annulled: false,
    ...changes,
  };
}

/** The candidate with these awards. */
export function holder(...awards: readonly Award[]): Person {
  return { ...person(), awards: new Map(awards.map((one) => [one.awardId, one])) };
}

/** Blocks A and B of the older fiche together give BC02 of the story's; its block C gives BC01. */
export function correspondence(changes: Partial<Correspondence> = {}): Correspondence {
  return {
    correspondenceId: 'c3c3c3c3-0000-4000-8000-000000000001',
    version: 1,
    older: OLDER,
    links: [
      { link: 1, olderBlocks: ['A', 'B'], newerBlocks: [BC02] },
      { link: 2, olderBlocks: ['C'], newerBlocks: [BC01] },
    ],
    retiredOn: null,
    ...changes,
  };
}

export function blockCarriedOver(changes: Partial<BlockCarriedOver['data']> = {}): BlockCarriedOver {
  const { awardId, framework: held, block } = award();
  return {
    type: 'BlockCarriedOver',
    data: {
      carryOverId: actIdOf('carry-over', commandContext()),
      block: BC01,
      awards: [{ awardId, personId: PERSON_ID, framework: held, block }],
      correspondenceId: null,
      link: null,
      decidedOn: '2018-11-12',
      authority: BOARD,
      ...changes,
    },
  };
}

export function attemptGranted(changes: Partial<AttemptGranted['data']> = {}): AttemptGranted {
  return {
    type: 'AttemptGranted',
    data: {
      modality: 'F8-M1',
      occurrence: 1,
      attempt: 2,
      until: '2019-09-20',
      appealId: null,
      reason: { code: 'technical-failure', text: null },
      authority: { code: 'director', document: 'NOTE-31' },
      ...changes,
    },
  };
}

export function assessorLinkDeclared(changes: Partial<AssessorLinkDeclared['data']> = {}): AssessorLinkDeclared {
  return {
    type: 'AssessorLinkDeclared',
    data: {
      linkId: assessorLinkIdOf(CANDIDACY_ID, ASSESSOR, 'trainer'),
      assessorId: ASSESSOR,
      kind: 'trainer',
      source: 'declared',
      mayAssess: false,
      declaredOn: '2018-10-08',
      text: null,
      authority: { code: 'director', document: null },
      ...changes,
    },
  };
}

export function assessorLinkCleared(changes: Partial<AssessorLinkCleared['data']> = {}): AssessorLinkCleared {
  return {
    type: 'AssessorLinkCleared',
    data: {
      linkId: assessorLinkDeclared().data.linkId,
      reason: { code: 'ended', text: null },
      authority: { code: 'director', document: 'NOTE-7' },
      ...changes,
    },
  };
}
