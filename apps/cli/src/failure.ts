import { ConfigurationInvalid } from '../../api/src/index.js';

/** 0: done. 1: failed, refused or interrupted. 2: called or configured wrongly. */
export type ExitCode = 0 | 1 | 2;

/** A failure that a command foresees: its message is the sentence that the caller reads. */
export class CommandFailed extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode = 1,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What a server, or the pipeline inside this process, answered instead of doing it (RFC 9457). */
export interface AnsweredProblem {
  readonly status: number;
  readonly code?: string;
  readonly detail?: string;
  readonly pointer?: string;
}

/** A request that was answered with a problem. */
export class RequestRefused extends CommandFailed {
  constructor(readonly problem: AnsweredProblem) {
    const { status, code, detail, pointer } = problem;
    const where = pointer ? ` at ${pointer}` : '';
    super(`${detail ?? `The server answered ${status}.`}${code ? ` (${code}${where})` : ''}`);
  }
}

/** What a program reads of a failure with --json. */
export interface Failure {
  readonly sentence: string;
  readonly exitCode: ExitCode;
  readonly problem?: AnsweredProblem;
}

/** One sentence for whatever went wrong, never a stack trace. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RequestRefused) return { sentence: error.message, exitCode: 1, problem: error.problem };
  if (error instanceof CommandFailed) return { sentence: error.message, exitCode: error.exitCode };
  if (error instanceof ConfigurationInvalid) return { sentence: error.message, exitCode: 2 };
  const { code, message, name, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  switch (code) {
    case 'EADDRINUSE':
      return {
        sentence: `Port ${port} of ${address} is taken by another program: stop it, or choose another port with PORT.`,
        exitCode: 1,
      };
    case 'LEDGER_IN_USE':
      return {
        sentence: `Another process uses this data folder (${message}): end it first, or give it a moment if it has just been stopped.`,
        exitCode: 1,
      };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOSPC':
    case 'ENOTDIR':
      return { sentence: `The system does not allow it: ${message}.`, exitCode: 1 };
    case undefined:
      return { sentence: `Something failed that was not foreseen: ${name}: ${message}.`, exitCode: 1 };
    default:
      // Faults of the ledger and the vault are sentences already, up to their first letter and their point.
      return { sentence: `${message.charAt(0).toUpperCase()}${message.slice(1)}.`, exitCode: 1 };
  }
}
