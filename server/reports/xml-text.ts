const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Controls but ends of lines and tabs: most of them XML cannot say. */
const controls = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu

/** Text as it stands in XML, without controls but ends of lines and tabs, and without half letters. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(controls, '')
    .replace(/[&<>"]/g, (letter) => escapes[letter] ?? '')
