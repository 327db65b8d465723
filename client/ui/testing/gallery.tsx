/** Every component on pages of their own, to be looked at and checked with axe; not part of the product. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { Frame } from '../../screens/frame/frame.tsx'
import { createWords } from '../i18n.ts'
import type { RailItem } from '../rail.tsx'
import { UiProvider } from '../ui-provider.tsx'
import { GalleryForms } from './gallery-forms.tsx'
import { GalleryStates } from './gallery-states.tsx'
import { GalleryTable } from './gallery-table.tsx'
import { GalleryTally } from './gallery-tally.tsx'
import { GalleryTriage } from './gallery-triage.tsx'

const items: RailItem[] = [
  { id: 'home', word: 'Việc cần làm', icon: 'tasks', href: '/', count: 5, countWord: '5 việc đang chờ' },
  { id: 'table', word: 'Phiên họp', icon: 'meeting', href: '/table' },
  {
    id: 'tally',
    word: 'Phiếu lấy ý kiến',
    icon: 'ballot',
    href: '/tally',
    count: 2,
    countWord: '2 phiếu chờ',
  },
  { id: 'states', word: 'Nhiệm vụ', icon: 'mission', href: '/states' },
  { id: 'forms', word: 'Tra cứu', icon: 'search', href: '/forms' },
]

const query = new URLSearchParams(window.location.search)
const language = query.get('language') === 'en' ? 'en' : 'vi'

function Shell() {
  return (
    <Frame
      items={items}
      statusLine={{ tone: 'quiet', text: 'Ngoại tuyến từ 09:15, 2 trả lời chờ gửi', onTap: () => undefined }}
      user={{ name: 'Nguyễn Thị Minh Khai', post: 'Bộ trưởng Bộ Nông nghiệp và Môi trường' }}
      onLock={() => undefined}
      onSignOut={() => undefined}
    />
  )
}

const router = createBrowserRouter([
  {
    element: <Shell />,
    children: [
      { path: '/', element: <GalleryTriage /> },
      { path: '/table', element: <GalleryTable /> },
      { path: '/tally', element: <GalleryTally /> },
      { path: '/states', element: <GalleryStates /> },
      { path: '/forms', element: <GalleryForms /> },
    ],
  },
])

const place = document.getElementById('root')
if (place)
  createRoot(place).render(
    <StrictMode>
      <UiProvider words={createWords(language)}>
        <RouterProvider router={router} />
      </UiProvider>
    </StrictMode>,
  )
