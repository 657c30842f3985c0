import { Input } from 'antd'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import {
  addressLevel,
  addressParts,
  formatAddress,
  withAddressPart,
  type AddressPart,
} from '../../../format/address.ts'
import { text } from '../../../text/zh-CN.ts'
import { isComposing } from '../../../ui/composing.ts'
import { FieldFrame } from './field-frame.tsx'
import { useField } from './use-field.ts'

/** 事发地址 in its parts, from district to detail, on two lines; other readings as lines that can be pressed. */
export function AddressEditor(): ReactNode {
  const control = useField('incidentAddress')
  const address = control.value ?? {}
  const level = addressLevel(address)
  return (
    <FieldFrame field="incidentAddress" trust={control.trust} problem={control.refused}>
      <div
        className="address"
        role="group"
        aria-label={text.fields.incidentAddress}
        onKeyDown={moveAmongOthers}
      >
        {addressParts.map((part) => (
          <PartInput
            key={part}
            part={part}
            value={address[part] ?? ''}
            disabled={control.disabled}
            reached={part === level}
            onType={(typed) => control.edit(withAddressPart(address, part, typed))}
          />
        ))}
        {!control.disabled &&
          control.alternatives.map((alternative) => (
            <button
              key={formatAddress(alternative)}
              type="button"
              className="address-other"
              data-own-enter="true"
              onClick={(event) => {
                control.edit(alternative)
                placesOf(event.currentTarget.parentElement)[0]?.focus()
              }}
            >
              {text.ticket.alternatives}：{formatAddress(alternative)}
            </button>
          ))}
      </div>
    </FieldFrame>
  )
}

/** The places that ↑ and ↓ go to: the parts as one, then each other reading. */
function placesOf(group: HTMLElement | null): readonly HTMLElement[] {
  const first = group?.querySelector<HTMLElement>('input') ?? []
  const others = group?.querySelectorAll<HTMLElement>('.address-other') ?? []
  return [first, ...others].flat()
}

/** ↓ goes from the parts to the other readings and on, ↑ back; Enter takes the one it is on. */
function moveAmongOthers(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || isComposing(event.nativeEvent)) return
  const places = placesOf(event.currentTarget)
  const now = Math.max(0, places.indexOf(event.target as HTMLElement))
  const next = places[now + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

/** How narrow the address is by now. */
export function AddressLevel(): ReactNode {
  const level = addressLevel(useField('incidentAddress').value ?? {})
  return level === null ? null : <span>{text.ticket.addressLevel(text.addressParts[level])}</span>
}

interface PartInputProps {
  readonly part: AddressPart
  readonly value: string
  readonly disabled: boolean
  /** The narrowest part that is known. */
  readonly reached: boolean
  readonly onType: (typed: string) => void
}

function PartInput({ part, value, disabled, reached, onType }: PartInputProps): ReactNode {
  // Blanks at the ends are no part of the value but must not vanish under the cursor.
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Input
      className="address-part"
      data-part={part}
      data-reached={reached}
      aria-label={text.addressParts[part]}
      placeholder={text.addressParts[part]}
      title={value}
      disabled={disabled}
      value={typed?.trim() === value ? typed : value}
      onChange={(event) => {
        setTyped(event.target.value)
        onType(event.target.value)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
