// The browser's database in promises: two stores, one for the files, one for the state of the work.

export const databaseName = "outlay";
export type StoreName = "files" | "work";

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = () => reject(transaction.error ?? new DOMException("not committed", "AbortError"));
    transaction.oncomplete = () => resolve();
    transaction.onabort = failed;
    transaction.onerror = failed;
  });
}

export interface Database {
  get(store: StoreName, key: string): Promise<unknown>;
  keys(store: StoreName): Promise<string[]>;
  /** Resolves once the browser has it, so that a crash of the page cannot undo it. */
  put(store: StoreName, key: string, value: unknown): Promise<void>;
  remove(store: StoreName, keys: string[]): Promise<void>;
  close(): void;
}

function wrapped(db: IDBDatabase): Database {
  const reading = (store: StoreName) => db.transaction(store).objectStore(store);
  return {
    get: (store, key) => settled(reading(store).get(key)),
    keys: async (store) => (await settled(reading(store).getAllKeys())).map(String),
    async put(store, key, value) {
      const transaction = db.transaction(store, "readwrite");
      transaction.objectStore(store).put(value, key);
      await committed(transaction);
    },
    async remove(store, keys) {
      const transaction = db.transaction(store, "readwrite");
      for (const key of keys) transaction.objectStore(store).delete(key);
      await committed(transaction);
    },
    close: () => db.close(),
  };
}

/** Rejects where the browser has no database or forbids it. `onTaken`: another page deletes it. */
export async function openDatabase(onTaken: () => void): Promise<Database> {
  const request = globalThis.indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("files");
    request.result.createObjectStore("work");
  };
  const db = await settled(request);
  db.onversionchange = () => {
    db.close();
    onTaken();
  };
  return wrapped(db);
}

export async function deleteDatabase(): Promise<void> {
  if (globalThis.indexedDB) await settled(globalThis.indexedDB.deleteDatabase(databaseName));
}
