import { configurationFrom, ConfigurationInvalid } from './configuration.js';
import { startServer } from './server.js';

try {
  const server = await startServer(configurationFrom(process.env));
  process.stdout.write(`Minutier answers on ${server.url} (this machine only, no accounts yet).\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
} catch (error) {
  if (!(error instanceof ConfigurationInvalid)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
