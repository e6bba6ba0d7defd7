import { isIP } from 'node:net';
import { join, resolve } from 'node:path';

/** How this process runs; everything else is in the ledger. */
export interface Configuration {
  /** The institution's own folder. */
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  readonly store:
    | { readonly kind: 'sqlite' }
    | { readonly kind: 'eventstoredb'; readonly connectionString: string; readonly prefix: string };
  readonly masterKeyFile: string;
  readonly logLevel: string;
}

/** A setting that is unknown or malformed: the process does not start. */
export class ConfigurationInvalid extends Error {}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];
const SETTINGS = [
  'MINUTIER_DATA',
  'MINUTIER_HOST',
  'MINUTIER_MASTER_KEY_FILE',
  'MINUTIER_LOG_LEVEL',
  'MINUTIER_STREAM_PREFIX',
];

/**
 * Reads the settings from the environment: MINUTIER_DATA (`./data`), MINUTIER_HOST (`127.0.0.1`), PORT (7284), STORE
 * (`sqlite` or `eventstoredb`), EVENTSTOREDB_URL, MINUTIER_STREAM_PREFIX (`minutier`), MINUTIER_MASTER_KEY_FILE
 * (`master.key` in the data folder), MINUTIER_LOG_LEVEL (`info`). Throws ConfigurationInvalid.
 */
export function configurationFrom(environment: NodeJS.ProcessEnv): Configuration {
  const unknown = Object.keys(environment).find((name) => name.startsWith('MINUTIER_') && !SETTINGS.includes(name));
  if (unknown !== undefined)
    throw new ConfigurationInvalid(
      `${unknown} is no setting of Minutier. They are: PORT, STORE, EVENTSTOREDB_URL, ${SETTINGS.join(', ')}.`,
    );
  const dataFolder = resolve(environment['MINUTIER_DATA'] ?? './data');
  const logLevel = environment['MINUTIER_LOG_LEVEL'] ?? 'info';
  if (!LOG_LEVELS.includes(logLevel))
    throw new ConfigurationInvalid(`MINUTIER_LOG_LEVEL is one of ${LOG_LEVELS.join(', ')}, not "${logLevel}".`);
  return {
    dataFolder,
    host: hostFrom(environment['MINUTIER_HOST'] ?? '127.0.0.1'),
    port: portFrom(environment['PORT'] ?? '7284'),
    store: storeFrom(environment),
    masterKeyFile: resolve(environment['MINUTIER_MASTER_KEY_FILE'] ?? join(dataFolder, 'master.key')),
    logLevel,
  };
}

function hostFrom(host: string): string {
  const loopback = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
  if (loopback) return host;
  throw new ConfigurationInvalid(
    `MINUTIER_HOST is "${host}": until accounts exist whoever reaches the server may write in the ledger, so it listens on this machine only (127.0.0.1).`,
  );
}

function portFrom(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new ConfigurationInvalid(`PORT is a number from 0 (any free port) to 65535, not "${text}".`);
  return port;
}

function storeFrom(environment: NodeJS.ProcessEnv): Configuration['store'] {
  const kind = environment['STORE'] ?? 'sqlite';
  if (kind === 'sqlite') return { kind };
  if (kind !== 'eventstoredb') throw new ConfigurationInvalid(`STORE is "sqlite" or "eventstoredb", not "${kind}".`);
  const connectionString = environment['EVENTSTOREDB_URL'];
  if (connectionString === undefined || !/^esdb(\+discover)?:\/\/\S+$/.test(connectionString)) {
    throw new ConfigurationInvalid(
      'STORE=eventstoredb needs EVENTSTOREDB_URL, for example esdb://127.0.0.1:2113?tls=false.',
    );
  }
  return { kind, connectionString, prefix: environment['MINUTIER_STREAM_PREFIX'] ?? 'minutier' };
}
