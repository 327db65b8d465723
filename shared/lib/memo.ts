/**
 * A function of a text that remembers its last results: what is read again and again is made once. Only for functions whose
 * results nobody changes.
 */
export function memoByText<T>(make: (text: string) => T, keep: number): (text: string) => T {
  const made = new Map<string, T>()
  return (text) => {
    const known = made.get(text)
    if (known !== undefined) return known
    const value = make(text)
    if (made.size >= keep) {
      const [oldest] = made.keys()
      if (oldest !== undefined) made.delete(oldest)
    }
    made.set(text, value)
    return value
  }
}
