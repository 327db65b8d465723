import { fileURLToPath } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const assets = fileURLToPath(new URL('.', import.meta.resolve('pdfjs-dist/package.json')))

/** More dots than 600 to the inch on A3: an image of more is left out of what is drawn here. */
export const maxImageSize = 100_000_000

/** The very library that tablets read with, so that text and pictures are those of the reader. Takes the bytes away. */
export const openPdf = (bytes: Uint8Array) =>
  getDocument({
    data: bytes,
    cMapUrl: `${assets}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${assets}standard_fonts/`,
    wasmUrl: `${assets}wasm/`,
    iccUrl: `${assets}iccs/`,
    enableXfa: false,
    useSystemFonts: false,
    fontExtraProperties: true,
    stopAtErrors: false,
    maxImageSize,
    verbosity: 0,
  }).promise

export type OpenPdf = Awaited<ReturnType<typeof openPdf>>
export type OpenPage = Awaited<ReturnType<OpenPdf['getPage']>>
