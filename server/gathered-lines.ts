/** Lines of one turn of the event loop go out together: to a pipe each write is a call that waits for its reader. */
export function gatheredLines(
  write: (text: string) => void,
  later: (work: () => void) => void,
): { add(line: string): void; flush(): void } {
  let gathered: string[] = []
  const flush = () => {
    if (gathered.length === 0) return
    const text = gathered.join('')
    gathered = []
    write(text)
  }
  return {
    add: (line) => {
      if (gathered.length === 0) later(flush)
      gathered.push(line)
    },
    flush,
  }
}
