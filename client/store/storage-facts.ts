import type { StorageFacts } from '../app/ports.ts'

/** @param storage `navigator.storage`; undefined where the browser has none or the page is not served securely. */
export const createStorageFacts = (storage: StorageManager | undefined): StorageFacts => ({
  isPersisted: async () => (await storage?.persisted?.()) ?? false,
  persist: async () => (await storage?.persist?.()) ?? false,
  async estimate() {
    const { usage = null, quota = null } = (await storage?.estimate?.()) ?? {}
    return { usedBytes: usage, quotaBytes: quota }
  },
})
