import type { ReactNode } from 'react'
import type { FieldName } from '#shared/domain/ticket-fields.ts'
import { text } from '../../../text/zh-CN.ts'
import { Choices, type Choice } from '../../../ui/choices.tsx'
import { FieldFrame } from './field-frame.tsx'
import { useField } from './use-field.ts'

type ChoiceField = Extract<FieldName, 'gender' | 'requestType' | 'urgency'>

interface ChoiceEditorProps<Value extends string> {
  readonly field: ChoiceField
  readonly choices: readonly Choice<Value>[]
}

/** A field with a few fixed values, all in sight. */
export function ChoiceEditor<Value extends string>({ field, choices }: ChoiceEditorProps<Value>): ReactNode {
  const control = useField(field)
  return (
    <FieldFrame field={field} trust={control.trust} problem={control.refused}>
      <Choices
        label={text.fields[field]}
        choices={choices}
        value={choices.find((choice) => choice.value === control.value)?.value ?? null}
        disabled={control.disabled}
        onChange={(value) => control.edit(value as never)}
      />
    </FieldFrame>
  )
}
