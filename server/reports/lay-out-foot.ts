import { left, measure, recipientsHead, signatureRoom, sizes } from './official-layout.ts'
import { bold, type OfficialPaper, plain, type Run, type Signature } from './official-paper.ts'
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

const cosignatureBox: TextBox = { ...signatureBox, x: left }

type Foot = Pick<OfficialPaper, 'recipients' | 'signature' | 'cosignature'>

const recipientRuns = ({ recipients }: Foot): Run[] =>
  recipients.map((recipient, at) => plain(`- ${recipient}${at === recipients.length - 1 ? '.' : ';'}`))

/** Points, with the air above it. It stands on one page. */
export function footHeight(flow: PageFlow, foot: Foot): number {
  const box = recipientsBox(sizes.recipients)
  const lines = recipientRuns(foot).reduce((sum, run) => sum + flow.linesOf([run], box).length, 0)
  const recipients = leadingOf(sizes.recipientsHead) + lines * leadingOf(sizes.recipients)
  const { signature, cosignature } = foot
  const heightOf = ({ authority }: Signature) =>
    (authority.length + 1) * leadingOf(sizes.signature) + signatureRoom
  return cosignature
    ? gap + Math.max(heightOf(signature), heightOf(cosignature)) + gap + recipients
    : gap + Math.max(recipients, heightOf(signature))
}

/** To whom it goes on the left, who signs on the right; of two who sign, the one before whom the paper was written on the right. */
export function layOutFoot(flow: PageFlow, foot: Foot): void {
  if (footHeight(flow, foot) > flow.room()) flow.newPage()
  flow.skip(gap)
  const begin = flow.y()
  const put = (run: Run, box: TextBox, y: number) => y + flow.place(flow.linesOf([run], box), box, y)

  const sign = ({ authority, name }: Signature, box: TextBox): number => {
    let y = begin
    for (const line of authority) y = put(bold(line), box, y)
    return name === null ? y + signatureRoom : put(bold(name), box, y + signatureRoom)
  }

  const { signature, cosignature } = foot
  const below = sign(signature, signatureBox)
  let y = cosignature ? Math.max(below, sign(cosignature, cosignatureBox)) + gap : begin
  y = put({ style: 'bold-italic', text: recipientsHead }, recipientsBox(sizes.recipientsHead), y)
  for (const run of recipientRuns(foot)) y = put(run, recipientsBox(sizes.recipients), y)
}
