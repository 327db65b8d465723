import { describe, expect, it } from 'vitest'
import { createOfficeApp } from '../testing/office-app.ts'
import { officeWeek } from '../testing/office-cast.ts'
import { ballotId } from '../testing/office-ledger.ts'
import { ballotActs } from './ballot-acts.ts'

const ledger = officeWeek()
const actsOf = (account: string, id: string) => {
  const app = createOfficeApp(ledger, account)
  const view = app.office.get(ballotId(id))
  if (!view) throw new Error(id)
  return ballotActs(app.me().subject, view.ballot)
}

describe('[B4] what a ballot’s state asks for, and of whom', () => {
  it.each([
    ['vanphong1', 'b-soon', [], ['extend', 'amend', 'recall', 'close'], []],
    ['lanhdao-vp', 'b-soon', ['extend', 'amend', 'recall', 'close'], [], []],
    ['vanphong1', 'b-submitted', [], ['issue', 'return', 'recall'], []],
    ['lanhdao-vp', 'b-submitted', ['issue', 'return', 'recall'], [], []],
    ['vanphong1', 'b-returned', ['edit', 'submit'], ['recall'], []],
    ['lanhdao-vp', 'b-returned', ['recall'], [], ['edit', 'submit']],
    ['vanphong1', 'b-waits', [], ['extend', 'close', 'recall'], []],
    ['lanhdao-vp', 'b-closed', ['resolve', 'toMeeting'], [], []],
  ])('%s, %s', (account, id, mine, ofHead, ofHandlers) => {
    expect(actsOf(account, id)).toEqual({ mine, ofHead, ofHandlers })
  })
})
