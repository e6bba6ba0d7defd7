export { EventStoreDbEventStore, type EventStoreDbOptions } from './eventstoredb/eventstoredb-event-store.js';
export { SqliteEventStore } from './sqlite/sqlite-event-store.js';
export { SqliteReadStore } from './views/sqlite-read-store.js';
export { takeWriterLock } from './sqlite/writer-lock.js';
