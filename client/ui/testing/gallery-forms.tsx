import { Button, Checkbox, NumberInput, Radio, Select, Textarea, TextInput } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { useState } from 'react'
import { LanguageSwitch } from '../language-switch.tsx'
import { Page } from '../page.tsx'
import { PageTitle } from '../page-title.tsx'
import { PassPhraseField } from '../pass-phrase-field.tsx'
import { ProgressBar } from '../progress-bar.tsx'
import { ThemeSwitch } from '../theme-switch.tsx'

export function GalleryForms() {
  const [phrase, setPhrase] = useState('')
  return (
    <Page>
      <PageTitle title="Biểu mẫu" under="Mọi ô nhập cao ít nhất 44 điểm ảnh." />
      <div style={{ display: 'grid', gap: 20 }}>
        <PassPhraseField
          label="Cụm mật khẩu của máy tính bảng"
          hint="Ít nhất bốn từ, chỉ đồng chí biết."
          value={phrase}
          onChange={setPhrase}
        />
        <PassPhraseField
          label="Mật khẩu tài khoản"
          value=""
          error="Mật khẩu không đúng."
          onChange={setPhrase}
        />
        <TextInput label="Tiêu đề" placeholder="Tiêu đề phiếu" required />
        <Textarea label="Ý kiến khác" minRows={4} autosize description="Được ghi nguyên văn vào báo cáo." />
        <Select label="Cơ quan" placeholder="Chọn cơ quan" data={['Bộ Tài chính', 'Bộ Y tế', 'Bộ Nội vụ']} />
        <NumberInput label="Số ngày làm việc" defaultValue={3} />
        <DatePickerInput label="Hạn trả lời" defaultValue="2025-11-28" />
        <Checkbox label="Cho phép sửa trả lời đến khi đóng" defaultChecked />
        <Radio label="Chọn một phương án" />
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          <Button>Việc chính</Button>
          <Button variant="default">Việc khác</Button>
          <Button variant="subtle" color="gray">
            Việc phụ
          </Button>
          <Button disabled>Chưa được</Button>
          <Button loading>Đang gửi</Button>
        </div>
        <ProgressBar
          word="Đang tải lên 3 tài liệu"
          done={37}
          total={120}
          share="37 / 120 MB"
          onStop={() => undefined}
        />
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </Page>
  )
}
