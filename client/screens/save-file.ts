/** Some browsers read a large file only after the tap has been dealt with. */
const readWithinMs = 60_000

/** Hands a text, or a file that has been made, to the browser as a file to keep. */
export function saveFile(name: string, content: string | Blob): void {
  const file = typeof content === 'string' ? new Blob([content], { type: 'application/json' }) : content
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), readWithinMs)
}
