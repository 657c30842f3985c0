import type { ReactNode } from 'react'
import { text } from '../../../text/zh-CN.ts'
import { FieldFrame } from './field-frame.tsx'
import { useField } from './use-field.ts'

/** 保密 or 匿名: asked for or not. */
export function TickEditor({ field }: { readonly field: 'confidential' | 'anonymous' }): ReactNode {
  const control = useField(field)
  return (
    <FieldFrame field={field} trust={control.trust} problem={control.refused}>
      <label className="tick">
        <input
          type="checkbox"
          checked={control.value === true}
          disabled={control.disabled}
          onChange={(event) => control.edit(event.target.checked)}
        />
        {text.fields[field]}
      </label>
    </FieldFrame>
  )
}
