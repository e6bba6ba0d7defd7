import { Command } from 'commander';

import { DOMAIN } from '../../api/src/index.js';
import { CommandFailed } from './failure.js';
import { type LedgerAccess, openAccess } from './ledger-access.js';
import { act, type Surroundings } from './run-command.js';
import type { Terminal } from './terminal.js';

/** `minutier rebuild [PROJECTION]`: makes read models anew from the log. */
export function rebuildCommand(): Command {
  const names = projectionNames();
  const command = new Command('rebuild')
    .description('make read models anew from the log, while the others go on')
    .argument('[projection]', `one of ${names.join(', ')}; all of them where none is named`);
  return act(command, rebuild);
}

function projectionNames(): string[] {
  return DOMAIN.flatMap(({ projections }) => projections.map(({ name }) => name));
}

async function rebuild(
  { terminal, stopping, configuration }: Surroundings,
  projection: string | undefined,
): Promise<undefined> {
  const known = projectionNames();
  if (projection !== undefined && !known.includes(projection)) {
    throw new CommandFailed(`No projection is called ${projection}; they are ${known.join(', ')}.`, 2);
  }
  const names = projection === undefined ? known : [projection];
  const access = await openAccess(configuration(), stopping, terminal);
  const rebuilt: { projection: string; ordinal: number; seconds: number }[] = [];
  for (const [index, name] of names.entries()) {
    const startedAt = performance.now();
    terminal.note(`${index + 1}/${names.length} ${name}…`);
    const ordinal = await rebuildOne(access, name, terminal);
    rebuilt.push({ projection: name, ordinal, seconds: Math.round(performance.now() - startedAt) / 1_000 });
  }
  terminal.result({ rebuilt }, () =>
    rebuilt
      .map((one) => `${one.projection} holds ${one.ordinal + 1} events again (${one.seconds.toFixed(1)} s)`)
      .join('\n'),
  );
  return undefined;
}

async function rebuildOne(access: LedgerAccess, name: string, terminal: Terminal): Promise<number> {
  if (!access.local) {
    return (await access.post<{ ordinal: number }>(`/api/v1/projections/${name}/rebuild`, {})).ordinal;
  }
  const { runner } = access.local.opened;
  await runner.rebuild(name, (ordinal) => terminal.progress(`${name}: event ${ordinal + 1}…`));
  return runner.ordinal;
}
