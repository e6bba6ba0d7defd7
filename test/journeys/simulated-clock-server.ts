/**
 * Serves a demonstration ledger whose clock a journey sets, by a message that holds an instant: what happens on two
 * days can then be told in two seconds. The ledger is founded before the story begins.
 */
import { configurationFrom, openStore, startServer } from '../../apps/api/src/index.js';
import { foundOrRead, SimulatedClock } from '@minutier/ledger';

const FOUNDED_AT = '2018-06-01T08:00:00.000Z';

const configuration = configurationFrom(process.env);
const founding = new SimulatedClock();
founding.set(FOUNDED_AT);
const store = await openStore(configuration);
await foundOrRead(store, founding, true);
await store.close();

const server = await startServer(configuration);
const clock = server.opened.clock as SimulatedClock;
process.on('message', (instant: string) => {
  clock.set(instant);
  process.send!(instant);
});
process.once('SIGTERM', () => void server.close().then(() => process.disconnect()));
process.stdout.write(`Minutier answers on ${server.url}, on a simulated clock.\n`);
