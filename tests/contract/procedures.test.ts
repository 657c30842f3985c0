import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { firstChoice } from '#shared/contract/capture-choice.ts'
import { procedures, type ProcedureInput, type ProcedureName } from '#shared/contract/contract.ts'
import { dispatch, type Handlers } from '#shared/contract/dispatcher.ts'
import { roles } from '#shared/contract/procedure.ts'
import { tokens } from '../support/central.ts'
import { silentWav } from '../support/wav.ts'
import { CoreHarness } from '../support/core-harness.ts'
import { knowledgeInputs } from '../support/knowledge-procedures.ts'
import { modelProcedures, type ModelProcedures } from '../support/model-procedures.ts'
import { rehearsalProcedures } from '../support/rehearsal-procedures.ts'
import { reviewProcedures } from '../support/review-procedures.ts'
import { rulebookProcedures } from '../support/rulebook-procedures.ts'
import { startTestCentre, type TestCentre } from '../support/test-centre.ts'

type Cases = { readonly [Name in ProcedureName]: () => Promise<ProcedureInput<Name>> }

/** Inputs that no procedure takes, for those whose input is an empty object. */
const badInputs: Partial<Record<ProcedureName, unknown>> = {
  'session.get': null,
  'recordings.list': 7,
  'catalogue.categories': 'all',
}

