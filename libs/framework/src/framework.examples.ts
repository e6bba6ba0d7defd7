import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, REPOSITORY } from '@minutier/testing';

import type { FicheDocument } from './fiche-document.js';
import type { FrameworkEvent } from './framework.events.js';
import type {
  CorrespondenceAdopted,
  CorrespondenceLinkAdopted,
  RegistrationChanged,
} from './framework-changes.events.js';
import { type Framework, frameworkStream } from './framework.state.js';
import type { PublishFramework } from './publish-framework/publish-framework.command.js';
import { publishFramework } from './publish-framework/publish-framework.decide.js';

const FICHE = join(REPOSITORY, 'deploy', 'demonstration', 'fiche-28684.json');
const text = readFileSync(FICHE, 'utf8');

type Draft<Value> = { -readonly [Key in keyof Value]: Draft<Value[Key]> };

/** Fiche RNCP 28684 as its structured reading has it, ambiguities included; `change` spoils a copy. */
export function fiche(change: (draft: Draft<FicheDocument>) => void = () => undefined) {
  const document = JSON.parse(text) as FicheDocument & { ambiguities: { id: string; text: string }[] };
  change(document as unknown as Draft<FicheDocument>);
  return document;
}

/** The command that publishes it. */
export function publication(change?: (draft: Draft<FicheDocument>) => void) {
  return commandWith<SealedCommand<PublishFramework>>({ context: commandContext(), document: fiche(change) });
}

/** The facts of its first publication: a header and three blocks. */
export function published(): readonly FrameworkEvent[] {
  return publishFramework(publication(), frameworkStream.initial) as readonly FrameworkEvent[];
}

const [firstVersion] = published().reduce(frameworkStream.evolve, frameworkStream.initial).versions;

/** The framework as published; `changes` for what another fiche would say. */
export function framework(changes: Partial<Framework> = {}): Framework {
  return { ...firstVersion!, ...changes };
}

const COUNCIL = { code: 'pedagogical-council', document: 'PV-CP-2020-09' } as const;

/** The framework that came after, under another number: the same three blocks by other codes. */
export const renewed = framework({
  number: 'RNCP35419',
  blocks: framework().blocks.map((block) => ({ ...block, code: block.code.replace('RNCP28684', 'RNCP35419') })),
});

/** A version of the fiche may no longer be pinned. */
export function retired(effectiveOn = '2020-07-20'): FrameworkEvent {
  const reason = { code: 'superseded', text: null } as const;
  return { type: 'FrameworkRetired', data: { version: 1, effectiveOn, reason, authority: COUNCIL } };
}

/** The registration was prolonged by two years. */
export function prolonged(changes: Partial<RegistrationChanged['data']> = {}): RegistrationChanged {
  return {
    type: 'RegistrationChanged',
    data: {
      fromValidUntil: '2020-07-19',
      validUntil: '2022-07-19',
      fromDeliverableUntil: null,
      deliverableUntil: '2024-07-19',
      cause: 'prolonged',
      orderExact: 'Arrêté du 10 juillet 2020 portant enregistrement.',
      orderDate: '2020-07-10',
      journalOfficielDate: '2020-07-18',
      authority: { code: 'regulator', document: 'JO-2020-07-18' },
      ...changes,
    },
  };
}

/** RNCP35419 replaces the fiche. */
export function succeeded(): FrameworkEvent {
  return {
    type: 'FrameworkSucceeded',
    data: {
      version: 1,
      successor: { number: 'RNCP35419', version: 1 },
      effectiveOn: '2020-07-20',
      document: 'DEC-2020-07',
      authority: { code: 'regulator', document: null },
    },
  };
}

export const CORRESPONDENCE_ID = 'c0000000-0000-5000-8000-000000000001';

/** In the stream of RNCP28684, of version 1: two blocks of the framework that came after count for one. */
export function correspondence(): readonly [CorrespondenceAdopted, CorrespondenceLinkAdopted] {
  const older = { number: 'RNCP35419', version: 1 };
  const adopted = { version: 1, older, adoptedOn: '2020-09-01', authority: COUNCIL, linkCount: 1 };
  const blocks = { olderBlocks: ['RNCP35419BC01', 'RNCP35419BC02'], newerBlocks: ['RNCP28684BC03'] };
  return [
    { type: 'CorrespondenceAdopted', data: { correspondenceId: CORRESPONDENCE_ID, ...adopted } },
    { type: 'CorrespondenceLinkAdopted', data: { correspondenceId: CORRESPONDENCE_ID, link: 1, ...blocks } },
  ];
}
