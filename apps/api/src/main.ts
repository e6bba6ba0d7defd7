import { configurationFrom, ConfigurationInvalid } from './configuration.js';
import { startServer } from './server.js';

try {
  const server = await startServer(configurationFrom(process.env));
  console.log(`Minutier answers on ${server.url} (this machine only, no accounts yet).`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
} catch (error) {
  if (!(error instanceof ConfigurationInvalid)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
