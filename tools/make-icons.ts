import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumArgs, requireChromium } from './find-chromium.ts'

const folder = resolve(import.meta.dirname, '../client/public/icons')

/** `scale` under 1 leaves a margin: a mask may cut a maskable icon to its middle 80%; `radius` is in parts of the side. */
const icons = [
  { name: 'icon-192.png', size: 192, scale: 1.15, radius: 0.18 },
  { name: 'icon-512.png', size: 512, scale: 1.15, radius: 0.18 },
  { name: 'maskable-192.png', size: 192, scale: 0.95, radius: 0 },
  { name: 'maskable-512.png', size: 512, scale: 0.95, radius: 0 },
  { name: 'apple-touch-icon.png', size: 180, scale: 1.1, radius: 0 },
] as const

const svg = await readFile(join(folder, 'icon.svg'), 'utf8')
const browser = await chromium.launch({ executablePath: await requireChromium(), args: [...chromiumArgs] })
for (const { name, size, scale, radius } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<style>
      body { margin: 0; background: transparent }
      div { width: ${size}px; height: ${size}px; background: #981b1e; border-radius: ${radius * size}px; overflow: hidden }
      svg { display: block; width: 100%; height: 100%; transform: scale(${scale}) }
    </style><div>${svg}</div>`,
  )
  await writeFile(join(folder, name), await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
