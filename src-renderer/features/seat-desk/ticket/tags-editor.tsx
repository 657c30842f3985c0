import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { riskTags } from '#shared/domain/ticket-fields.ts'
import { formatDateTime } from '../../../format/time.ts'
import { useTicket } from '../../../state/desk-context.ts'
import { formText } from '../../../text/ticket-form.ts'
import { text } from '../../../text/zh-CN.ts'
import { FieldFrame } from './field-frame.tsx'
import { useField } from './use-field.ts'

const riskOptions = riskTags.map((value) => ({ value, label: value }))

/** Tab leaves the field; antd would pick the line that the list stands on, or take its tag away again. */
function LeftByTab({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div
      onKeyDownCapture={(event) => {
        if (event.key === 'Tab') event.stopPropagation()
      }}
    >
      {children}
    </div>
  )
}

/** 风险标签: any of a few, picked with ↓ and Enter, the last one taken away with Backspace. */
export function RiskEditor(): ReactNode {
  const control = useField('riskTags')
  return (
    <FieldFrame field="riskTags" trust={control.trust} problem={control.refused}>
      <LeftByTab>
        <Select
          id="field-riskTags"
          className="field-editor"
          mode="multiple"
          aria-label={text.fields.riskTags}
          placeholder={formText.riskTags}
          disabled={control.disabled}
          suffix={null}
          options={riskOptions}
          value={control.value ?? []}
          onChange={(tags) => control.edit(tags.length === 0 ? null : tags)}
        />
      </LeftByTab>
    </FieldFrame>
  )
}

const ticketNumber = /^\d{8}-\d{6}$/

/** 关联工单: numbers typed one after another, or linked from the list of similar ones. */
export function LinkedEditor(): ReactNode {
  const control = useField('linked')
  const similar = useTicket((state) => state.ticket?.similar) ?? []
  const [wrong, setWrong] = useState(false)
  const linked = control.value ?? []
  const options = linked.map((value) => {
    const at = similar.find((ticket) => ticket.ticketId === value)?.at
    const named = ticketNumber.test(value)
    return {
      value,
      label: named ? value : formText.linked.unnumbered(at === undefined ? '' : formatDateTime(at)),
    }
  })
  return (
    <FieldFrame
      field="linked"
      trust={control.trust}
      problem={control.refused ?? (wrong ? formText.linked.wrong : undefined)}
    >
      <LeftByTab>
        <Select
          id="field-linked"
          className="field-editor"
          mode="tags"
          aria-label={text.fields.linked}
          placeholder={formText.linked.placeholder}
          disabled={control.disabled}
          suffix={null}
          tokenSeparators={[' ', '，', ',', '、']}
          options={options}
          value={[...linked]}
          onChange={(links) => {
            const good = links.filter((link) => linked.includes(link) || ticketNumber.test(link))
            setWrong(good.length < links.length)
            control.edit(good.length === 0 ? null : good)
          }}
        />
      </LeftByTab>
    </FieldFrame>
  )
}
