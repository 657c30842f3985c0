import { describe, expect, it } from 'vitest'
import {
  citizenSaid,
  newCitizen,
  nextWords,
  seatSaid,
  type CitizenPart,
  type CitizenState,
} from '#shared/domain/rehearsal/citizen.ts'

const part: CitizenPart = {
  lines: [
    { say: '路灯不亮。', turns: 1 },
    { say: '三盏都不亮。', turns: 1 },
  ],
  answers: [
    { to: ['贵姓', '称呼'], say: '我姓周' },
    { to: ['电话', '号码'], say: '一三八二二零一四五六七' },
  ],
  nudge: { after: 10, say: '喂？' },
  farewell: '再见。',
}

/** The dialogue: after each sentence of the seat what the citizen says, a second later. */
function talk(...seat: readonly string[]): readonly (string | undefined)[] {
  let state = newCitizen
  let now = 0
  return seat.map((text) => {
    state = seatSaid(state, text, (now += 1000))
    const words = nextWords(part, state, (now += 1000))
    state = citizenSaid(words?.next ?? state, (now += 1000))
    return words?.text
  })
}

describe('the citizen of a script', () => {
  it('tells the lines in order, and what is asked for when it is asked', () => {
    expect(talk('您好，请问有什么可以帮您？', '请问您贵姓？', '请您说说情况。')).toEqual([
      '路灯不亮。',
      '我姓周',
      '三盏都不亮。',
    ])
  })

  it('never tells what nobody asks for', () => {
    const said = talk('您好。', '您说。', '好的，已经记录。', '感谢您的来电，再见。').join()
    expect(said).not.toContain('一三八')
    expect(said).toContain('再见')
  })

  it('answers two questions of one sentence', () => {
    expect(talk('您好。', '请问您贵姓，联系电话是多少？')[1]).toBe('我姓周，一三八二二零一四五六七')
  })

  it('confirms a number that is read back rightly, and tells a wrong one again', () => {
    const asked = ['您好。', '请问您的电话？']
    expect(talk(...asked, '电话是13822014567对吗')[2]).toBe('对，没错。')
    expect(talk(...asked, '电话尾号四五六七对吗')[2]).toBe('对，没错。')
    expect(talk(...asked, '电话是幺三八二二零一四五六八对吗')[2]).toBe('一三八二二零一四五六七')
  })

  it('understands a question by its sound', () => {
    expect(talk('您好。', '请问您怎么城呼')[1]).toBe('我姓周')
  })

  it('has something to say when all was told', () => {
    expect(talk('您好。', '您说。', '还有其他需要吗', '那个灯是什么颜色', '已经登记').slice(2)).toEqual([
      '没有了。',
      '这个我不太清楚。',
      '好的。',
    ])
  })

  it('hangs up after taking leave, and says nothing more', () => {
    let state: CitizenState = { ...newCitizen, said: 2 }
    state = seatSaid(state, '感谢您的来电，再见', 1000)
    const words = nextWords(part, state, 3000)
    expect(words?.next.gone).toBe(true)
    expect(nextWords(part, seatSaid(words!.next, '喂', 5000), 9000)).toBeUndefined()
  })

  it('lets the seat finish, and asks once whether anybody is there', () => {
    const spoken = seatSaid(newCitizen, '您好', 1000)
    expect(nextWords(part, spoken, 1500)).toBeUndefined()
    const waiting = citizenSaid(newCitizen, 0)
    expect(nextWords(part, waiting, 9000)).toBeUndefined()
    const nudge = nextWords(part, waiting, 10_000)
    expect(nudge?.text).toBe('喂？')
    expect(nextWords(part, citizenSaid(nudge!.next, 11_000), 60_000)).toBeUndefined()
  })

  it('speaks at once when hurried, and waits for so many turns as the line wants', () => {
    const hesitant = { ...part, lines: [{ say: '嗯。', turns: 2 }] }
    const once = seatSaid(newCitizen, '您好', 0)
    expect(nextWords(hesitant, once, 5000)).toBeUndefined()
    expect(nextWords(hesitant, seatSaid(once, '请讲', 6000), 8000)?.text).toBe('嗯。')
    expect(nextWords(hesitant, once, 100, true)?.text).toBe('嗯。')
    expect(nextWords(part, newCitizen, 1000)).toBeUndefined()
    expect(nextWords(part, newCitizen, 6000)?.text).toBe('路灯不亮。')
  })

  it('goes on by itself where the line says so', () => {
    const going = { ...part, lines: [{ say: '还有。', turns: 1, after: 3 }] }
    const silent = citizenSaid(newCitizen, 0)
    expect(nextWords(going, silent, 2900)).toBeUndefined()
    expect(nextWords(going, silent, 3000)?.text).toBe('还有。')
  })
})
