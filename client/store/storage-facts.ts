import type { StorageFacts } from '../app/ports.ts'

/** @param storage `navigator.storage`; like `workers` undefined where the browser has none or the page is not served securely. */
export const createStorageFacts = (
  storage: StorageManager | undefined,
  workers: ServiceWorkerContainer | undefined,
): StorageFacts => ({
  // It takes over a page only once it has put away every file of the program.
  program: {
    isHere: () => Boolean(workers?.controller),
    subscribe: (listener) => {
      workers?.addEventListener('controllerchange', listener)
      return () => workers?.removeEventListener('controllerchange', listener)
    },
  },
  isPersisted: async () => (await storage?.persisted?.()) ?? false,
  persist: async () => (await storage?.persist?.()) ?? false,
  async estimate() {
    const { usage = null, quota = null } = (await storage?.estimate?.()) ?? {}
    return { usedBytes: usage, quotaBytes: quota }
  },
})
