/**
 * What text from people may hold. NFC only, so that one word has one form (an NFD "Tế" from another system compares
 * unequal); no lone surrogates, no control characters but tab and line ends, none of the characters that reorder or hide
 * what a reader sees (bidirectional overrides, zero-width, byte order mark, tags).
 */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters refused
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/u

export const isCleanText = (text: string): boolean => !forbidden.test(text) && text.normalize('NFC') === text

const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters removed
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu

/** What a person typed or pasted, made clean: line ends as \n, NFC, hidden characters taken out. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(hidden, '')
    .normalize('NFC')

/** Folded for search and comparison of names: no case, no diacritics, đ as d. */
export const foldText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
