/** The plain IndexedDB interface, as somebody reads a lost tablet: nothing of this program in between. */

const settle = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

async function withDatabase<T>(name: string, work: (database: IDBDatabase) => Promise<T>): Promise<T> {
  const database = await settle(indexedDB.open(name))
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

export const databaseNames = async (): Promise<string[]> =>
  (await indexedDB.databases()).flatMap(({ name }) => (name === undefined ? [] : [name]))

/** Every record of every table, keys and values. */
export async function allRecords(name: string): Promise<unknown[]> {
  return await withDatabase(name, async (database) => {
    const found: unknown[] = []
    for (const table of database.objectStoreNames) {
      const store = database.transaction(table).objectStore(table)
      const [keys, values] = await Promise.all([settle(store.getAllKeys()), settle(store.getAll())])
      found.push(table, ...keys, ...values)
    }
    return found
  })
}

/** Flips the last bit of the sealed bytes of one record; without a key, of the first. */
export async function flipBit(name: string, table: string, isWanted: (key: IDBValidKey) => boolean) {
  await withDatabase(name, async (database) => {
    const transaction = database.transaction(table, 'readwrite')
    const done = new Promise((resolve) => {
      transaction.oncomplete = resolve
    })
    const store = transaction.objectStore(table)
    const key = (await settle(store.getAllKeys())).find(isWanted)
    if (key === undefined) throw new Error(`no such record in ${table}`)
    const record: unknown = await settle(store.get(key))
    const sealed = record instanceof Object && 's' in record ? record.s : null
    if (!(sealed instanceof Uint8Array)) throw new Error('the record holds nothing sealed')
    const last = sealed.length - 1
    sealed[last] = (sealed[last] ?? 0) ^ 1
    store.put(record)
    await done
  })
}

/** Whether a text lies anywhere in a value: as a string, or in bytes as UTF-8 or UTF-16LE. */
export function holdsText(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value.includes(text)
  if (value instanceof Uint8Array) return encodings(text).some((wanted) => holdsBytes(value, wanted))
  if (value instanceof ArrayBuffer) return holdsText(new Uint8Array(value), text)
  if (value instanceof Object) return Object.values(value).some((field) => holdsText(field, text))
  return false
}

export function encodings(text: string): Uint8Array[] {
  const utf16 = new Uint8Array(text.length * 2)
  for (let i = 0; i < text.length; i++) {
    utf16[2 * i] = text.charCodeAt(i) & 255
    utf16[2 * i + 1] = text.charCodeAt(i) >> 8
  }
  return [new TextEncoder().encode(text), utf16]
}

export function holdsBytes(bytes: Uint8Array, wanted: Uint8Array): boolean {
  const [first] = wanted
  if (first === undefined) return false
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}
