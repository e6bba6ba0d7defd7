import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith } from '@minutier/testing';

import type { FicheDocument } from './fiche-document.js';
import type { FrameworkEvent } from './framework.events.js';
import { type Framework, frameworkStream } from './framework.state.js';
import type { PublishFramework } from './publish-framework/publish-framework.command.js';
import { publishFramework } from './publish-framework/publish-framework.decide.js';

const FICHE = join(import.meta.dirname, '../../../deploy/demonstration/fiche-28684.json');
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
