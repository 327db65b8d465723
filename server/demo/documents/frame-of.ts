import type { DocumentFrame } from './document-block.ts'
import type { DocumentKind, DocumentRequest } from './document-request.ts'

const nameByKind: Record<DocumentKind, string | null> = {
  submission: 'TỜ TRÌNH',
  'draft-decree': 'NGHỊ ĐỊNH',
  appraisal: 'BÁO CÁO THẨM ĐỊNH',
  summary: 'BẢN TÓM TẮT',
  statistics: 'PHỤ LỤC SỐ LIỆU',
  scan: null,
  instruction: 'CHỈ THỊ',
  telegram: 'CÔNG ĐIỆN',
  resolution: 'NGHỊ QUYẾT',
  conclusion: 'THÔNG BÁO',
}

const addresseeByKind: Record<DocumentKind, string | null> = {
  submission: 'Chính phủ',
  'draft-decree': null,
  appraisal: 'Chính phủ',
  summary: null,
  statistics: null,
  scan: 'Văn phòng Chính phủ',
  instruction: null,
  telegram: null,
  resolution: null,
  conclusion: null,
}

/** Who says it, to whom, and who signs: posts only, no person. */
export function frameOf(request: DocumentRequest): DocumentFrame {
  const isDraft = request.kind === 'draft-decree'
  return {
    issuer: isDraft ? 'Chính phủ' : request.agency,
    name: nameByKind[request.kind],
    addressee: addresseeByKind[request.kind],
    isDraft,
    signedFor: isDraft ? ['TM. CHÍNH PHỦ', 'THỦ TƯỚNG'] : headOf(request.agency),
    recipients: isDraft
      ? [
          'Ban Bí thư Trung ương Đảng;',
          'Thủ tướng, các Phó Thủ tướng Chính phủ;',
          'Các bộ, cơ quan ngang bộ;',
          'Lưu: VT.',
        ]
      : ['Như trên;', 'Các thành viên Chính phủ;', 'Văn phòng Chính phủ;', 'Lưu: VT.'],
  }
}

function headOf(agency: string): string[] {
  if (agency === 'Thủ tướng Chính phủ') return ['THỦ TƯỚNG']
  if (agency === 'Chính phủ') return ['TM. CHÍNH PHỦ', 'THỦ TƯỚNG']
  if (agency.startsWith('Bộ')) return ['BỘ TRƯỞNG']
  if (agency.startsWith('Thanh tra Chính phủ')) return ['TỔNG THANH TRA']
  if (agency.startsWith('Ngân hàng Nhà nước')) return ['THỐNG ĐỐC']
  if (agency.startsWith('Văn phòng Chính phủ')) return ['BỘ TRƯỞNG, CHỦ NHIỆM']
  if (agency.startsWith('Ủy ban nhân dân')) return ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']
  return ['THỦ TRƯỞNG CƠ QUAN']
}
