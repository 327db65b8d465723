import { expect, type Locator, type Page } from '@playwright/test'
import { issueBallot } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { spokenTree } from './testing/spoken-tree.ts'
import { untilReadyOffline, upright } from './testing/tablet.ts'

const paperTitle = 'Tờ trình số 45/TTr-BYT'

/** By the key that everybody has. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`not reached by ${key}: ${String(wanted)}`)
}

test('a dossier is opened, read, marked and left by keys alone, and its pages are read aloud in words', async ({
  officers,
  tabletOf,
}) => {
  const { title } = await issueBallot(officers, {
    title: 'Nghị định về đấu thầu thuốc',
    documentTitle: paperTitle,
  })
  const { page } = await tabletOf(accounts.health)
  const { keyboard } = page
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const enter = async (wanted: Locator, key?: 'Shift+Tab') => {
    await tabTo(page, wanted, key)
    await keyboard.press('Enter')
  }
  await expect(page.getByText('Đọc được khi không có mạng').first()).toBeVisible()
  await untilReadyOffline(page)
  await enter(page.getByRole('article', { name: title }).getByRole('button', { name: title }))
  await enter(page.locator('.ec-paper').filter({ hasText: paperTitle }))
  await page.locator('.ec-spoken').nth(1).waitFor()

  await test.step('the accessibility tree holds paragraphs, named pages and no nameless button', async () => {
    const tree = await spokenTree(page)
    const first = tree.inside('region', 'Trang 1')
    expect(first.join(' ')).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(first.join(' ')).toContain(title)
    expect(first.filter((said) => said.length < 4)).toEqual([])
    expect(tree.inside('region', 'Trang 2').join(' ').length).toBeGreaterThan(100)
    expect(tree.nameless(['button', 'link', 'textbox', 'checkbox', 'radio', 'menuitem'])).toEqual([])
    await expect(page.locator('.pdfViewer')).toHaveAttribute('lang', /^vi/)
  })

  await test.step('words are chosen and marked', async () => {
    await enter(button('Ghi chú lên tài liệu'))
    await enter(button('Tô sáng'))
    await keyboard.press('F6')
    await expect(page.getByRole('document', { name: 'Các trang' })).toBeFocused()
    const spoken = page.locator('.ec-reader-scroll > [role=status]')
    // The words of the page may still be on their way.
    await expect(async () => {
      await keyboard.press('ArrowDown')
      await expect(spoken).not.toBeEmpty({ timeout: 1000 })
    }).toPass()
    for (let i = 0; i < 2; i++) await keyboard.press('Shift+ArrowRight')
    await expect(spoken).toHaveText(/^\S+ \S+ \S+$/)
    const chosen = (await spoken.textContent()) ?? ''
    await keyboard.press('Enter')
    await expect(button('Hoàn tác')).toBeEnabled()
    await keyboard.press('Escape')
    await expect(button('Tô sáng')).toHaveAttribute('aria-pressed', 'false')
    await keyboard.press('Escape')
    await expect(page.getByRole('toolbar', { name: 'Công cụ ghi chú' })).toHaveCount(0)

    await enter(button('Mục lục, trang và tìm kiếm'), 'Shift+Tab')
    await enter(button('Ghi chú'))
    const row = page.locator('.ec-note-row').filter({ hasText: chosen })
    await enter(row)
    await expect(page.getByRole('region', { name: 'Ghi chú', exact: true })).toBeFocused()
    await checkScreen(page)
    await keyboard.press('Escape')
    await expect(row).toBeFocused()
    // One for each thing that lies on top.
    await expect(async () => {
      await keyboard.press('Escape')
      await expect(button('Mục lục, trang và tìm kiếm')).toBeFocused({ timeout: 1000 })
    }).toPass()
  })

  await test.step('a menu and a sheet keep the focus and give it back', async () => {
    await enter(button('Cách xem'))
    await checkScreen(page)
    await tabToItem(page, 'Xuất tài liệu kèm ghi chú')
    await keyboard.press('Enter')
    const sheet = page.getByRole('dialog')
    await expect(sheet.getByRole('button', { name: 'Xuất tệp' })).toBeFocused()
    for (let i = 0; i < 8; i++) {
      await keyboard.press('Tab')
      expect(await sheet.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    }
    await keyboard.press('Escape')
    await expect(sheet).toHaveCount(0)
    await expect(button('Cách xem')).toBeFocused()
  })

  await test.step('letters of twice the size lose nothing', async () => {
    await page.setViewportSize(upright)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    await enter(button('Ghi chú lên tài liệu'), 'Shift+Tab')
    await enter(button('Mục lục, trang và tìm kiếm'), 'Shift+Tab')
    await button('Ghi chú').press('Enter')
    await expect(page.locator('.ec-note-row').first()).toBeVisible()
    await expect.poll(() => page.evaluate(cutOff)).toEqual([])
    await checkScreen(page)
  })
})

async function tabToItem(page: Page, name: string): Promise<void> {
  const item = page.getByRole('menuitem', { name })
  for (let presses = 0; presses < 60; presses++) {
    if (await item.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('ArrowDown')
  }
}

/** In the page: controls that reach beyond the window, or hold more than they show. */
function cutOff(): string[] {
  return [...document.querySelectorAll<HTMLElement>('button, a, select, input, label, h1, h2, h3')]
    .filter((each) => each.offsetWidth > 1 && !each.closest('.pdfViewer, .ec-frame-skip'))
    .filter((each) => {
      const { left, right } = each.getBoundingClientRect()
      const holds = each.matches('button, a, label') && each.scrollWidth > each.clientWidth + 1
      return left < -1 || right > window.innerWidth + 1 || (holds && each.clientWidth > 0)
    })
    .map((each) => `${each.tagName} ${each.textContent}`)
}
