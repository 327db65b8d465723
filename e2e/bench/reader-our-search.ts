import type { PageFiles } from '../../client/app/page-files.ts'
import { createWorkerSearch } from '../../client/search/worker-search.ts'
import { Hash } from '../../shared/domain/id.ts'

const queries = [
  'quản lý và sử dụng tài sản công',
  'quan ly va su dung tai san cong',
  'Bộ Tài chính',
  'bo tai chinh',
  'nghị định',
  'nghi quyet',
  'đĩa cứng',
  'Điều 12',
  'trách nhiệm thi hành',
  'khong co cum tu nay trong tai lieu',
]

/** In the page: the product's own search in its worker, over as many pages as that. @returns of each query, ms */
export async function searchOver(
  { text }: Pick<PageFiles, 'text'>,
  documents: readonly Hash[],
  pages: number,
  turns: number,
): Promise<number[]> {
  const search = createWorkerSearch()
  try {
    const texts: (string | null)[][] = []
    for (const document of documents) {
      const found = (await text(document))?.filter((page) => page !== null) ?? []
      if (found.length > 0) texts.push(found)
    }
    for (let put = 0, i = 0; put < pages && texts.length > 0; i++) {
      const some = texts[i % texts.length]?.slice(0, pages - put) ?? []
      await search.put(Hash.parse(i.toString(16).padStart(64, '0')), some)
      put += some.length
    }
    const times: number[] = []
    for (let turn = 0; turn < turns; turn++) {
      for (const query of queries) {
        const from = performance.now()
        await search.find(query)
        times.push(performance.now() - from)
      }
    }
    return times
  } finally {
    search.close()
  }
}
