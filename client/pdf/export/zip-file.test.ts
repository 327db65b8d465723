import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { utf8 } from '../../../shared/lib/bytes.ts'
import { instant } from '../../../shared/lib/time.ts'
import { exportName, exportNames } from './export-name.ts'
import { createZipFile } from './zip-file.ts'

const hour = instant(Date.UTC(2026, 2, 2, 2, 30))
const hasPython = (() => {
  try {
    return execFileSync('python3', ['--version']).length > 0
  } catch {
    return false
  }
})()

describe('[A5] a dossier in one file', () => {
  test.runIf(hasPython)('is read by another program, names, hour and bytes (needs python3)', async () => {
    const zip = createZipFile(hour)
    const files = { '01 Tờ trình về dữ liệu.pdf': utf8('một'), '02 rỗng.pdf': new Uint8Array(0) }
    for (const [name, bytes] of Object.entries(files)) zip.add(name, bytes)
    const file = join(mkdtempSync(join(tmpdir(), 'zip-')), 'a.zip')
    writeFileSync(file, Buffer.from(await zip.whole().arrayBuffer()))
    const script = [
      'import json, sys, zipfile',
      'z = zipfile.ZipFile(sys.argv[1])',
      'assert z.testzip() is None',
      'print(json.dumps([[i.filename, list(i.date_time), z.read(i).decode()] for i in z.infolist()]))',
    ].join('\n')
    expect(JSON.parse(execFileSync('python3', ['-c', script, file], { encoding: 'utf8' }))).toEqual([
      ['01 Tờ trình về dữ liệu.pdf', [2026, 3, 2, 9, 30, 0], 'một'],
      ['02 rỗng.pdf', [2026, 3, 2, 9, 30, 0], ''],
    ])
  })

  test('names are safe on every system, keep their diacritics, and are never twice', () => {
    expect(exportName('Tờ trình: số 12/TTr-BTC "về" dữ liệu?'.normalize('NFD'))).toBe(
      'Tờ trình số 12-TTr-BTC về dữ liệu',
    )
    expect(exportName('../../etc/passwd')).toBe('etc-passwd')
    expect(exportName('con')).toBe('_con')
    expect(exportName(' ... ')).toBe('PDF')
    expect(utf8(exportName('ế'.repeat(300))).length).toBeLessThanOrEqual(180)
    expect(exportName('Báo cáo\u202efdp.exe. ')).toBe('Báo cáofdp.exe')
    expect(exportNames(['Phụ lục', 'Phụ lục'])).toEqual(['01 Phụ lục', '02 Phụ lục'])
    expect(exportNames(Array.from({ length: 120 }, () => 'A'))[4]).toBe('005 A')
  })
})