describe('every procedure', () => {
  let seat: CoreHarness
  let callId: string
  let ticketId: string
  let models: ModelProcedures
  let centre: TestCentre
  let answering: NodeJS.Timeout

  beforeAll(async () => {
    models = await modelProcedures()
    seat = await CoreHarness.start({ modelFolders: models.folders })
    answering = setInterval(() => models.answerTrials(seat), 20)
    centre = await startTestCentre()
    seat.core.receive({ type: 'centre', address: { ...centre.address, token: tokens.lead } })
    await vi.waitFor(async () => expect((await seat.call('session.get', {})).roles).toEqual(['lead']), 10_000)
  })
  afterAll(async () => {
    clearInterval(answering)
    seat.cleanUp()
    await centre.close()
    await models.stop()
  })

  async function freshCall(): Promise<void> {
    const session = await seat.call('session.get', {})
    if (session.openCallId !== undefined) await endCall(session.openCallId)
    ;({ callId, ticketId } = await seat.begin())
  }

  async function endCall(open: string): Promise<void> {
    const call = await seat.call('calls.get', { callId: open })
    const ending = seat.call('calls.end', { callId: open })
    await Promise.resolve()
    const stream = seat.sentToAsr.at(-1)
    if (call.phase === 'live' && stream?.type === 'close') {
      for (const speaker of ['seat', 'citizen'] as const) {
        seat.heard({ type: 'closed', stream: stream.stream, speaker })
      }
    }
    await ending
  }

  async function upload(): Promise<string> {
    const bytes = silentWav(100)
    const { uploadId } = await seat.call('recordings.begin', {
      title: '录音',
      files: [{ name: 'a.wav', bytes: bytes.length }],
    })
    await seat.call('recordings.append', { uploadId, file: 0, base64: bytes.toString('base64') })
    return uploadId
  }

  const good: Cases = {
    ...rehearsalProcedures(
      () => seat,
      async () => {
        const { openCallId } = await seat.call('session.get', {})
        const known =
          openCallId === undefined ? undefined : await seat.call('calls.get', { callId: openCallId })
        if (known !== undefined && known.source.kind !== 'rehearsal') await endCall(known.callId)
      },
    ),
    ...knowledgeInputs(
      () => seat,
      () => centre.address,
    ),
    ...rulebookProcedures(() => seat),
    'session.get': () => Promise.resolve({}),
    'recordings.list': () => Promise.resolve({}),
    'recordings.begin': () => Promise.resolve({ title: '录音', files: [{ name: 'a.wav', bytes: 44 }] }),
    'recordings.append': async () => {
      const { uploadId } = await seat.call('recordings.begin', {
        title: '录音',
        files: [{ name: 'a.wav', bytes: 3 }],
      })
      return { uploadId, file: 0, base64: 'AAAA' }
    },
    'recordings.finish': async () => ({ uploadId: await upload() }),
    'recordings.listen': async () => {
      const { openCallId } = await seat.call('session.get', {})
      if (openCallId !== undefined) await endCall(openCallId)
      return { recordingId: '2-gas-smell' }
    },
    'recordings.cancel': async () => ({ uploadId: await upload() }),
    'recordings.remove': async () => {
      const { recordingId } = await seat.call('recordings.finish', { uploadId: await upload() })
      return { recordingId }
    },
    'calls.start': async () => {
      const session = await seat.call('session.get', {})
      if (session.openCallId !== undefined) await endCall(session.openCallId)
      return { source: { kind: 'capture', channels: ['citizen'] } }
    },
    'calls.end': async () => {
      await freshCall()
      await endCall(callId)
      return { callId }
    },
    'calls.get': async () => (await freshCall(), { callId }),
    'calls.list': () => Promise.resolve({ limit: 5 }),
    'tickets.setField': async () => (await freshCall(), { ticketId, field: 'demand', value: '退款' }),
    'tickets.accept': async () => (await freshCall(), { ticketId }),
    'tickets.clearField': async () => (await freshCall(), { ticketId, field: 'demand' }),
    'tickets.undo': async () => {
      await freshCall()
      await seat.call('tickets.setField', { ticketId, field: 'demand', value: '退款' })
      return { ticketId }
    },
    'tickets.submit': async () => (await freshCall(), { ticketId, despiteMissing: true }),
    'tickets.retry': async () => (await freshCall(), { ticketId }),
    'answers.search': () => Promise.resolve({ text: '社保卡' }),
    'answers.markRead': async () => {
      await freshCall()
      const [hit] = await seat.call('answers.search', { text: '社保卡办理需要什么材料' })
      return { ticketId, answerId: hit!.id }
    },
    'scripts.list': () => Promise.resolve({}),
    'calls.audio': async () => {
      await freshCall()
      const { audioStream: stream } = await seat.call('calls.get', { callId })
      const samples = new Int16Array(16_000)
      seat.core.receive({ type: 'audio', frame: { stream, speaker: 'seat', startSample: 0, samples } })
      return { callId, fromMs: 100, toMs: 600 }
    },
    'flags.dismiss': async () => (await freshCall(), { callId, turn: 0, rule: 'commanding' }),
    'turns.choose': async () => {
      await freshCall()
      const { audioStream: stream } = await seat.call('calls.get', { callId })
      const words = { stream, speaker: 'citizen', startMs: 0, endMs: 900 } as const
      seat.heard({ type: 'final', ...words, text: '我家停水' })
      seat.heard({ type: 'revised', ...words, text: '我家停电' })
      return { callId, turn: 0, choice: { kind: 'second-pass', inUse: false } }
    },
    'settings.get': () => Promise.resolve({}),
    'settings.set': () => Promise.resolve({ correction: 'automatic' }),
    'models.list': () => Promise.resolve({}),
    'models.fetch': () => Promise.resolve({ modelId: 'added', mirror: models.nowhere }),
    'models.cancel': async () => {
      await seat.call('models.fetch', { modelId: 'marks', mirror: models.hanging })
      return { modelId: 'marks' }
    },
    'models.verify': () => Promise.resolve({ modelId: 'own' }),
    'models.import': async () => {
      await vi.waitFor(async () => {
        const added = (await seat.call('models.list', {})).find(({ id }) => id === 'added')
        expect(added?.state).toBe('not-installed')
      })
      return { modelId: 'added', path: models.addedFolder }
    },
    'models.remove': () => Promise.resolve({ modelId: 'marks' }),
    'models.choose': () => Promise.resolve({ role: 'streaming', modelId: 'own' }),
    'devices.get': () => Promise.resolve({}),
    'devices.set': () => Promise.resolve({ choice: firstChoice }),
    'devices.openSystemSound': () => Promise.resolve({}),
    'mediaFork.get': () => Promise.resolve({}),
    ...reviewProcedures(async () => {
      await freshCall()
      const { audioStream: stream } = await seat.call('calls.get', { callId })
      const samples = new Int16Array(16_000)
      seat.core.receive({ type: 'audio', frame: { stream, speaker: 'seat', startSample: 0, samples } })
      seat.say(stream, [['seat', '凭什么要我们管']])
      await endCall(callId)
      return { seat, callId }
    }),
    'catalogue.categories': () => Promise.resolve({}),
    'catalogue.subjects': () => Promise.resolve({ text: '物业' }),
  }

  describe.each(Object.keys(procedures) as ProcedureName[])('%s', (name) => {
    it('answers good input with an output that fits', async () => {
      const output = await seat.rawCall(name, await good[name]())
      expect(procedures[name].output.safeParse(output).success).toBe(true)
      expect(seat.bugs).toEqual([])
    })

    it('refuses bad input, in Chinese', async () => {
      const bad = seat.rawCall(name, name in badInputs ? badInputs[name] : {})
      const acceptsEmpty = procedures[name].input.safeParse({}).success
      if (acceptsEmpty && !(name in badInputs)) {
        const wrongType = seat.rawCall(name, Object.assign([], { length: 0 }))
        await expect(wrongType).rejects.toMatchObject({ code: 'bad-input' })
        await bad
        return
      }
      await expect(bad).rejects.toMatchObject({
        code: 'bad-input',
        message: expect.stringContaining('填写的内容不对') as string,
      })
    })

    it('refuses a role that may not', async () => {
      const outsiders = roles.filter((role) => !procedures[name].roles.includes(role))
      for (const callerRoles of [[], ...outsiders.map((role) => [role])]) {
        const answer = await dispatch(
          {} as Handlers,
          { name, input: {} },
          { roles: callerRoles, staffNumber: '1' },
          { aborted: false },
          () => undefined,
        )
        expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } })
      }
    })
  })
})
