import { useCallback, type ReactNode } from 'react'
import { genders, requestTypes } from '#shared/domain/ticket-fields.ts'
import type { TicketView } from '#shared/contract/views.ts'
import { formatTimeOfDay } from '../../../format/time.ts'
import { useDesk, useSession, useTicket } from '../../../state/desk-context.ts'
import { unfinishedFields } from '../../../state/ticket-store.ts'
import { text } from '../../../text/zh-CN.ts'
import { Column } from '../../../ui/column.tsx'
import { AddressEditor, AddressLevel } from './address-editor.tsx'
import { BlockDialog } from './block-dialog.tsx'
import { CategoryEditor, CategoryWhy, useCatalogue } from './category-editor.tsx'
import { ChoiceEditor } from './choice-editor.tsx'
import { ContentEditor } from './content-editor.tsx'
import { Deadline } from './deadline.tsx'
import { FieldRow } from './field-row.tsx'
import { LineEditor, type LineOption } from './line-editor.tsx'
import { MissingList } from './missing-list.tsx'
import { PromisesEditor } from './promises-editor.tsx'
import { SimilarList } from './similar-list.tsx'
import { SourceLine } from './source-line.tsx'
import { SubmitBar } from './submit-bar.tsx'
import { LinkedEditor, RiskEditor } from './tags-editor.tsx'
import { TickEditor } from './tick-editor.tsx'
import { UrgencyEditor } from './urgency-editor.tsx'
import './ticket.css'

const same = <Value extends string>(values: readonly Value[]) =>
  values.map((value) => ({ value, label: value }))

/** 工单: the form that fills itself while the call goes on. */
export function Ticket(): ReactNode {
  const ticket = useTicket((state) => state.ticket)
  if (ticket === null) return null
  return (
    <Column name="ticket" title={text.columns.ticket} note={<SavedNote />}>
      <div className="form" role="form" aria-label={text.columns.ticket}>
        <PersonRows />
        <MatterRows />
        <HandlingRows />
      </div>
      <SourceLine />
      <SimilarList />
      <MissingList />
      <SubmitBar ticket={ticket} />
      <BlockDialog />
    </Column>
  )
}

function SavedNote(): ReactNode {
  const ticket = useTicket((state) => state.ticket)
  const unsaved = useTicket((state) => Object.keys(state.edits).length > 0)
  const connected = useSession((state) => state.connection === 'open')
  const unfinished = useTicket((state) => unfinishedFields(state).length)
  if (ticket === null) return null
  return (
    <>
      <span>{text.states[ticket.state]}</span>
      <span aria-live="off">{savedWords(ticket, unsaved, connected, unfinished)}</span>
    </>
  )
}

function savedWords(ticket: TicketView, unsaved: boolean, connected: boolean, unfinished: number): string {
  if (unsaved) return connected ? text.ticket.saving : text.ticket.waitingToSave
  return unfinished > 0
    ? text.ticket.unfinishedNote(unfinished)
    : text.ticket.saved(formatTimeOfDay(ticket.savedAt))
}

function PersonRows(): ReactNode {
  return (
    <>
      <FieldRow fields={['contactName', 'gender']}>
        <LineEditor field="contactName" />
        <ChoiceEditor field="gender" choices={same(genders)} />
      </FieldRow>
      <FieldRow fields={['contactPhone']}>
        <LineEditor field="contactPhone" />
      </FieldRow>
      <FieldRow fields={['requestType']}>
        <ChoiceEditor field="requestType" choices={same(requestTypes)} />
      </FieldRow>
    </>
  )
}

function MatterRows(): ReactNode {
  const { connection } = useDesk()
  const catalogue = useCatalogue()
  const findSubjects = useCallback(
    async (typed: string, signal: AbortSignal): Promise<readonly LineOption<'subject'>[]> => {
      const found = await connection.call('catalogue.subjects', { text: typed.slice(0, 80) }, signal)
      return found.slice(0, 8).map(({ id, name, address }) => ({ value: { id, name }, detail: address }))
    },
    [connection],
  )
  return (
    <>
      <FieldRow fields={['subject']}>
        <LineEditor field="subject" lookUp={findSubjects} />
      </FieldRow>
      <FieldRow fields={['incidentAddress']} more={<AddressLevel />}>
        <AddressEditor />
      </FieldRow>
      <FieldRow fields={['incidentTime']}>
        <LineEditor field="incidentTime" placeholder={text.placeholders.incidentTime} />
      </FieldRow>
      <FieldRow fields={['category']}>
        <CategoryEditor catalogue={catalogue} />
      </FieldRow>
      <CategoryWhy />
      <FieldRow fields={['unit']}>
        <LineEditor field="unit" long />
      </FieldRow>
      <FieldRow fields={['urgency']}>
        <UrgencyEditor />
      </FieldRow>
      <Deadline />
      <FieldRow fields={['content']}>
        <ContentEditor />
      </FieldRow>
      <FieldRow fields={['demand']}>
        <LineEditor field="demand" placeholder={text.placeholders.demand} />
      </FieldRow>
      <FieldRow fields={['amountYuan', 'people']}>
        <LineEditor field="amountYuan" unit={text.units.yuan} />
        <span className="row-second">{text.fields.people}</span>
        <LineEditor field="people" unit={text.units.people} />
      </FieldRow>
      <FieldRow fields={['confidential', 'anonymous']} label={text.ticket.privacy}>
        <TickEditor field="confidential" />
        <TickEditor field="anonymous" />
      </FieldRow>
    </>
  )
}

function HandlingRows(): ReactNode {
  return (
    <>
      <FieldRow fields={['riskTags']}>
        <RiskEditor />
      </FieldRow>
      <FieldRow fields={['promises']}>
        <PromisesEditor />
      </FieldRow>
      <FieldRow fields={['linked']}>
        <LinkedEditor />
      </FieldRow>
    </>
  )
}
