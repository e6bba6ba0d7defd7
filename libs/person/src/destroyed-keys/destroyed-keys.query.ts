import { ReadQuestion, readSlice } from '@minutier/intake';
import { Vault } from '@minutier/vault';

export const listDestroyedKeysSlice = readSlice('ListDestroyedKeys', {
  get: 'destroyed-keys',
  tag: 'persons',
  summary: 'Les clés détruites : à garder à part des sauvegardes, pour que « restore » les détruise de nouveau',
  question: ReadQuestion,
  needs: [Vault],
  answer: async (_asked, vault) => ({ items: await vault.destroyedKeys(), next: null }),
});
