import { describe, expect, it } from 'vitest'
import { BallotContent } from '../../shared/domain/ballot.ts'
import type { OpenAnswer } from '../../shared/domain/choice.ts'
import {
  ActId,
  AgencyId,
  AlternativeId,
  BallotId,
  DeviceId,
  Hash,
  IssueId,
  PersonId,
} from '../../shared/domain/id.ts'
import { instant } from '../../shared/lib/time.ts'
import type { BallotView } from './ballot.ts'
import { draftAgain, formerOutcomes } from './former-answer.ts'

const at = instant(1_700_000_000_000)
const by = PersonId.parse('lanhdao')
const [first, second] = [Hash.parse('1'.repeat(64)), Hash.parse('2'.repeat(64))]
const opinion = (id: string, question = 'Đồng ý không?') => ({ id, question, form: { kind: 'opinion' } })
const options = (...ids: string[]) => ({
  id: 'options',
  question: 'Phương án nào?',
  form: {
    kind: 'alternatives',
    atMost: 1,
    alternatives: ids.map((id) => ({ id, label: `Phương án ${id}` })),
  },
})
const contentOf = (...issues: object[]) =>
  BallotContent.parse({ title: 'Phiếu', reason: '', summary: '', advice: '', documents: [], issues })
const says = (id: string, choice: OpenAnswer['choice'], text = ''): OpenAnswer => ({
  issue: IssueId.parse(id),
  choice,
  text,
})
const chooses = (id: string): OpenAnswer['choice'] => ({
  kind: 'alternatives',
  chosen: [AlternativeId.parse(id)],
})

function answered(was: BallotContent, is: BallotContent, answers: OpenAnswer[]) {
  const version = { no: 2, hash: second, at, by, reason: 'Bổ sung' }
  const view: BallotView = {
    ballot: {
      kind: 'ballot',
      id: BallotId.parse('b1'),
      number: '0001/PLYK/2026',
      leadAgency: AgencyId.parse('byt'),
      createdBy: by,
      handlers: [by],
      phase: { state: 'issued' },
      draft: null,
      versions: [{ ...version, no: 1, hash: first }, version],
      deadlineAt: at,
      deadlines: [],
      files: [],
    },
    version,
    content: is,
    mine: {
      kind: 'former-version',
      said: {
        act: ActId.parse('a'.repeat(22)),
        versionHash: first,
        castAt: at,
        device: DeviceId.parse('d1'),
        answers,
      },
      n: 7,
      at,
    },
    workingMsLeft: 0,
    tally: null,
    isOpened: true,
    counted: null,
  }
  return { view, desk: { contentOf: (hash: Hash) => (hash === first ? was : is) } }
}

const was = contentOf(opinion('one'), opinion('two'), opinion('three'), options('a', 'b'))
const said = [
  says('one', { kind: 'agree' }),
  says('two', { kind: 'disagree' }, 'Chưa rõ nguồn'),
  says('three', { kind: 'other' }, 'Bổ sung nguồn lực'),
  says('options', chooses('a')),
]

describe('[B5] an answer to a former version', () => {
  it('is told for each issue: objection and other opinion stand, agreement and a chosen alternative are apart', () => {
    const { view, desk } = answered(was, was, said)
    expect([...(formerOutcomes(view, desk) ?? [])]).toEqual([
      ['agree-apart', [1]],
      ['disagree-stands', [2]],
      ['other-stands', [3]],
      ['alternatives-apart', [4]],
    ])
  })

  it('says nothing of agreement to who agreed to nothing', () => {
    const { view, desk } = answered(was, contentOf(opinion('three')), said)
    expect([...(formerOutcomes(view, desk) ?? [])]).toEqual([['other-stands', [1]]])
  })

  it('does not answer what is new, or was asked in another form', () => {
    const { view, desk } = answered(was, contentOf(opinion('new'), opinion('options')), said)
    expect([...(formerOutcomes(view, desk) ?? [])]).toEqual([['not-asked', [1, 2]]])
  })

  it('is not explained where its words are not here', () => {
    const { view } = answered(was, was, said)
    expect(formerOutcomes(view, { contentOf: () => undefined })).toBeNull()
    expect(draftAgain(view, { contentOf: () => undefined })).toBeNull()
  })

  it('is what answering again begins with, where the issue is as it was; of an amended one the words alone', () => {
    const is = contentOf(
      opinion('one', 'Đồng ý (đã sửa) không?'),
      opinion('two'),
      opinion('three', 'Khác?'),
      options('a', 'b', 'c'),
    )
    const { view, desk } = answered(was, is, said)
    expect(draftAgain(view, desk)).toEqual({
      versionHash: second,
      byIssue: {
        one: { choice: null, text: '' },
        two: { choice: { kind: 'disagree' }, text: 'Chưa rõ nguồn' },
        three: { choice: null, text: 'Bổ sung nguồn lực' },
        options: { choice: null, text: '' },
      },
    })
  })
})
