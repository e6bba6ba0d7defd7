export { type EventStoreDbServer, eventStoreDbServer, freshPrefix } from './eventstoredb/event-store-db-server.js';
export { type AppendFault, EventStoreDbStandIn, type ReadFault } from './eventstoredb/stand-in-server.js';
export { faultsOnDemand } from './eventstoredb/faults-on-demand.js';
export { commandContext, commandWith, logged, type Outcome, projected, specification } from './specification.js';
export { onEachStore, STORES } from './each-store.js';
export { fiche28684 } from './fiche-28684.js';
export { type Answer, LedgerClient, type RequestHeaders } from './ledger-client.js';
export { REPOSITORY } from './repository.js';
export { CAST, type LedgerOptions, RunningLedger, type StoreKind } from './running-ledger.js';
