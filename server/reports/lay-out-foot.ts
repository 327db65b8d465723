import { left, measure, recipientsHead, signatureRoom, sizes } from './official-layout.ts'
import { bold, type OfficialPaper, plain, type Run } from './official-paper.ts'
import { leadingOf, type PageFlow, type TextBox } from './page-flow.ts'

const gap = 14
const half = measure / 2

const recipientsBox = (size: number): TextBox => ({
  x: left,
  width: half - 10,
  size,
  indent: 0,
  align: 'left',
})
const signatureBox: TextBox = {
  x: left + half,
  width: half,
  size: sizes.signature,
  indent: 0,
  align: 'centre',
}

type Foot = Pick<OfficialPaper, 'recipients' | 'signature'>

const recipientRuns = ({ recipients }: Foot): Run[] =>
  recipients.map((recipient, at) => plain(`- ${recipient}${at === recipients.length - 1 ? '.' : ';'}`))

/** Points, with the air above it. It stands on one page. */
export function footHeight(flow: PageFlow, foot: Foot): number {
  const box = recipientsBox(sizes.recipients)
  const lines = recipientRuns(foot).reduce((sum, run) => sum + flow.linesOf([run], box).length, 0)
  const recipients = leadingOf(sizes.recipientsHead) + lines * leadingOf(sizes.recipients)
  const signature = (foot.signature.authority.length + 1) * leadingOf(sizes.signature) + signatureRoom
  return gap + Math.max(recipients, signature)
}

/** To whom it goes on the left, who signs on the right. */
export function layOutFoot(flow: PageFlow, foot: Foot): void {
  if (footHeight(flow, foot) > flow.room()) flow.newPage()
  flow.skip(gap)
  const begin = flow.y()
  const put = (run: Run, box: TextBox, y: number) => y + flow.place(flow.linesOf([run], box), box, y)

  let y = put({ style: 'bold-italic', text: recipientsHead }, recipientsBox(sizes.recipientsHead), begin)
  for (const run of recipientRuns(foot)) y = put(run, recipientsBox(sizes.recipients), y)

  let beside = begin
  for (const line of foot.signature.authority) beside = put(bold(line), signatureBox, beside)
  const { name } = foot.signature
  if (name !== null) put(bold(name), signatureBox, beside + signatureRoom)
}
