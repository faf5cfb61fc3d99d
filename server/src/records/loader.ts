import DataLoader from "dataloader";
import type { Viewing } from "./viewing.ts";

/** Answers for many keys at once, in the order of the keys, with a number of statements that does not depend on it. */
export type Batch<Key, Value> = (viewing: Viewing, keys: readonly Key[]) => Promise<readonly Value[]>;

/** A batched read: all keys asked for in one turn of the event loop go to one batch, each once a request. */
export type Loader<Key, Value> = (viewing: Viewing, key: Key) => Promise<Value>;

/** Defines a batched read; `cacheKey` says when two keys are the same. */
export function defineLoader<Key, Value>(
  batch: Batch<Key, Value>,
  cacheKey: (key: Key) => string = String,
): Loader<Key, Value> {
  const loaders = new WeakMap<object, DataLoader<Key, Value, string>>();
  return (viewing, key) => {
    let loader = loaders.get(viewing.loaded);
    if (!loader) {
      loader = new DataLoader<Key, Value, string>((keys) => batch(viewing, keys), { cacheKeyFn: cacheKey });
      loaders.set(viewing.loaded, loader);
    }
    return loader.load(key);
  };
}

/** Defines a read of which there is one a request, whoever asks for it. */
export function oncePerRequest<Value>(
  read: (viewing: Viewing) => Promise<Value>,
): (viewing: Viewing) => Promise<Value> {
  const loaded = new WeakMap<object, Promise<Value>>();
  return (viewing) => {
    const value = loaded.get(viewing.loaded) ?? read(viewing);
    loaded.set(viewing.loaded, value);
    return value;
  };
}
