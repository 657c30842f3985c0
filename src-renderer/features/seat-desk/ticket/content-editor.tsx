import { Input } from 'antd'
import type { ReactNode } from 'react'
import { text } from '../../../text/zh-CN.ts'
import { FieldFrame } from './field-frame.tsx'
import { useField } from './use-field.ts'

const longest = 2000

/** 诉求内容: several lines of free text. */
export function ContentEditor(): ReactNode {
  const control = useField('content')
  const full = control.value?.length === longest && !control.disabled ? text.ticket.full(longest) : undefined
  return (
    <FieldFrame field="content" trust={control.trust} problem={control.refused ?? full}>
      <Input.TextArea
        id="field-content"
        className="field-editor"
        aria-label={text.fields.content}
        placeholder={text.placeholders.content}
        autoSize={{ minRows: 3, maxRows: 8 }}
        maxLength={longest}
        disabled={control.disabled}
        value={control.value ?? ''}
        onChange={(event) => control.edit(event.target.value === '' ? null : event.target.value)}
      />
    </FieldFrame>
  )
}
