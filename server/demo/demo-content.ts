import { BallotContent, type BallotDocument } from '../../shared/domain/ballot.ts'
import { type Choice, choiceValue } from '../../shared/domain/choice.ts'
import { AlternativeId, Hash } from '../../shared/domain/id.ts'
import { commitTo, saltLength } from '../../shared/ledger/commitment.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import type { Opening } from '../../shared/protocol/envelope.ts'
import type { Random } from '../app/ports.ts'
import type { DemoIssue, DemoWords, Said } from './demo-ballot.ts'

/** A ballot's words as they travel: the content's name and the text behind it. */
export type DemoContent = { content: BallotContent; hash: Hash; opening: Opening }

const letters = 'abcdefghijklmnopqrst'

const formOf = ({ alternatives, atMost }: DemoIssue) =>
  alternatives === undefined
    ? { kind: 'opinion' }
    : {
        kind: 'alternatives',
        alternatives: alternatives.map((label, i) => ({ id: letters.charAt(i), label })),
        atMost: atMost ?? 1,
      }

export function contentOf(words: DemoWords, documents: readonly BallotDocument[]): DemoContent {
  const { title, reason, summary, advice } = words
  const issues = words.issues.map((issue, i) => ({
    id: `issue-${i + 1}`,
    question: issue.question,
    form: formOf(issue),
  }))
  const content = BallotContent.parse({ title, reason, summary, advice, issues, documents })
  const value = canonicalJson(content)
  const hash = Hash.parse(sha256Hex(utf8(value)))
  return { content, hash, opening: { commit: hash, salt: '', value } }
}

const meaningOf = (said: Said): { choice: Choice; text: string } => {
  if (said === 'agree') return { choice: { kind: 'agree' }, text: '' }
  if ('against' in said) return { choice: { kind: 'disagree' }, text: said.against }
  if ('other' in said) return { choice: { kind: 'other' }, text: said.other }
  return {
    choice: { kind: 'alternatives', chosen: [...said.pick].map((letter) => AlternativeId.parse(letter)) },
    text: '',
  }
}

/** A text behind a salted commitment. */
export function saltedText(value: string, random: Random): Opening {
  const salt = random(saltLength)
  return { commit: Hash.parse(commitTo(salt, value)), salt: base64(salt), value }
}

/** Commitments and openings of one answer to every issue, as a tablet makes them. */
export function sealAnswers({ content }: DemoContent, said: readonly Said[], random: Random) {
  const openings: Opening[] = []
  const commit = (value: string): Hash => {
    const opening = saltedText(value, random)
    openings.push(opening)
    return opening.commit
  }
  const answers = content.issues.map(({ id }, i) => {
    const { choice, text } = meaningOf(said[i] ?? 'agree')
    return { issue: id, choiceCommit: commit(choiceValue(choice)), textCommit: commit(text) }
  })
  return { answers, openings }
}
