export * from './person.events.js';
export { personModule } from './person.module.js';
export * from './person.state.js';
export { RecordIdentity } from './record-identity/record-identity.command.js';
export { ACTOR_ROLES, RegisterActor } from './register-actor/register-actor.command.js';
