import { type Intention, type KeyStore, RequestKeys } from './request-keys';

const SIGN: Intention = { method: 'POST', path: '/api/v1/assessments/a/sign', ifMatch: null, body: '{"no":1}' };

function tab(): { readonly store: KeyStore; readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    store: {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
    },
  };
}

it('is one key for one intention, through a reload, until it is answered', () => {
  const { store, kept } = tab();
  const key = new RequestKeys(store).keyOf(SIGN);
  expect(key).toMatch(/^[0-9a-f]{32}$/);
  const reloaded = new RequestKeys(store);
  expect(reloaded.keyOf({ ...SIGN })).toBe(key);
  reloaded.forget(SIGN);
  expect(kept.size).toBe(0);
  expect(reloaded.keyOf(SIGN)).not.toBe(key);
});

it('is another key for other words, another place, another version seen', () => {
  const keys = new RequestKeys(tab().store);
  const others = [{ body: '{"no":2}' }, { path: '/api/v1/assessments/b/sign' }, { ifMatch: '"3"' }, { method: 'PUT' }];
  const all = [SIGN, ...others.map((other) => ({ ...SIGN, ...other }))].map((intention) => keys.keyOf(intention));
  expect(new Set(all).size).toBe(all.length);
});

it('keeps none of the words', () => {
  const { store, kept } = tab();
  new RequestKeys(store).keyOf({ ...SIGN, body: '{"answer":"dissatisfied"}' });
  expect(JSON.stringify([...kept])).not.toContain('dissatisfied');
});
