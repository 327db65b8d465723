import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { BallotContent } from '../../shared/domain/ballot.ts'
import { ActId, BallotId, DeviceId, IssueId, PersonId } from '../../shared/domain/id.ts'
import { ledgerName, signCheckpoint } from '../../shared/ledger/checkpoint.ts'
import { leafText } from '../../shared/ledger/entry.ts'
import { leafHash, rootOf } from '../../shared/ledger/merkle.ts'
import { inclusionPath } from '../../shared/ledger/merkle-path.ts'
import { formatTlogProof } from '../../shared/ledger/tlog-proof.ts'
import { readerOver } from '../../shared/ledger/tree-node.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { instant } from '../../shared/lib/time.ts'
import { firstKey, secondKey } from '../../shared/testing/rfc8032-key.ts'
import { commitOpening, hashOpening, noAnchor } from './make-act.ts'
import type { SettledAct } from './ports.ts'
import { takeHomeFile, takeHomeFileName } from './take-home.ts'

const at = instant(1_795_000_000_000)
const key = { name: ledgerName('vpcp'), publicKey: firstKey.publicKey }
const words = hashOpening(
  canonicalJson(
    BallotContent.parse({
      title: 'Nghị định về bảo hiểm y tế',
      reason: '',
      summary: '',
      advice: '',
      documents: [],
      issues: [{ id: 'i1', question: 'Đồng chí có đồng ý không?', form: { kind: 'opinion' } }],
    }),
  ),
)

/** An answer, as the ledger of eleven leaves holds it at its sixth place. */
async function settledAnswer(): Promise<SettledAct> {
  const random = (count: number) => new Uint8Array(count).fill(7)
  const choice = commitOpening(random, 'other')
  const text = commitOpening(random, 'Đề nghị làm rõ nguồn lực.')
  const act = {
    v: 1 as const,
    id: ActId.parse('0123456789abcdef0123456789abcdef'),
    kind: 'answer-ballot' as const,
    person: PersonId.parse('bt-yte'),
    device: DeviceId.parse('d1'),
    prev: [],
    castAt: at,
    anchor: noAnchor,
    body: {
      ballot: BallotId.parse('b1'),
      versionHash: words.commit,
      answers: [{ issue: IssueId.parse('i1'), choiceCommit: choice.commit, textCommit: text.commit }],
    },
  }
  const n = 5
  const verdict = { kind: 'accepted', events: [] }
  const leaf = leafText(n, at, { act: canonicalJson(act), sig: 'AAAA', verdict })
  const leaves = Array.from({ length: 11 }, (_, i) => (i === n ? leaf : canonicalJson({ n: i })))
  const hashes = leaves.map((each) => leafHash(utf8(each)))
  const checkpoint = await signCheckpoint(
    { epoch: 0, size: leaves.length, root: rootOf(hashes) },
    key,
    firstKey.sign,
  )
  const path = inclusionPath(n, leaves.length, readerOver(hashes))
  const proof = formatTlogProof({ index: n, path, checkpoint, extra: null })
  return { id: act.id, act, openings: [choice, text], receipt: { leaf, proof }, settledAt: at }
}

const settled = await settledAnswer()
const file = takeHomeFile(
  PersonId.parse('bt-yte'),
  { settled: () => [settled], opened: (hash) => (hash === words.commit ? words.value : undefined) },
  key,
)

const folder = mkdtempSync(join(tmpdir(), 'take-home-'))
afterAll(() => rmSync(folder, { recursive: true }))
const document = readFileSync(join(import.meta.dirname, '../../docs/take-home.md'), 'utf8')
const [, script = ''] = /```js\n([\s\S]*?)```/.exec(document) ?? []
writeFileSync(join(folder, 'check.mjs'), script)

/** The program that docs/take-home.md shows, run by itself. */
function check(text: string): { status: number | null; said: string } {
  const path = join(folder, 'file.json')
  writeFileSync(path, text)
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'check.mjs'), path])
  return { status, said: `${stdout}${stderr}` }
}

/** The program's own verifier on the same file. */
function verify(text: string): { status: number | null; said: string } {
  const path = join(folder, 'own.json')
  writeFileSync(path, text)
  const program = join(import.meta.dirname, '../../tools/verify.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, path])
  return { status, said: `${stdout}${stderr}` }
}

describe('[O10] the file that a member takes home', () => {
  it('is checked by the few lines of its documentation, without this program', () => {
    const { status, said } = check(file)
    expect(said).toContain('5: answer-ballot, accepted, ')
    expect(said).toContain('1 receipts hold under e-cabinet/vpcp')
    expect(status).toBe(0)
  })

  it.each([
    ['another opinion', file.replace('Đề nghị làm rõ', 'Đề nghị bỏ')],
    ['another question', file.replace('có đồng ý không', 'có phản đối không')],
    [
      'another verdict',
      file.replace(
        '\\"verdict\\":{\\"events\\":[],\\"kind\\":\\"accepted\\"',
        '\\"verdict\\":{\\"events\\":[],\\"kind\\":\\"refused\\"',
      ),
    ],
    ['another ballot', file.replaceAll('"ballot":"b1"', '"ballot":"b2"')],
    ['another place', file.replace('index 5', 'index 6')],
    [
      'another key',
      file.replace(
        /"publicKey":"[^"]+"/,
        `"publicKey":"${Buffer.from(secondKey.publicKey).toString('base64')}"`,
      ),
    ],
  ])('does not hold with %s', (_, changed) => {
    expect(changed).not.toBe(file)
    const { status, said } = check(changed)
    expect(said).toContain('It does not hold')
    expect(status).toBe(1)
    expect(verify(changed).status).toBe(1)
  })

  it('is told from a bundle by the verifier, which lists the receipts', () => {
    const { status, said } = verify(file)
    expect(said).toContain('1. ĐẠT  số / no. 5: answer-ballot, accepted, ')
    expect(said).toContain('GOOD: every receipt holds')
    expect(status).toBe(0)
    expect(verify('{}')).toMatchObject({ status: 2 })
  })

  it('bears the day on which it was taken', () => {
    expect(takeHomeFileName(at)).toBe('e-cabinet-bien-nhan-2026-11-18.json')
  })
})
