import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { checkScreen } from './check-screen.ts'

/** What the tablet hands out of the open document, or of the whole dossier. */
export async function exportedFile(
  page: Page,
  what: 'Xuất tài liệu kèm ghi chú' | 'Xuất cả hồ sơ (ZIP)',
): Promise<{ name: string; bytes: Uint8Array }> {
  await page.getByRole('button', { name: 'Cách xem' }).click()
  await page.getByRole('menuitem', { name: what }).click()
  await checkScreen(page)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Xuất tệp' }).click()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) }
}

/** The files of an archive whose files lie in it as they are. */
export function filesInZip(zip: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const files = new Map<string, Uint8Array>()
  for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
    const [size, name, extra] = [
      view.getUint32(at + 18, true),
      view.getUint16(at + 26, true),
      view.getUint16(at + 28, true),
    ]
    const from = at + 30 + name + extra
    files.set(new TextDecoder().decode(zip.subarray(at + 30, at + 30 + name)), zip.slice(from, from + size))
    at = from + size
  }
  return files
}
