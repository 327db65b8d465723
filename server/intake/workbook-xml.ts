import { Parser } from 'saxen'
import { RefusedWorkbook } from './workbook-refusal.ts'

type Attributes = Readonly<Record<string, string>>
type Hands = {
  open?(name: string, attributes: () => Attributes): void
  close?(name: string): void
  text?(text: string): void
}

/** Goes through one part; names come without the prefix that some writers give them. */
export function readXml(text: string, { open, close, text: take }: Hands): void {
  const parser = new Parser()
  const plain = (name: string) => name.slice(name.indexOf(':') + 1)
  parser.on('error', () => {
    throw new RefusedWorkbook({ kind: 'broken-workbook' })
  })
  if (open) {
    parser.on('openTag', (name, attributes, decode) =>
      open(plain(name), () => {
        const all: Record<string, string> = {}
        for (const [key, value] of Object.entries(attributes())) all[plain(key)] = decode(String(value))
        return all
      }),
    )
  }
  if (close) parser.on('closeTag', (name) => close(plain(name)))
  if (take) {
    parser.on('text', (value, decode) => take(decode(value)))
    parser.on('cdata', (value) => take(value))
  }
  const failed = parser.parse(text)
  if (failed instanceof RefusedWorkbook) throw failed
}
