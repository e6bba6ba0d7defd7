import { readFile } from 'node:fs/promises';

import { Command } from 'commander';

import { CommandFailed } from './failure.js';
import { openAccess } from './ledger-access.js';
import { act, type Surroundings } from './run-command.js';

interface PublishedFramework {
  readonly number: string;
  readonly titleExact: string;
  readonly version: number;
  readonly blocks: readonly { readonly functions: readonly { readonly modalities: readonly unknown[] }[] }[];
}

/** `minutier publish-framework FILE`: publishes a fiche, or its next version. */
export function publishFrameworkCommand(): Command {
  const command = new Command('publish-framework')
    .description('publish a fiche from its structured reading, checked count by count')
    .argument('<file>', 'a fiche-rncp/1 document in JSON');
  return act(command, publish);
}

async function publish({ terminal, stopping, configuration }: Surroundings, file: string): Promise<undefined> {
  const document = await documentIn(file);
  const access = await openAccess(configuration(), stopping, terminal, { founding: true });
  const { id, receipt } = await access.post<{ id: string; receipt: string }>('/api/v1/frameworks', { document });
  const framework = await access.get<PublishedFramework>(`/api/v1/frameworks/${id}?atLeast=${receipt}`);
  const functions = framework.blocks.flatMap((block) => block.functions);
  const modalities = functions.flatMap((one) => one.modalities);
  terminal.result(framework, () =>
    [
      `${framework.number}, « ${framework.titleExact} », is published as version ${framework.version}:`,
      `${framework.blocks.length} blocks, ${functions.length} functions, ${modalities.length} lines.`,
    ].join(' '),
  );
  return undefined;
}

async function documentIn(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandFailed(`${file} cannot be read: ${reasonOf(error)}.`, 1, { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandFailed(`${file} holds no JSON: ${reasonOf(error)}.`, 1, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
