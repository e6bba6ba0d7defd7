export * from './app.module.js';
export * from './backup.js';
export * from './configuration.js';
export * from './domain.js';
export { firstRegistrarIdOf } from './first-registrar.js';
export * from './opened-ledger.js';
export { openApiOf } from './openapi.js';
export { Reactions } from './reactions.js';
export * from './server.js';
