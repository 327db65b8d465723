const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Controls, most of which XML cannot say. */
const controls = /[\p{Cc}\ufffe\uffff]/gu

/** Text as it stands in XML, without controls but ends of lines and tabs, and without half letters. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(controls, (letter) => (/\s/.test(letter) ? letter : ''))
    .replace(/[&<>"]/g, (letter) => escapes[letter] ?? '')
