import { EventStoreDbStandIn } from '@minutier/testing';

/** The stand-in for EventStoreDB in a process of its own, as a server is; it ends with whoever started it. */
const standIn = await EventStoreDbStandIn.start();
process.once('disconnect', () => standIn.close());
process.send!({ connectionString: standIn.connectionString });
