/** Papers of the Office that the server writes. */
export const paperVi = {
  'ballot-report': { docx: 'Báo cáo tổng hợp (DOCX)', pdf: 'Báo cáo tổng hợp (PDF)' },
  invitation: { docx: 'Giấy mời (DOCX)', pdf: 'Giấy mời (PDF)' },
  'conclusion-notice': { docx: 'Thông báo kết luận (DOCX)', pdf: 'Thông báo kết luận (PDF)' },
  minutes: { docx: 'Biên bản (DOCX)', pdf: 'Biên bản (PDF)' },
  report: 'Báo cáo tổng hợp ý kiến',
  reportText:
    'Theo thể thức của Nghị định 30/2020/NĐ-CP: kết quả và danh sách từng vấn đề, nguyên văn ý kiến, mã gốc sổ ghi nhận. Số và ngày ký để trống cho văn thư.',
  working: 'Máy chủ đang lập văn bản…',
  workingPart: 'Máy chủ đang lập tệp: {{percent}}%',
  stop: 'Dừng',
  done: 'Đã tải về {{name}}',
  failed: 'Chưa tải được văn bản',
} as const
