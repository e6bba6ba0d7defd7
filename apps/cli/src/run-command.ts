import type { Command } from 'commander';

import { configurationFrom, type Configuration } from '../../api/src/index.js';
import { CommandFailed, type ExitCode, failureOf } from './failure.js';
import { Stopping } from './stopping.js';
import { Terminal } from './terminal.js';

/** What every command is given. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly stopping: Stopping;
  readonly configuration: () => Configuration;
}

/** A command's work; what it returns is its exit code, 0 where it returns nothing. */
export type Work = (surroundings: Surroundings) => Promise<ExitCode | undefined>;

/**
 * Runs one command to its end: result or sentence, everything closed, exit code. A command that serves is ended by
 * Ctrl-C as it should be (0); one that was still working was interrupted (1).
 */
export async function runCommand({ json, serves }: { json: boolean; serves: boolean }, work: Work): Promise<never> {
  // Whoever reads the output may have seen enough of it (`| head`).
  process.stdout.on('error', () => process.exit(0));
  const terminal = new Terminal(json);
  const stopping = new Stopping();
  const configuration = (): Configuration => configurationFrom(process.env);
  const interrupted = stopping.requested.then((): ExitCode => {
    if (serves) return 0;
    throw new CommandFailed('Interrupted; what had been recorded stays recorded.');
  });
  let exitCode: ExitCode;
  try {
    exitCode = (await Promise.race([work({ terminal, stopping, configuration }), interrupted])) ?? 0;
  } catch (error) {
    exitCode = told(error, terminal);
  }
  try {
    await stopping.end();
  } catch (error) {
    exitCode = told(error, terminal);
  }
  process.exit(exitCode);
}

function told(error: unknown, terminal: Terminal): ExitCode {
  const { sentence, exitCode, problem } = failureOf(error);
  terminal.note(sentence);
  if (terminal.json) terminal.result({ failed: { sentence, ...problem } }, () => '');
  return exitCode;
}

/** Adds what all commands have, and runs `work` with the command's arguments and options. */
export function act<Arguments extends unknown[]>(
  command: Command,
  work: (surroundings: Surroundings, ...given: Arguments) => Promise<ExitCode | undefined>,
  { serves = false }: { serves?: boolean } = {},
): Command {
  return command.option('--json', 'write the result as one JSON document').action(async (...given: unknown[]) => {
    const { json = false } = command.opts<{ json?: boolean }>();
    await runCommand({ json, serves }, (surroundings) => work(surroundings, ...(given as Arguments)));
  });
}
